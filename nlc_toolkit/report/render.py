"""From a report's view to HTML, and from HTML to PDF; the only module that knows jinja2 and WeasyPrint.

What stands in the report is decided by `view.py`. Nothing is fetched but files of this folder and `data:` URIs.
"""

from __future__ import annotations

import atexit
import base64
import contextlib
import gc
import io
import re
import sys
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlc_toolkit.errors import ToolkitError, mark
from nlc_toolkit.report.complaints import complaints_of
from nlc_toolkit.report.directions import for_engine, on_paper, turned, without_isolates
from nlc_toolkit.report.lines_once import lay_out_lines_once
from nlc_toolkit.report.page_tree import read_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from types import ModuleType

    from jinja2 import Environment

    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.report.form_view import FormView
    from nlc_toolkit.report.instruction_view import InstructionView
    from nlc_toolkit.report.view import ReportView
    from nlc_toolkit.report.workshop_view import WorkshopView

FOLDER = Path(__file__).parent
BASE_URL = f"{FOLDER.as_uri()}/"
STYLES = ("page.css", "text.css", "blocks.css")
OWN_STYLES = {"workshop.html": "workshop.css", "form.html": "form.css", "instructions.html": "instructions.css"}
"""Template → the styles that only its paper has; those of other papers would be tried on each of its elements."""
SCREEN_STYLES = ("screen.css",)
FONTS = {"regular": "fonts/Vazirmatn-Regular.ttf", "bold": "fonts/Vazirmatn-Bold.ttf"}
ATTACHMENT_NAME = "assessment.json"
PAGE_NUMBER, INDIC = re.compile(r"(counter\([^;]*?pages?)\)"), ", arabic-indic)"


class NoPdfEngineError(ToolkitError):
    """WeasyPrint or the libraries of the system that it needs are missing."""

    def __init__(self) -> None:
        super().__init__(mark("This computer cannot make a PDF yet. `nlc doctor` says what to install."))


class PrintedPage(bytes):
    """A finished PDF.

    Attributes:
        unprintable: the characters that no font of this computer has, each once; boxes stand in their place.
    """

    unprintable: str = ""


def render_html(view: ReportView, translator: Translator, *, self_contained: bool = True) -> str:
    """Return the report as HTML.

    Args:
        view: what the report prints.
        translator: the words that stand in the templates.
        self_contained: for a browser: fonts inside, no running head; else for `html_to_pdf`.
    """
    return render_page("report.html", view, translator, self_contained=self_contained)


def render_page(template: str, view: object, translator: Translator, *, self_contained: bool) -> str:
    """Return what `template` makes of `view`, as HTML; the arguments are those of `render_html`."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2, see _environment

    return (
        _environment()
        .get_template(template)
        .render(
            view=view,
            t=on_paper(translator),
            paged=not self_contained,
            styles=Markup(_styles(template, self_contained=self_contained, indic=translator.turns_digits)),  # noqa: S704 - our own
        )
    )


def render_instructions(view: InstructionView, translator: Translator, *, self_contained: bool = True) -> str:
    """Return the instruction sheet for respondents as HTML, for a browser or for `html_to_pdf`."""
    return render_page("instructions.html", view, translator, self_contained=self_contained)


def render_form(view: FormView, translator: Translator, *, self_contained: bool = True) -> str:
    """Return the blank form as HTML, for a browser or for `html_to_pdf`."""
    return render_page("form.html", view, translator, self_contained=self_contained)


def render_workshop(view: WorkshopView, *, self_contained: bool = False) -> str:
    """Return the workshop's paper as HTML, for `html_to_pdf` or for a browser."""
    return render_page("workshop.html", view, view.translator, self_contained=self_contained)


def page_as_file(render: Callable[..., str], suffix: str, *, now: datetime, attachment: bytes | None = None) -> bytes:
    """Return a PDF where `suffix` is `.pdf`, else one page of HTML for a browser.

    Args:
        render: gives the HTML; takes `self_contained`, as `render_html` does.
        suffix: that of the file to write.
        now: as in `html_to_pdf`.
        attachment: as in `html_to_pdf`; HTML carries none.

    Raises:
        ToolkitError: as `html_to_pdf`.
    """
    if suffix != ".pdf":
        return render(self_contained=True).encode()
    return html_to_pdf(render(self_contained=False), attachment=attachment, now=now)


def html_to_pdf(html: str, *, attachment: bytes | None, now: datetime) -> PrintedPage:
    """Return the tagged PDF (PDF/UA-1) of `render_html(…, self_contained=False)`.

    Args:
        html: the report.
        attachment: the assessment's file, byte for byte; None to attach nothing.
        now: date of the attachment, so that two runs give the same bytes.

    Raises:
        NoPdfEngineError: the PDF engine is missing.
        ToolkitError: the logo is damaged or needs other files.
    """
    weasyprint = load_engine()
    attachments = []
    if attachment is not None:
        attachments.append(
            weasyprint.Attachment(
                string=attachment, name=ATTACHMENT_NAME, created=now, modified=now, relationship="Source"
            )
        )
    with _collector_off(), complaints_of("weasyprint") as complaints:
        indic = INDIC in html
        paper = next((own for own in OWN_STYLES if _styles(own, self_contained=False, indic=indic) in html), "")
        sheet, fonts = _parsed_styles(paper, indic=indic)
        unstyled = html.replace(_styles(paper, self_contained=False, indic=indic), "", 1)
        page = read_page(weasyprint, for_engine(unstyled), BASE_URL, _fetcher())
        options = {"pdf_variant": "pdf/ua-1", "stylesheets": [sheet], "attachments": attachments}
        document = page.render(font_config=fonts, **options)
        _plain_bookmarks(document)
        pdf = document.write_pdf(**options)
    if complaints.damaged_image:
        raise ToolkitError(
            mark("The logo is damaged or needs other files, so it cannot be drawn. Save it as PNG and try again.")
        )
    printed = PrintedPage(pdf)
    printed.unprintable = complaints.unprintable
    return printed


def _plain_bookmarks(document: Any) -> None:
    """Take the isolating characters out of the bookmarks, where some readers show them as boxes."""
    for page in document.pages:
        page.bookmarks = [(level, without_isolates(label), *rest) for level, label, *rest in page.bookmarks]


def load_engine() -> ModuleType:
    """Return WeasyPrint.

    Half the time of its import goes into `ctypes.util.find_library`, which starts a compiler and `ldconfig` for names
    that only other systems use. On Linux the names it then tries itself are enough, so the search is left out; if it
    was needed after all, the second attempt has it.

    Raises:
        NoPdfEngineError: WeasyPrint or the libraries of the system are missing.
    """
    if "weasyprint" in sys.modules:
        return _import_engine()
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, OSError), _without_library_search():
            return _import_engine()
    try:
        return _import_engine()
    except (ImportError, OSError) as error:
        raise NoPdfEngineError from error


def _import_engine() -> ModuleType:
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # an old HarfBuzz: still works, `nlc doctor` names it
        import weasyprint  # noqa: PLC0415 - slow, and fails where the libraries of the system are missing

    if inline := sys.modules.get("weasyprint.layout.inline"):
        lay_out_lines_once(inline)
    module: ModuleType = weasyprint
    return module


def _find_nothing(name: str) -> str | None:
    del name
    return None


@contextlib.contextmanager
def _without_library_search() -> Iterator[None]:
    import ctypes.util  # noqa: PLC0415 - as above

    search = ctypes.util.find_library
    ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


@contextlib.contextmanager
def _collector_off() -> Iterator[None]:
    """No garbage collection while the engine builds its trees: it finds nothing and takes a sixth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only reports need it

    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["turned"] = turned
    return environment


@cache
def _styles(template: str, *, self_contained: bool, indic: bool = False) -> str:
    own = OWN_STYLES.get(template)
    names = [*STYLES, *([own] if own else []), *(SCREEN_STYLES if self_contained else ())]
    styles = "\n".join((FOLDER / "styles" / name).read_text(encoding="utf-8") for name in names)
    for name, path in FONTS.items():
        address = path
        if self_contained:
            address = "data:font/ttf;base64," + base64.b64encode((FOLDER / path).read_bytes()).decode("ascii")
        styles = styles.replace(f"{{{{{name}}}}}", address)
    return PAGE_NUMBER.sub(rf"\1{INDIC}", styles) if indic else styles


@cache
def _parsed_styles(template: str, *, indic: bool = False) -> tuple[Any, Any]:
    """A paper's style sheet and its fonts, parsed once in a process: a tenth of the time of every further report."""
    weasyprint = load_engine()
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - as the engine itself

    fonts = FontConfiguration()
    atexit.register(forget_styles)  # later, its destructor finds Python half taken down and complains
    styles = _styles(template, self_contained=False, indic=indic)
    return weasyprint.CSS(string=styles, base_url=BASE_URL, url_fetcher=_fetcher(), font_config=fonts), fonts


def forget_styles() -> None:
    """Let go of the parsed style sheet, whose fonts lie in a temporary folder while it lives."""
    _parsed_styles.cache_clear()


@cache
def _fetcher() -> Any:
    """A fetcher that opens files of this folder and `data:` URIs, and nothing else."""
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as the engine itself

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if not is_allowed(url):
                message = f"not opened: {url[:80]}"
                raise ValueError(message)
            return super().fetch(url, headers)

    return Fetcher(allow_redirects=False)


def is_allowed(url: str) -> bool:
    """Whether the PDF engine may open `url`: a `data:` URI, or a file inside the report folder."""
    from urllib.parse import urlsplit  # noqa: PLC0415 - only the PDF engine asks
    from urllib.request import url2pathname  # noqa: PLC0415

    parts = urlsplit(url)
    if parts.scheme == "data":
        return True
    if parts.scheme != "file" or parts.netloc:
        return False
    return Path(url2pathname(parts.path)).resolve().is_relative_to(FOLDER.resolve())
