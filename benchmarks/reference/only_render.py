"""The least that a PDF costs: import WeasyPrint, render finished HTML (argument 1, base 2) to a PDF (argument 3)."""

from __future__ import annotations

import sys

from weasyprint import HTML

HTML(filename=sys.argv[1], base_url=sys.argv[2]).write_pdf(sys.argv[3], pdf_variant="pdf/ua-1")
