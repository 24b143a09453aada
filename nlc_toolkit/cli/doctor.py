"""`nlc doctor`: looks at this computer and says what works, what is missing and what to do about it.

It repairs nothing and leaves nothing behind.
"""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

import nlc_toolkit
from nlc_toolkit.cli.doctor_languages import arabic_on_screen, language_as_data, language_in_words, scripts_in_words
from nlc_toolkit.cli.run import JsonOption, run_of
from nlc_toolkit.errors import ProblemsError, ToolkitError, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nlc_toolkit.cli.run import Run

OPTIONAL = frozenset({"language", "pdf_fonts", "scripts", "terminal"})


@dataclass(frozen=True)
class Check:
    """One thing looked at; its texts are in the language of the run.

    Attributes:
        check: its id, the same in every language.
        title: its name for people.
        found: what is there, or why it is not.
        advice: what to do about it; None where all is as it should be.
    """

    check: str
    title: str
    found: str
    advice: str | None = None

    @property
    def ok(self) -> bool:
        """Whether there is nothing to do."""
        return self.advice is None

    @property
    def needed(self) -> bool:
        """Whether a report PDF or the safety of answers depends on it."""
        return self.check not in OPTIONAL

    def as_data(self) -> dict[str, object]:
        """Return it for JSON."""
        return {"check": self.check, "ok": self.ok, "needed": self.needed, "found": self.found, "advice": self.advice}


def doctor(context: typer.Context, as_json: JsonOption = False) -> None:
    """Check what this computer can do, and say what to install.

    Example:
      nlc doctor

    Exit code 0: reports can be made as PDF. Exit code 1: something needed is missing.
    """
    run = run_of(context)
    checks = examine(run)
    healthy = all(check.ok for check in checks if check.needed)
    if as_json:
        languages = [language_as_data(code) for code in _languages()]
        found = [check.as_data() for check in checks]
        run.print_json({"format": "nlc-doctor/1", "ok": healthy, "checks": found, "languages": languages})
    else:
        _print(run, checks)
    raise typer.Exit(0 if healthy else 1)


def examine(run: Run) -> list[Check]:
    """Return every check, in the order they are shown."""
    t = run.translator
    home = Path(nlc_toolkit.__file__).parent
    return [
        Check("toolkit", t("Toolkit"), f"nlc {nlc_toolkit.__version__}, {home}"),
        Check("python", t("Python"), f"{platform.python_version()}, {sys.executable}"),
        *(Check("language", t("Language"), language_in_words(code, t)) for code in _languages()),
        _content(run),
        _fonts(run, home / "report" / "fonts"),
        *_pdf_engine(run),
        _terminal(run),
        _locking(run, Path.cwd()),
    ]


def _languages() -> tuple[str, ...]:
    from nlc_toolkit.i18n import available_languages  # noqa: PLC0415

    return available_languages()


def _content(run: Run) -> Check:
    from nlc_toolkit.content.library import content_folders  # noqa: PLC0415

    t, title = run.translator, run.translator("Content")
    try:
        folder, _ = content_folders(run.content_folder)
        library = run.library
    except ProblemsError as error:
        found = t.plural("{count} problem in the files", "{count} problems in the files", len(error.problems))
        return Check("content", title, found, t("Run this command to see every problem: nlc validate"))
    except ToolkitError as error:
        advice = (
            t("Install the toolkit again.") if run.content_folder is None else t("Give another folder after --content.")
        )
        return Check("content", title, error.sentence(t), advice)
    found = t(
        "{practices} practices, {questions} questions, {cases} case studies, in {folder}",
        practices=len(library.practices),
        questions=len(library.questions),
        cases=len(library.cases),
        folder=folder.parent,
    )
    return Check("content", title, found)


def _fonts(run: Run, folder: Path) -> Check:
    t, title = run.translator, run.translator("Fonts")
    if names := sorted(path.name for path in folder.glob("*.ttf")):
        return Check("fonts", title, t.listed(names))
    return Check("fonts", title, t("none in {folder}", folder=folder), t("Install the toolkit again."))


def _pdf_engine(run: Run) -> Iterator[Check]:
    from nlc_toolkit.report.render import NoPdfEngineError, load_engine  # noqa: PLC0415

    t = run.translator
    try:
        engine = load_engine()
    except NoPdfEngineError as error:
        reason = str(error.__cause__).partition(": ")[0]
        found = t("a library of the system is missing ({reason})", reason=reason)
        yield Check("pdf", t("PDF"), found, _libraries_to_install(run))
        return
    yield Check("pdf", t("PDF"), f"WeasyPrint {engine.__version__}")
    yield Check("scripts", t("Fonts for other scripts"), *scripts_in_words(t, _distribution()))
    if engine.text.ffi.harfbuzz_subset is None:
        found = t("the library HarfBuzz-Subset is missing; PDFs work, but later versions will need it")
        yield Check("pdf_fonts", t("PDF fonts"), found, _libraries_to_install(run))


def _libraries_to_install(run: Run) -> str:
    from nlc_toolkit.cli.pdf_libraries import how_to_install  # noqa: PLC0415

    sentence, fields = how_to_install(sys.platform, _distribution())
    return run.translator(sentence, **fields)


def _distribution() -> dict[str, str]:
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def _terminal(run: Run) -> Check:
    t, title, console = run.translator, run.translator("Terminal"), run.console
    encoding = _encoding()
    if console.color_system is None:
        found = t("{encoding}, no colour, {width} columns", encoding=encoding, width=console.width)
    else:
        found = t("{encoding}, colour, {width} columns", encoding=encoding, width=console.width)
    if encoding.replace("-", "") == "utf8":
        return Check("terminal", title, found)
    advice = t(
        "Some letters will be shown as question marks. Set the variable PYTHONUTF8 to 1, then open the terminal again."
    )
    return Check("terminal", title, found, advice)


def _encoding() -> str:
    return (sys.stdout.encoding or "ascii").lower()


def _locking(run: Run, folder: Path) -> Check:
    t, title = run.translator, run.translator("Saving")
    try:
        locks = _can_lock(folder / f".nlc-doctor-{os.getpid()}.lock")
    except (OSError, NotImplementedError) as error:
        found = t("no file can be written and locked in {folder}: {reason}", folder=folder, reason=error)
        return Check("locking", title, found, t("Work in a folder of your own, on this computer's own disk."))
    if locks:
        return Check("locking", title, t("files can be written and locked in {folder}", folder=folder))
    found = t("two programs can open the same file in {folder} and overwrite each other", folder=folder)
    return Check("locking", title, found, t("Work in a folder of your own, on this computer's own disk."))


def _can_lock(file: Path) -> bool:
    from filelock import FileLock, Timeout  # noqa: PLC0415

    try:
        with FileLock(file), FileLock(file, timeout=0):
            return False
    except Timeout:
        return True
    finally:
        file.unlink(missing_ok=True)


def _print(run: Run, checks: list[Check]) -> None:
    t = run.translator
    states = {True: t("ok"), False: t("missing")}
    width = max(map(len, states.values()))
    for check in checks:
        fields = {"state": states[check.ok].ljust(width), "title": check.title, "found": check.found}
        if check.advice is None:
            run.say(mark("{state}  {title}: {found}"), **fields)
        else:
            run.say(
                mark("{state}  {title}: {found}\n{indent}  {advice}"),
                **fields,
                indent=" " * width,
                advice=check.advice,
            )
    typer.echo()
    if lines := [*arabic_on_screen(run)]:
        typer.echo("\n".join([*lines, ""]))
    missing = {check.check for check in checks if check.needed and not check.ok}
    if not missing:
        run.say(mark("Everything that is needed is there."))
    elif missing == {"pdf"}:
        run.say(mark("Reports cannot be made as PDF yet. Everything else works, and reports as HTML."))
    else:
        run.say(mark("Something needed is missing. Follow the advice above, then run nlc doctor again."))
