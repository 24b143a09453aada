"""The report: a frozen view of a result, drawn by templates into HTML and PDF."""
