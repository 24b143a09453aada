"""Which case studies are shown beside a practice, and why."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from mini import level, make_assessment, make_case, make_library, make_practice, make_question

from nlc_toolkit.analysis.matching import Match, match_cases, one_case_each, open_barriers
from nlc_toolkit.analysis.scoring import score_assessment
from nlc_toolkit.content.models import CaseStudy, Context

CONTEXT = Context(state_system="federal", police="national")


def matches(*cases: CaseStudy) -> tuple[Match, ...]:
    library = replace(make_library(), cases=cases)
    scores = score_assessment(library, make_assessment(answers={"p01.q1": level(1)}, context=CONTEXT))
    return match_cases(library, scores.practices[0], CONTEXT)


def test_only_cases_about_the_practice_match() -> None:
    assert [match.case for match in matches(make_case("KE-a", "p01"), make_case("KE-b", "p02"))] == ["KE-a"]


def test_a_shared_barrier_counts_twice_a_shared_context_value() -> None:
    context = make_case("KE-a", "p01", barriers=("data",), context=CONTEXT)
    barriers = make_case("KE-b", "p01", barriers=("trust", "mandate"))
    neither = make_case("KE-c", "p01", barriers=("data",), context=Context(police="municipal"))
    found = matches(neither, context, barriers)
    assert [(match.case, match.points) for match in found] == [("KE-b", 4), ("KE-a", 2), ("KE-c", 0)]
    assert found[0].barriers == ("trust", "mandate")
    assert found[1].context == (("state_system", "federal"), ("police", "national"))


@given(st.permutations(["KE-a", "KE-b", "KE-c"]))
def test_ties_are_broken_by_id_whatever_the_order_of_files(names: list[str]) -> None:
    assert [match.case for match in matches(*[make_case(name, "p01") for name in names])] == ["KE-a", "KE-b", "KE-c"]


def test_only_the_barriers_of_weak_questions_are_open_unless_none_is_weak() -> None:
    practice = make_practice(
        "p01",
        "mandates",
        make_question("p01.q1", headline=True, barriers=("trust",)),
        make_question("p01.q2", barriers=("data",)),
    )
    library = replace(make_library(), practices=(practice,))
    for levels, expected in (((4, 1), ("data",)), ((4, 3), ("trust", "data"))):
        answers = {"p01.q1": level(levels[0]), "p01.q2": level(levels[1])}
        result = score_assessment(library, make_assessment(answers=answers)).practices[0]
        assert open_barriers(library, result) == expected


def test_each_practice_shows_another_case_as_long_as_it_shares_something() -> None:
    def match(practice: str, case: str, *barriers: str) -> Match:
        return Match(case, practice, barriers, ())

    chosen = one_case_each(
        {
            "p01": (match("p01", "KE-a", "trust"),),
            "p02": (match("p02", "KE-a", "trust", "data"), match("p02", "KE-b", "data"), match("p02", "KE-c", "data")),
            "p03": (match("p03", "KE-a", "trust"), match("p03", "KE-d")),
            "p04": (),
        }
    )
    assert {practice: found.case for practice, found in chosen.items()} == {"p01": "KE-a", "p02": "KE-b", "p03": "KE-a"}
