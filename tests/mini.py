"""A small world for tests: a checklist of two practices, three cases, and assessments of it."""

from __future__ import annotations

from datetime import UTC, datetime

from nlc_toolkit.assessment.models import Assessment, City, LevelAnswer, Respondent
from nlc_toolkit.content.library import Library
from nlc_toolkit.content.models import (
    Area,
    Barrier,
    CaseStudy,
    Checklist,
    Context,
    ContextQuestion,
    ContextValue,
    KindOfPlace,
    Level,
    LevelLabel,
    Practice,
    Question,
    Source,
    Years,
)
from nlc_toolkit.content.vocabulary import BARRIERS

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LABELS = ("Absent", "Ad hoc", "Emerging", "Established", "Sustained")


def make_question(name: str, *, headline: bool = False, weight: int = 1, **changes: object) -> Question:
    """Return a question whose texts name it, so that a test sees where a text came from."""
    levels = tuple(
        Level(anchor=f"{name} anchor {number}", next=f"{name} step from {number}" if number < 4 else None)
        for number in range(5)
    )
    return Question(
        id=name,
        revision=1,
        headline=headline,
        text=f"{name} text?",
        explain=f"{name} explanation.",
        weight=weight,
        not_applicable_allowed=not headline,
        levels=levels,
        evidence=(f"{name} paper",),
        barriers=("trust", "mandate"),
    ).model_copy(update=changes)


def make_practice(name: str, area: str, *questions: Question) -> Practice:
    return Practice(
        id=name,
        title=f"{name} title",
        official_number=None,
        official_title=None,
        area=area,
        summary=f"{name} summary.",
        why=f"{name} why.",
        sources=(Source(title=f"{name} source", url="https://example.org"),),
        guidance={place: f"{name} guidance {place}." for place in ("devolved", "civic_space")},
        questions=questions,
    )


def make_case(name: str, *practices: str, **changes: object) -> CaseStudy:
    return CaseStudy(
        id=name,
        title=f"{name} case",
        countries=(name[:2],),
        place="Somewhere",
        region="europe",
        tiers=("local",),
        years=Years(start=2019, end=None, ongoing="unknown"),
        kind="standing",
        summary=f"{name} summary.",
        practices=practices,
        barriers=("trust",),
        context=Context(),
        thin=False,
        limits=f"{name} limits.",
        sources=(Source(title=f"{name} source", url=None, accessed="2026-11"),),
    ).model_copy(update=changes)


def make_library() -> Library:
    """Return a checklist of two practices with three and two questions, and three cases."""
    values = tuple(ContextValue(id=key, title=key, explanation=key) for key in ("federal", "dual"))
    context = (ContextQuestion(key="state_system", title="State?", explanation="Why.", values=values),)
    return Library(
        checklist=Checklist(
            id="mini",
            version="1.0.0",
            levels=tuple(LevelLabel(label=label, meaning=f"{label} meaning.") for label in LABELS),
            areas=(Area(id="mandates", title="Mandates"), Area(id="trust", title="Trust")),
            barriers=tuple(Barrier(id=name, title=name, explanation=name) for name in BARRIERS),
            places=(
                KindOfPlace(id="devolved", title="Places that share power", when={"state_system": ("federal", "dual")}),
                KindOfPlace(
                    id="civic_space", title="Places with limits", when={"civic_space": ("restricted", "closed")}
                ),
            ),
            context=context,
        ),
        practices=(
            make_practice(
                "p01",
                "mandates",
                make_question("p01.q1", headline=True, weight=2),
                make_question("p01.q2"),
                make_question("p01.q3", applies_when={"state_system": ("federal",)}),
            ),
            make_practice("p02", "trust", make_question("p02.q1", headline=True), make_question("p02.q2", weight=3)),
        ),
        cases=(make_case("KE-one", "p01"), make_case("SE-two", "p01", "p02"), make_case("ID-three", "p02")),
    )


def make_assessment(**changes: object) -> Assessment:
    """Return an empty assessment of Surakarta by its local government."""
    return Assessment(
        id="0" * 31 + "1",
        created=NOW,
        updated=NOW,
        mode="full",
        city=City(name="Surakarta", country="ID", region="Central Java"),
        respondent=Respondent(group="local_government", code="K7QD", capacity="institution", notes="with_group"),
        round="own",
        answers={},
    ).model_copy(update=changes)


def level(number: int, **changes: object) -> LevelAnswer:
    return LevelAnswer(revision=1, answered=NOW, level=number).model_copy(update=changes)
