"""The least that a typer program with two commands costs: what `nlc --help` is measured against."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer hands it on so
    if wanted:
        typer.echo("two 1.0")
        raise typer.Exit


@app.callback()
def start(
    *,
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_print_version)] = False,
) -> None:
    """Two commands."""
    del version


@app.command()
def first(name: str) -> None:
    """The first command."""
    import json  # noqa: PLC0415 - a lazy import, as in the program that is measured

    typer.echo(json.dumps(name))


@app.command()
def second(name: str) -> None:
    """The second command."""
    import json  # noqa: PLC0415

    typer.echo(json.dumps(name))


app(prog_name="two")
