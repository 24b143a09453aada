"""Single steps under pytest-benchmark: `pytest benchmarks -n 0 --benchmark-enable`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from nlc_toolkit.analysis.result import compute_result
from nlc_toolkit.assessment.store import read_assessment
from nlc_toolkit.content.library import Library, load_library, shipped_folder
from nlc_toolkit.i18n import Translator
from nlc_toolkit.report.render import html_to_pdf, render_html
from nlc_toolkit.report.view import Wishes, build_view

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from nlc_toolkit.assessment.models import Assessment

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return read_assessment(max((shipped_folder("examples") / "assessments").glob("*local-government*.json")))


def report_html(library: Library, assessment: Assessment) -> str:
    view = build_view(compute_result(library, assessment), library, Translator(), Wishes("facilitator", NOW.date()))
    return render_html(view, Translator(), self_contained=False)


def test_loading_all_content(benchmark: BenchmarkFixture) -> None:
    assert benchmark(load_library).practices


def test_scoring_an_assessment(benchmark: BenchmarkFixture, library: Library, assessment: Assessment) -> None:
    assert benchmark(compute_result, library, assessment).complete


def test_making_the_html(benchmark: BenchmarkFixture, library: Library, assessment: Assessment) -> None:
    assert benchmark(report_html, library, assessment).startswith("<!")


def test_making_the_pdf(benchmark: BenchmarkFixture, library: Library, assessment: Assessment) -> None:
    html = report_html(library, assessment)
    pdf = benchmark(html_to_pdf, html, attachment=b"{}", now=NOW)
    assert pdf.startswith(b"%PDF")
