"""The `guia` command: arguments, exit codes and colour; the only module that knows a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn

import click

from generator import __version__
from generator.words import N_, Words, words

if TYPE_CHECKING:
    from generator.checks import Examined

LANGUAGE = "pt-BR"
"""What the command speaks before it knows the language of a catalogue."""

OK, PROBLEMS, UNREADABLE = 0, 1, 2

FILE = Path("modalities.yaml")
SCHEMA = Path("modalities.schema.json")


def _(message: str) -> str:
    return words(LANGUAGE).gettext(message)


# Click's own words, in the form in which it asks for them; its gettext has no catalogue of ours.
_HELP = N_("Show this help and end.")
_VERSION = N_("Show the version and end.")


class _Command(click.Command):
    """A command whose help is in the guide's language, headings too."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_("Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        if records:
            with formatter.section(_("Options")):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _(_HELP)
        return option


class _Group(_Command, click.Group):
    """The command that holds the others."""

    command_class = _Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        names = [(name, self.commands[name].get_short_help_str(limit=90)) for name in self.list_commands(ctx)]
        with formatter.section(_("Commands")):
            formatter.write_dl(names)


@click.group(
    cls=_Group,
    help=_("Checks the catalogue of a relationship guide, and keeps what belongs to it in step."),
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGUMENTS]…"),
)
@click.version_option(__version__, prog_name="guia", message="%(prog)s %(version)s", help=_(_VERSION))
def guia() -> None:
    pass


@guia.command(
    help=_("Checks a catalogue and says what to mend (without FILE: modalities.yaml)."),
    options_metavar=_("[OPTIONS]"),
)
@click.argument("file", type=click.Path(path_type=Path), default=FILE, metavar=_("[FILE]"))
@click.option(
    "--lang", metavar=_("LANGUAGE"), help=_("Language of the report, as in pt-BR; else the catalogue's.")
)
def check(file: Path, lang: str | None) -> NoReturn:
    from generator.checks import examine_file
    from generator.report.text import render, render_unreadable
    from generator.source.reader import Unreadable

    try:
        examined = examine_file(file)
    except Unreadable as fault:
        _print(render_unreadable(fault, words(lang or LANGUAGE), _colour(sys.stderr)), sys.stderr)
        sys.exit(UNREADABLE)
    _print(render(examined, words(lang or _language(examined)), _colour(sys.stdout)), sys.stdout)
    sys.exit(OK if examined.ok else PROBLEMS)


@guia.command(
    help=_("Writes the JSON Schema by which editors check a catalogue while it is being written."),
    options_metavar=_("[OPTIONS]"),
)
@click.option(
    "--check", "compare", is_flag=True, help=_("Only say whether modalities.schema.json is up to date.")
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Write to this file instead of the screen."),
)
def schema(compare: bool, output: Path | None) -> NoReturn:
    from generator.catalogue.schema import schema_text

    text = schema_text()
    file = output or SCHEMA
    if compare:
        if file.is_file() and file.read_text(encoding="utf-8") == text:
            sys.exit(OK)
        told = _("{file} is not up to date. How to mend it: run `guia schema -o {file}`.")
        _print(told.format(file=file.as_posix()) + "\n", sys.stderr)
        sys.exit(PROBLEMS)
    if output is None:
        _print(text, sys.stdout)
        sys.exit(OK)
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        told = _("{file} could not be written: {why}.")
        _print(told.format(file=output.as_posix(), why=error.strerror) + "\n", sys.stderr)
        sys.exit(UNREADABLE)
    sys.exit(OK)


def main(arguments: Iterable[str] | None = None) -> NoReturn:
    """Run the command; a slip in the arguments is told in the guide's language, without a traceback."""
    try:
        guia.main(
            args=None if arguments is None else list(arguments), prog_name="guia", standalone_mode=False
        )
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "guia"
        hint = _("`{command} --help` shows what is possible.").format(command=command)
        _print(f"{_usage(error, words(LANGUAGE))}\n{hint}\n", sys.stderr)
        sys.exit(UNREADABLE)
    except click.ClickException as error:
        _print(error.format_message() + "\n", sys.stderr)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    sys.exit(OK)


def _usage(error: click.UsageError, told: Words) -> str:
    match error:
        case click.NoSuchOption():
            return told.gettext("There is no option “{name}”.").format(name=error.option_name)
        case click.NoSuchCommand():
            return told.gettext("There is no command “{name}”.").format(name=error.command_name)
        case click.BadOptionUsage():
            return told.gettext("The option “{name}” is not used like this.").format(name=error.option_name)
        case _:
            return told.gettext("These arguments do not fit: {why}").format(why=error.format_message())


def _language(examined: Examined) -> str:
    """Return the language of a catalogue, even of one that is not well formed."""
    from generator.source.tree import Mapping, Scalar

    match examined.tree.root:
        case Mapping(items={"guide": (_, Mapping(items={"language": (_, Scalar(text=text))}))}):
            return text
    return LANGUAGE


def _colour(stream: IO[str]) -> bool:
    return stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _print(text: str, stream: Any) -> None:
    """Write a text to a stream that may know only the letters of one country, or none at all."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
    stream.flush()
