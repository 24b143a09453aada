"""The logo for the cover: from a file's bytes to a `data:` URI that pulls nothing else in."""

from __future__ import annotations

import base64

from nlc_toolkit.errors import WrongUsageError, mark

MOST_BYTES = 2_000_000
SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
SVG_TYPE = "image/svg+xml"
REFUSED_IN_SVG = (b"<!doctype", b"<!entity")


def logo_uri(data: bytes) -> str:
    """Return a PNG, JPEG or SVG picture as a `data:` URI.

    Raises:
        WrongUsageError: the picture is too large, or is none of the three; an SVG with a document type is refused.
    """
    if len(data) > MOST_BYTES:
        raise WrongUsageError(
            mark("The logo is larger than {most} MB. Save a smaller copy and name that."), most=MOST_BYTES // 1_000_000
        )
    media_type = next((kind for start, kind in SIGNATURES.items() if data.startswith(start)), None)
    if media_type is None and b"<svg" in data[:2000].lower():
        if any(word in data.lower() for word in REFUSED_IN_SVG):
            raise WrongUsageError(
                mark("The logo is an SVG with a document type (<!DOCTYPE …>). Save it as PNG instead.")
            )
        media_type = SVG_TYPE
    if media_type is None:
        raise WrongUsageError(mark("The logo is no PNG, JPEG or SVG picture. Name one of these."))
    return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"
