"""The least that a PDF costs: import WeasyPrint, render finished HTML (argument 1) to a PDF (argument 2)."""

from __future__ import annotations

import sys

from weasyprint import HTML

HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
