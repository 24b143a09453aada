"""The options that hold for every command, and the language of a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlc_toolkit.cli.run import language_of, read_run
from nlc_toolkit.errors import WrongUsageError


@pytest.mark.parametrize(
    "arguments",
    [
        ["--language", "en", "--content", "mine", "--plain", "show", "a.json", "--json"],
        ["show", "a.json", "--json", "--language=en", "--content=mine", "--plain"],
        ["show", "--plain", "a.json", "--content", "mine", "--json"],
    ],
)
def test_run_options_may_stand_before_and_after_the_command(arguments: list[str]) -> None:
    run, rest = read_run(arguments, {})
    assert (run.language, run.content_folder, run.plain) == ("en", Path("mine"), True)
    assert rest == ["show", "a.json", "--json"]


def test_after_two_dashes_everything_is_an_argument() -> None:
    run, rest = read_run(["answer", "--", "--plain"], {})
    assert not run.plain
    assert rest == ["answer", "--", "--plain"]


@pytest.mark.parametrize("arguments", [["--language"], ["show", "--content"], ["--language="]])
def test_an_option_without_its_value_is_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(WrongUsageError, match="needs a value"):
        read_run(arguments, {})


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "tlh_KX"}, "en"),
        ({"NLC_LANGUAGE": "tlh", "LANG": "en_GB"}, "tlh"),
        ({"NLC_LANGUAGE": " ", "LC_ALL": "en"}, "en"),
    ],
)
def test_the_language_is_the_wish_then_the_locale_then_english(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


@pytest.mark.parametrize(
    ("arguments", "environment", "digits"),
    [
        ([], {}, "western"),
        (["--digits", "arabic-indic"], {}, "arabic_indic"),
        (["--digits=Western"], {"NLC_DIGITS": "arabic-indic"}, "western"),
        ([], {"NLC_DIGITS": "arabic-indic"}, "arabic_indic"),
    ],
)
def test_digits_are_as_the_option_says_else_the_environment(
    arguments: list[str], environment: dict[str, str], digits: str
) -> None:
    assert read_run(["show", *arguments], environment)[0].digits == digits


def test_unknown_digits_are_wrong_usage() -> None:
    with pytest.raises(WrongUsageError, match="roman"):
        read_run(["--digits", "roman"], {})


@pytest.mark.parametrize(
    ("arguments", "environment", "bidi"),
    [
        (["show", "a.json"], {}, "logical"),
        (["--bidi", "visual", "show"], {}, "visual"),
        (["show", "--bidi=Visual"], {"NLC_BIDI": "logical"}, "visual"),
        (["show"], {"NLC_BIDI": " visual "}, "visual"),
        (["show", "--bidi", "logical"], {"NLC_BIDI": "visual"}, "logical"),
        (["show"], {"NLC_BIDI": ""}, "logical"),
    ],
)
def test_right_to_left_text_is_turned_as_the_option_says_else_the_environment(
    arguments: list[str], environment: dict[str, str], bidi: str
) -> None:
    run, rest = read_run(arguments, environment)
    assert run.bidi == bidi
    assert rest[:1] == ["show"]


@pytest.mark.parametrize(("arguments", "environment"), [(["--bidi", "right"], {}), ([], {"NLC_BIDI": "right"})])
def test_an_unknown_way_to_turn_text_is_wrong_usage(arguments: list[str], environment: dict[str, str]) -> None:
    with pytest.raises(WrongUsageError, match="“right” is no way") as caught:
        read_run(arguments, environment)
    assert caught.value.exit_code == 2


def test_sentences_are_turned_where_asked_for_and_paths_and_json_never(capsys: pytest.CaptureFixture[str]) -> None:
    for bidi, joined in (("visual", True), ("logical", False)):
        run, _ = read_run(["--bidi", bidi], {})
        run.say("{text}", text="سلام")
        run.print_as_it_is(Path("سلام.json"))
        run.print_json({"city": "سلام"})
        turned, path, *json = capsys.readouterr().out.splitlines()
        assert (turned != "سلام") == joined
        assert path == "سلام.json"
        assert "سلام" in "".join(json)
