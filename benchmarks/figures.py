"""Prints the figures that the toolkit promises, each as a ratio to a reference measured in the same run.

    python benchmarks/figures.py            all of them, about ten minutes
    python benchmarks/figures.py start      those whose name holds a word

The seconds are those of this machine and only give an idea.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from measuring import HEADER, Figure, compare, process
from pypdf import PdfReader
from reference.plain_paragraphs import plain_paragraphs
from reference.seeded_panel import seeded_panel

from nlc_toolkit.analysis.agenda import make_agenda
from nlc_toolkit.analysis.members import members_of
from nlc_toolkit.analysis.panel import compute_panel
from nlc_toolkit.analysis.panel_editions import panel_in_edition
from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.assessment.texts import retold
from nlc_toolkit.content.library import load_library, shipped_folder
from nlc_toolkit.i18n import Translator, available_languages, example_name, translator_for
from nlc_toolkit.report.render import FOLDER, html_to_pdf, load_engine, render_html, render_workshop
from nlc_toolkit.report.view import Wishes, build_view
from nlc_toolkit.report.workshop_view import WorkshopWishes, build_workshop_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nlc_toolkit.analysis.panel import Panel
    from nlc_toolkit.content.library import Library

REFERENCE = Path(__file__).parent / "reference"
NLC = (str(Path(sys.executable).with_name("nlc")),)
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MANY = 50
RESPONDENTS = 40
SHORT, LONG = 21, 15


@dataclass(frozen=True)
class Bench:
    """What the figures are measured with: a scratch folder and the example city's report."""

    scratch: Path

    @cached_property
    def assessment(self) -> Path:
        """The example city's local government, copied to the scratch folder."""
        return Path(shutil.copy(self._example, self.scratch / "city.json"))

    @property
    def _example(self) -> Path:
        return max((shipped_folder("examples") / "assessments").glob("*local-government*.json"))

    @cached_property
    def library(self) -> Library:
        """The content, which a process loads once for all its reports."""
        return load_library()

    def html(self, language: str = "en") -> str:
        """Return the report's HTML as the PDF engine gets it, from file to template; the example in this language."""
        translator = translator_for(language)
        told = partial(_told, self._example.stem, translator)
        result = compute_result(self.library, retold(read_assessment(self.assessment), told))
        view = build_view(result, self.library, translator, Wishes("facilitator", NOW.date()))
        return render_html(view, translator, self_contained=False)

    def start_figures(self) -> Iterator[Figure]:
        """Starting the command, and the questionnaire up to its first prompt and to its first question."""
        bare = [sys.executable, str(REFERENCE / "two_commands.py")]
        for option in ("--help", "--version"):
            yield compare(f"start: nlc {option}", 1.3, process([*NLC, option]), process([*bare, option]), SHORT)
        imports = process([sys.executable, "-c", "import typer, rich.console, pydantic, yaml"])
        first_prompt = process([*NLC, "assess", str(self.scratch / "new.json")])
        yield compare("start: nlc assess, first prompt", 1.5, first_prompt, imports, SHORT)
        first_question = process([*NLC, "assess", str(self._half_answered())])
        yield compare("start: nlc assess FILE, first question", None, first_question, imports, SHORT)

    def content_figures(self) -> Iterator[Figure]:
        """Loading and validating all content."""
        folders = [shipped_folder(name) for name in ("checklists", "case_studies")]
        files = [path for folder in folders for path in folder.glob("*.yaml")]

        def only_yaml() -> None:
            for path in files:
                with path.open("rb") as stream:
                    yaml.load(stream, yaml.CSafeLoader)

        yield compare("content: load and validate all", 1.5, load_library, only_yaml, SHORT)

    def report_figures(self) -> Iterator[Figure]:
        """One report, warm and cold."""
        engine = load_engine()
        floor = plain_paragraphs(self.html(), "en")

        def ours() -> object:
            return html_to_pdf(self.html(), attachment=self.assessment.read_bytes(), now=NOW)

        def theirs() -> object:
            return engine.HTML(string=floor, base_url=f"{FOLDER.as_uri()}/").write_pdf(pdf_variant="pdf/ua-1")

        yield compare("report: warm, in one process", 1.5, ours, theirs, LONG)
        page = self.scratch / "report.html"
        page.write_text(self.html(), encoding="utf-8")
        only_render = [sys.executable, str(REFERENCE / "only_render.py"), str(page), f"{FOLDER.as_uri()}/"]
        cold = process([*NLC, "report", str(self.assessment), "-o", str(self.scratch / "cold.pdf")])
        yield compare(
            "report: cold nlc report", 1.25, cold, process([*only_render, str(self.scratch / "floor.pdf")]), LONG
        )

    def language_figures(self) -> Iterator[Figure]:
        """The report in each other language, against the English one: the same answers, the same notes."""

        def report(language: str) -> bytes:
            return html_to_pdf(self.html(language), attachment=self.assessment.read_bytes(), now=NOW)

        for language in available_languages()[1:]:
            reach = 1.2 if language == "ar" else None
            yield compare(
                f"languages: report in {language}", reach, partial(report, language), partial(report, "en"), LONG
            )

    def workshop_figures(self) -> Iterator[Figure]:
        """The workshop's paper of a large panel, by page; and computing that panel against laying it out."""
        members = members_of(seeded_panel(self.library, RESPONDENTS, seed=40))
        wishes = WorkshopWishes("facilitator", NOW.date())

        def panel() -> Panel:
            return compute_panel(self.library, members)

        def paper() -> bytes:
            whole = panel()
            agenda = make_agenda(panel_in_edition(whole, "facilitator"))
            view = build_workshop_view(whole, members, agenda, self.library, Translator(), wishes)
            return html_to_pdf(render_workshop(view), attachment=None, now=NOW)

        def report() -> bytes:
            return html_to_pdf(self.html(), attachment=self.assessment.read_bytes(), now=NOW)

        figure = compare("workshop: a page for 40 respondents, of a report", 1.5, paper, report, LONG)
        yield figure.by_page(_pages(paper()), _pages(report()))
        yield compare("workshop: computing the panel, making the paper", 0.1, panel, paper, LONG)

    def many_figures(self) -> Iterator[Figure]:
        """Many reports with two processes, against one by one."""
        folder = self.scratch / "many"
        folder.mkdir()
        files = [shutil.copy(self.assessment, folder / f"city-{number:02}.json") for number in range(MANY)]
        command = [*NLC, "report", *map(str, files), "-o", str(self.scratch / "reports")]
        yield compare(
            f"many: {MANY} reports, --jobs 2",
            0.6,
            process([*command, "--jobs", "2"]),
            process([*command, "--jobs", "1"]),
            1,
        )

    def _half_answered(self) -> Path:
        """An assessment whose next question is open, so that the questionnaire shows it at once."""
        target = self.scratch / "half.json"
        assessment = read_assessment(self.assessment)
        answers = dict(list(assessment.answers.items())[:6])
        target.write_text(
            assessment.model_copy(update={"answers": answers}).model_dump_json(exclude_none=True), encoding="utf-8"
        )
        return target


def _told(file: str, translator: Translator, part: str, text: str) -> str:
    return translator.content(example_name(file, part), text)


def _pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def main(words: list[str]) -> None:
    """Measure and print the figures whose group is named in `words`; all of them when none is."""
    os.environ["PYTHONDONTWRITEBYTECODE"] = ""
    print(HEADER)
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(Path(scratch))
        groups: dict[str, Callable[[], Iterator[Figure]]] = {
            "start": bench.start_figures,
            "content": bench.content_figures,
            "report": bench.report_figures,
            "languages": bench.language_figures,
            "workshop": bench.workshop_figures,
            "many": bench.many_figures,
        }
        for name, figures in groups.items():
            if not words or name in words:
                for figure in figures():
                    print(figure.line(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
