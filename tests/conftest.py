"""What the tests share: the small world of `mini.py` as fixtures, and comparison with committed expected files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mini import level, make_assessment, make_library

import nlc_toolkit
from nlc_toolkit.languages.compiling import compile_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from nlc_toolkit.assessment.models import Assessment
    from nlc_toolkit.content.library import Library

EXPECTED = Path(__file__).parent / "expected"


LANGUAGES = Path(nlc_toolkit.__file__).parent / "languages"


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues once, so that the tests read the translations that stand in the checkout."""
    if not hasattr(config, "workerinput"):
        compile_all(LANGUAGES)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the committed expected files")


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with `tests/expected/NAME`; `pytest --update` rewrites the file instead."""

    def compare(name: str, text: str) -> None:
        path = EXPECTED / name
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path} is missing: run `pytest --update` and review it"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def library() -> Library:
    return make_library()


@pytest.fixture
def assessment() -> Assessment:
    """Return a half-answered assessment: p01 scored 3 and 2, p02.q1 at 1."""
    return make_assessment(
        answers={"p01.q1": level(3), "p01.q2": level(2, note="Why two."), "p02.q1": level(1)},
    )
