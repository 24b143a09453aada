"""The assessment comes out of a report as it went in, and a PDF that is none, damaged or hostile gets one sentence."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pikepdf
import pytest

from nlc_toolkit.errors import ToolkitError
from nlc_toolkit.exchange.attachment import MOST_ATTACHED_BYTES, NoAttachmentError, read_attachment

if TYPE_CHECKING:
    from pathlib import Path

ASSESSMENT = b'{"format": "nlc-assessment/1"}\n'


def make_pdf(path: Path, name: str = "assessment.json", data: bytes = ASSESSMENT, **save: object) -> Path:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if name:
            pdf.attachments[name] = data
        pdf.save(path, **save)  # type: ignore[arg-type]
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "report.pdf"


@pytest.mark.parametrize("streams", [pikepdf.ObjectStreamMode.generate, pikepdf.ObjectStreamMode.disable])
@pytest.mark.parametrize("compress", [True, False])
def test_the_bytes_come_out_as_they_went_in(file: Path, streams: pikepdf.ObjectStreamMode, compress: bool) -> None:  # noqa: FBT001
    make_pdf(file, object_stream_mode=streams, compress_streams=compress)
    assert read_attachment(file) == ASSESSMENT


@pytest.mark.parametrize("name", ["", "other.json", "assessment.json.exe"])
def test_a_pdf_without_the_assessment_says_where_it_would_be(file: Path, name: str) -> None:
    with pytest.raises(NoAttachmentError, match="facilitator edition"):
        read_attachment(make_pdf(file, name))


def test_a_stream_that_unpacks_to_gigabytes_is_not_unpacked(file: Path) -> None:
    make_pdf(file, data=b" " * (MOST_ATTACHED_BYTES + 1))
    assert file.stat().st_size < 100_000
    with pytest.raises(ToolkitError, match="larger than 5 MB"):
        read_attachment(file)


def test_a_protected_pdf_asks_for_a_copy_without_password(file: Path) -> None:
    make_pdf(file, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(ToolkitError, match="password"):
        read_attachment(file)


def test_a_name_tree_that_runs_in_circles_comes_to_an_end(file: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        tree = pdf.make_indirect(pikepdf.Dictionary())
        tree.Kids = pikepdf.Array([tree, tree])
        pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=tree)
        pdf.save(file)
    with pytest.raises(NoAttachmentError):
        read_attachment(file)


@pytest.mark.parametrize("cut", range(10, 1000, 90))
def test_a_pdf_that_breaks_off_gets_a_sentence_or_gives_the_whole_attachment(file: Path, cut: int) -> None:
    file.write_bytes(make_pdf(file, compress_streams=False).read_bytes()[:cut])
    with contextlib.suppress(ToolkitError):
        assert read_attachment(file) == ASSESSMENT


@pytest.mark.parametrize("data", [b"", b"{}", b"\x00" * 5000, b"%PDF", b"%PDF-1.7\nnothing else"])
def test_what_is_no_pdf_is_refused_in_one_sentence(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with pytest.raises(ToolkitError, match=r"is not a PDF|damaged PDF"):
        read_attachment(file)


def test_a_missing_file_and_a_folder_are_said_as_that(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="There is no file"):
        read_attachment(tmp_path / "missing.pdf")
    with pytest.raises(ToolkitError, match="not an ordinary file"):
        read_attachment(tmp_path)
