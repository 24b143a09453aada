"""Errors carry a sentence and its data; problems carry their place."""

from __future__ import annotations

from pathlib import Path

from nlc_toolkit.errors import Problem, ProblemsError, ToolkitError, WrongUsageError
from nlc_toolkit.i18n import Translator

T = Translator()


def test_a_sentence_is_filled_after_translation() -> None:
    error = ToolkitError("{file} is not there.", file="a.json")
    assert error.sentence(T) == str(error) == "a.json is not there."


def test_wrong_usage_exits_with_two_and_everything_else_with_one() -> None:
    assert (ToolkitError("x").exit_code, WrongUsageError("x").exit_code) == (1, 2)


def test_a_problem_names_file_line_column_and_field() -> None:
    problem = Problem(Path("p.yaml"), "levels", "has {count}", {"count": 4}, line=7, column=3)
    assert problem.sentence(T) == "p.yaml:7:3: levels: has 4"


def test_a_warning_says_so_and_names_the_rule_that_can_be_excepted() -> None:
    problem = Problem(Path("p.yaml"), "text", "is long", line=7, column=3, severity="warning", rule="long_sentence")
    assert problem.sentence(T) == "p.yaml:7:3: text: warning: is long [long_sentence]"


def test_a_problem_of_a_whole_file_or_of_json_leaves_out_what_is_not_known() -> None:
    assert Problem(Path("p.yaml"), "", "is empty", line=1, column=1).sentence(T) == "p.yaml:1:1: is empty"
    assert Problem(Path("a.json"), "answers.p06.q1", "is odd").sentence(T) == "a.json: answers.p06.q1: is odd"


def test_all_problems_are_said_a_line_each() -> None:
    error = ProblemsError([Problem(Path("a"), "x", "one"), Problem(Path("b"), "y", "two")])
    assert error.sentence(T) == "a: x: one\nb: y: two"
