"""The assessment that a report PDF carries: taken out of the PDF, which is treated as hostile data.

Putting it in is done by `report/render.py`; whether it is an assessment at all is checked by the caller.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

from nlc_toolkit.errors import ToolkitError, mark

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ATTACHMENT_NAME = "assessment.json"
MOST_PDF_BYTES = 50_000_000
MOST_ATTACHED_BYTES = 5_000_000
MOST_NODES = 1_000
SIGNATURE = b"%PDF-"
PROTECTED = mark("This PDF is protected by a password. Save a copy without one and name that.")


class NoAttachmentError(ToolkitError):
    """The PDF carries no assessment."""

    def __init__(self) -> None:
        super().__init__(
            mark(
                "This PDF carries no assessment. Only the facilitator edition does, and only where the respondent’s "
                "choice about notes allows it. Ask the respondent for the file itself."
            )
        )


def read_attachment(path: Path) -> bytes:
    """Return the assessment attached to the report PDF at `path`, byte for byte.

    Raises:
        NoAttachmentError: the PDF carries none.
        ToolkitError: the file cannot be read, is no PDF, is damaged, protected or too large.
    """
    data = _bytes_of(path)
    if SIGNATURE not in data[:1024]:
        raise ToolkitError(mark("“{file}” is not a PDF. Name a report that `nlc report` made."), file=path)
    try:
        stream = _attached_stream(data)
    except ToolkitError:
        raise
    except Exception as error:  # a damaged PDF fails anywhere in the reader, and in any way
        if b"/Encrypt" in data:
            raise ToolkitError(PROTECTED) from error
        raise ToolkitError(
            mark("“{file}” is a damaged PDF and cannot be read. Copy it again from where it came."), file=path
        ) from error
    if stream is None:
        raise NoAttachmentError
    return stream


def _bytes_of(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise ToolkitError(mark("“{file}” is not an ordinary file. Name a report PDF."), file=path)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_PDF_BYTES + 1)
    except FileNotFoundError:
        raise ToolkitError(mark("There is no file “{file}”. Check the name."), file=path) from None
    except OSError as error:
        raise ToolkitError(
            mark("“{file}” cannot be read ({reason})."), file=path, reason=error.strerror or str(error)
        ) from None
    if len(data) > MOST_PDF_BYTES:
        raise ToolkitError(
            mark("“{file}” is larger than {most} MB, so it is not a report of this toolkit."),
            file=path,
            most=MOST_PDF_BYTES // 1_000_000,
        )
    return data


def _attached_stream(data: bytes) -> bytes | None:
    import io  # noqa: PLC0415 - as pypdf
    import logging  # noqa: PLC0415 - as pypdf

    from pypdf import PdfReader  # noqa: PLC0415 - slow to import, only this function needs it

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on damaged files mean nothing to our readers
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise ToolkitError(PROTECTED)
    names = _resolved(_resolved(reader.trailer["/Root"]).get("/Names", {}))
    for name, file in _named_files(_resolved(names.get("/EmbeddedFiles"))):
        if name == ATTACHMENT_NAME:
            return _content(_resolved(_resolved(file["/EF"])["/F"]))
    return None


def _named_files(tree: Any) -> Iterator[tuple[str, Any]]:
    """Name and file of every leaf of a name tree; the number of nodes is limited, because a tree may run in circles."""
    waiting = [tree] if tree else []
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        waiting += [_resolved(kid) for kid in _resolved(node.get("/Kids", []))]
        entries = _resolved(node.get("/Names", []))
        for file in entries[1::2]:
            found = _resolved(file)
            yield str(_resolved(found.get("/UF", found.get("/F", "")))), found


def _content(stream: Any) -> bytes:
    """The stream's bytes, unpacked no further than an assessment may be long."""
    filters = _resolved(stream.get("/Filter", []))
    packed: bytes = stream._data  # noqa: SLF001 - pypdf's own way unpacks all of it first
    if filters in ([], None):
        return _limited(packed)
    if filters not in ("/FlateDecode", ["/FlateDecode"]):
        raise NoAttachmentError
    return _limited(zlib.decompressobj().decompress(packed, MOST_ATTACHED_BYTES + 1))


def _limited(data: bytes) -> bytes:
    if len(data) > MOST_ATTACHED_BYTES:
        raise ToolkitError(
            mark("The attachment is larger than {most} MB, so it is not an assessment."),
            most=MOST_ATTACHED_BYTES // 1_000_000,
        )
    return data


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
