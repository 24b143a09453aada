"""Help and wrong usage in the language of the run: typer reads the command line, the words are ours.

The help texts themselves stand with their commands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer import BadParameter
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from nlc_toolkit.cli.run import run_of
from nlc_toolkit.errors import WrongUsageError, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nlc_toolkit.i18n import Translator

UsageError: type[Exception] = BadParameter.__bases__[0]
"""What typer raises for a command line that does not fit; it exports only this child of it."""

KEEPS_ITS_LINES = "\b\n"
SHOW_HELP = mark("Show this help and exit.")


class _HelpPage:
    """Draws a command's help; mixed into typer's classes, which parse."""

    help: str | None

    def get_help(self, ctx: Any) -> str:
        """Return the page as it is printed."""
        return run_of(ctx).laid_out(super().get_help(ctx))  # type: ignore[misc]  # typer's

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]  # typer's
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=run_of(ctx).translator("Usage:") + " ")

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does; a paragraph with indented lines, such as an example, keeps its lines."""
        del ctx
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(
                "\n\n".join(
                    KEEPS_ITS_LINES + paragraph if "\n " in paragraph else paragraph
                    for paragraph in (self.help or "").split("\n\n")
                )
            )

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments, options and, for `nlc` itself, the commands."""
        t = run_of(ctx).translator
        parameters = self.get_params(ctx)  # type: ignore[attr-defined]  # typer's
        for kind, title in ((TyperArgument, t("Arguments")), (TyperOption, t("Options"))):
            rows = [row for parameter in parameters if isinstance(parameter, kind) for row in _row(parameter, ctx, t)]
            if rows:
                with formatter.section(_heading(title, t)):
                    formatter.write_dl(rows)


class HelpfulCommand(_HelpPage, TyperCommand):
    """A command whose help speaks the language of the run."""


class HelpfulGroup(_HelpPage, TyperGroup):
    """`nlc` itself, whose help lists the commands."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, then each command with its first sentence."""
        super().format_options(ctx, formatter)
        rows = [(name, (command.help or "").partition("\n")[0]) for name, command in self.commands.items()]
        if rows:
            t = run_of(ctx).translator
            with formatter.section(_heading(t("Commands"), t)):
                formatter.write_dl(rows)


def _heading(title: str, t: Translator) -> str:
    """Return `title` with what the language sets before a colon; the colon itself comes from typer."""
    return t("{title}:", title=title).removesuffix(":")


def _row(parameter: TyperArgument | TyperOption, ctx: Any, t: Translator) -> Iterator[tuple[str, str]]:
    """Yield how the parameter is written and what it is for, unless it is hidden."""
    record = parameter.get_help_record(ctx)
    if record is None:
        return
    remarks = []
    if parameter.required:
        remarks.append(t("required"))
    elif parameter.show_default and parameter.default not in {None, "", False}:
        remarks.append(t("without it: {value}", value=parameter.default))
    words = SHOW_HELP if "--help" in parameter.opts else parameter.help
    yield record[0], "  ".join([t(words) if words else "", *(f"[{remark}]" for remark in remarks)])


def wrong_usage(error: Any) -> WrongUsageError:
    """Return what is wrong with the command line, and where help is, as one sentence of ours.

    Args:
        error: what typer raised, a `UsageError`.
    """
    command = error.ctx.command_path if error.ctx is not None else "nlc"
    kind, fields = type(error).__name__, {"command": command}
    if kind == "MissingParameter" and error.param is not None:
        name = error.param.make_metavar(error.ctx).strip("[]")
        return WrongUsageError(
            mark("{name} is missing after {command}. For help, type: {command} --help"), name=name, **fields
        )
    if kind == "NoSuchOption":
        return WrongUsageError(
            mark("{command} has no option {option}. For help, type: {command} --help"),
            option=error.option_name,
            **fields,
        )
    if kind == "BadOptionUsage":
        return WrongUsageError(
            mark("{option} needs a value after it, or takes none. For help, type: {command} --help"),
            option=error.option_name,
            **fields,
        )
    if kind == "BadParameter" and error.param is not None:
        return WrongUsageError(
            mark("What stands after {option} is not a number that fits. For help, type: {command} --help"),
            option=max(error.param.opts, key=len),
            **fields,
        )
    return WrongUsageError(
        mark("There is more on the line than {command} takes. For help, type: {command} --help"), **fields
    )
