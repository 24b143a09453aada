"""The documents and the program speak of the same commands, options and files."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer.main

from nlc_toolkit.cli.main import COMMANDS, make_app
from nlc_toolkit.cli.run import PLAIN_OPTION, VALUE_OPTIONS, read_run

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted({ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")})
FOR_USERS = [path for path in DOCUMENTS if path.name != "CONTRIBUTING.md" and path.parent.name != "decisions"]
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in DOCUMENTS}


def parsed(command: str) -> Any:
    """Return a command as typer reads it; the whole program for an empty name."""
    app: Any = typer.main.get_command(make_app())
    return app.commands[command] if command else app


def options_of(command: str) -> set[str]:
    known = {*VALUE_OPTIONS, PLAIN_OPTION, "--help", "-h"}
    for parameter in parsed(command).params:
        known |= {*parameter.opts, *parameter.secondary_opts}
    return known


def lines_of_code(text: str) -> list[str]:
    """Return the lines of a document's blocks and the spans in its sentences, without the remarks at their ends."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()] + re.findall(r"`([^`\n]+)`", prose)
    return [line.partition("  #")[0].strip() for line in lines]


def calls() -> list[tuple[str, list[str]]]:
    """Return every `nlc …` that the documents show, with the document it stands in."""
    found = [
        (name, re.search(r"(?:^|\| |/|\\)(nlc(?: .*)?)$", line))
        for name, text in TEXTS.items()
        for line in lines_of_code(text)
    ]
    return [(name, shlex.split(match[1])[1:]) for name, match in found if match]


def test_there_are_documents_and_they_show_commands() -> None:
    assert {"README.md", "CONTRIBUTING.md", "docs/using.md"} <= set(TEXTS)
    assert len(calls()) > 20


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    text = parsed(command).help or ""
    assert "Example" in text
    assert "\\b" not in text, "write the docstring without r, so that \\b is the character that typer looks for"
    assert re.search(rf"^ *nlc {command}\b", text, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_explained_to_those_who_use_it(command: str) -> None:
    assert any(f"nlc {command}" in path.read_text(encoding="utf-8") for path in FOR_USERS)


def test_every_call_that_the_documents_show_is_understood() -> None:
    wrong = []
    for document, words in calls():
        _, rest = read_run(words, {})
        command = next((word for word in rest if not word.startswith("-")), "")
        if command not in COMMANDS:
            if command and not command.isupper():
                wrong.append(f"{document}: nlc {' '.join(words)}: no such command")
            command = ""
        wrong += [
            f"{document}: nlc {' '.join(words)}: no option {word}"
            for word in words
            if word.startswith("-") and word != "-" and word.partition("=")[0] not in options_of(command)
        ]
    assert wrong == []


def test_every_link_between_the_documents_leads_somewhere() -> None:
    links = [
        (path, target)
        for path in DOCUMENTS
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
        if "://" not in target
    ]
    assert links
    assert [f"{path.name}: {target}" for path, target in links if not (path.parent / target).exists()] == []


def test_every_script_that_the_documents_call_is_there_and_knows_the_word() -> None:
    called = {match for text in TEXTS.values() for match in re.findall(r"\./(setup|dev) ([a-z]+)", text)}
    assert {("setup", "demo"), ("setup", "test"), ("dev", "check"), ("dev", "update")} <= called
    for script, word in called:
        assert re.search(rf"^ *(.*\| )?{word}\)", (ROOT / script).read_text(encoding="utf-8"), re.MULTILINE), (
            script,
            word,
        )
