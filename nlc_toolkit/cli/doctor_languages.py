"""What `nlc doctor` says about languages: how much is translated and by whom, scripts without a font, Arabic on screen.

How it is printed, with all other checks, is left to `doctor.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nlc_toolkit.errors import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from nlc_toolkit.cli.run import Run
    from nlc_toolkit.i18n import Translator
    from nlc_toolkit.languages.checking import Coverage

REVIEWED_HEADER = "x-reviewed"
NOTO_COMMANDS: Mapping[str, str] = {
    "debian": "sudo apt-get install fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji",
    "arch": "sudo pacman -S noto-fonts noto-fonts-cjk noto-fonts-emoji",
    "alpine": "apk add font-noto-all font-noto-cjk font-noto-emoji",
}
ON_THIS_SYSTEM = mark("If a name or a note is written in one of them, run this command: {command}")
ELSEWHERE = mark("If a name or a note is written in one of them, install a free font that has it: {fonts}")


def is_reviewed(language: str) -> bool:
    """Return whether a person has reviewed this translation, as its catalogue's header says; English is the source."""
    from nlc_toolkit.i18n import SOURCE_LANGUAGE, translator_for  # noqa: PLC0415 - only what a command needs

    return language == SOURCE_LANGUAGE or translator_for(language).catalogue.info().get(REVIEWED_HEADER) == "yes"


def language_in_words(code: str, t: Translator) -> str:
    """Return how much of everything the toolkit says in the language `code`, and who has translated it."""
    if code == "en":
        return t("{code}, in which the toolkit is written", code=code)
    coverage = _coverage(code)
    fields = {"code": code, "translated": t.number(coverage.translated, 0), "texts": t.number(coverage.total, 0)}
    if is_reviewed(code):
        return t("{code}, {translated} of {texts} texts, reviewed by a person", **fields)
    return t(
        "{code}, {translated} of {texts} texts, translated by a machine, not yet reviewed by a native speaker", **fields
    )


def language_as_data(code: str) -> dict[str, object]:
    """Return a language for `--json`; English is the source, so nothing in it is translated."""
    data: dict[str, object] = {"language": code, "reviewed": is_reviewed(code)}
    if code != "en":
        found = _coverage(code)
        data |= {"texts": found.total, "translated": found.translated, "to_confirm": found.fuzzy}
    return data


def scripts_in_words(t: Translator, distribution: Mapping[str, str]) -> tuple[str, str | None]:
    """Return which scripts a PDF cannot print here, and what to do about it; None where it can print all.

    Args:
        t: the run's translator.
        distribution: `ID` and `ID_LIKE` of the Linux distribution; else empty.

    Raises:
        NoPdfEngineError: the PDF engine is missing, so nothing can be said.
    """
    from nlc_toolkit.report.fonts_present import script_title, scripts_without_font  # noqa: PLC0415 - slow

    missing = scripts_without_font()
    if not missing:
        return t("for all scripts that were tried"), None
    found = t("none for: {scripts}", scripts=tuple(sorted(script_title(script.code, t) for script in missing)))
    for family in (distribution.get("ID", ""), *distribution.get("ID_LIKE", "").split()):
        if command := NOTO_COMMANDS.get(family):
            return found, t(ON_THIS_SYSTEM, command=command)
    return found, t(ELSEWHERE, fonts=tuple(sorted({script.font for script in missing})))


def arabic_on_screen(run: Run) -> Iterator[str]:
    """Yield the lines by which a person sees how the terminal treats right-to-left text; none in other languages."""
    from nlc_toolkit.terminal.bidi import SAMPLE_INTRODUCTION, samples  # noqa: PLC0415 - most languages go without

    if run.translator.direction != "rtl":
        return
    yield run.laid_out(run.translator(SAMPLE_INTRODUCTION))
    for sample in samples():
        yield ""
        yield f"  {sample.text}"
        yield run.laid_out(run.translator(sample.advice))


def _coverage(code: str) -> Coverage:
    from nlc_toolkit.languages.shipped import shipped_coverage  # noqa: PLC0415 - catalogues are long

    return shipped_coverage(code)
