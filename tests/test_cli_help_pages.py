"""Help and wrong usage speak the language of the run and keep what is typed as it is typed."""

from __future__ import annotations

import pytest

from nlc_toolkit.cli.main import COMMANDS, main


def lines_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    printed = capsys.readouterr()
    return int(end.value.code or 0), printed.out, printed.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["report"], "FILE... is missing after nlc report. For help, type: nlc report --help"),
        (["answer", "f.json", "p06.q1"], "VALUE is missing after nlc answer. For help, type: nlc answer --help"),
        (["show", "--colour"], "nlc show has no option --colour. For help, type: nlc show --help"),
        (
            ["show", "a.json", "b.json"],
            "There is more on the line than nlc show takes. For help, type: nlc show --help",
        ),
        (["workshop", "x", "--minutes", "abc"], "What stands after --minutes is not a number that fits."),
        (["report", "x", "--jobs", "99"], "What stands after --jobs is not a number that fits."),
        (["report", "x", "--edition"], "--edition needs a value after it"),
        (["shwo"], "There is no command “shwo”. Did you mean: nlc show"),
        (["zzz"], "There is no command “zzz”. For all commands, type: nlc --help"),
    ],
)
def test_wrong_usage_is_one_sentence_that_tells_where_help_is(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = lines_of(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_an_example_keeps_its_lines_in_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = lines_of(capsys, command, "--help")
    assert code == 0
    assert any(line.startswith(f"    nlc {command}") for line in out.splitlines())


def test_help_says_what_is_required_and_what_holds_without_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = lines_of(capsys, "workshop", "--help")
    assert "[required]" in out
    assert "[without it: 180]" in out
