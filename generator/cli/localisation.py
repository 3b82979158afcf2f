"""Click in the reader's language: which one that is, and the help and the slips told in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import click

from generator.i18n import FIRST_LANGUAGE, N_, SOURCE_LANGUAGE, languages, spoken, words

if TYPE_CHECKING:
    from generator.source.parser import Tree


def locale() -> str | None:
    """Return the language of the reader's environment, as POSIX finds it: the first of three that is set."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return spoken(named)


def _(message: str) -> str:
    """Say something in the reader's language, before any catalogue is known."""
    return words(locale() or FIRST_LANGUAGE).gettext(message)


# Click's own words, in the form in which it asks for them; its gettext has no catalogue of ours.
HELP = N_("Show this help and end.")
VERSION = N_("Show the version and end.")


class Misuse(click.UsageError):
    """A slip in the arguments that is already told in the reader's words."""


class Command(click.Command):
    """A command whose help is in the reader's language, headings too."""

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
            option.help = _(HELP)
        return option


class CommandGroup(Command, click.Group):
    """The command that holds the others, each in a module of its name beside this one.

    Only the one that is called is loaded: making the options of all takes as long as reading a catalogue.
    """

    NAMES: tuple[str, ...] = (
        "check",
        "explain",
        "schema",
        "promises",
        "diff",
        "sources",
        "quote",
        "choose",
        "new",
    )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        return [*self.NAMES]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.NAMES:
            return None
        found: click.Command = import_module(f"generator.cli.{cmd_name}").command
        return found

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        commands = [(name, self.get_command(ctx, name)) for name in self.NAMES]
        names = [(name, each.get_short_help_str(limit=90)) for name, each in commands if each]
        with formatter.section(_("Commands")):
            formatter.write_dl(names)


def _chosen_language(ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    if (known := spoken(value)) is None:
        told = _("There is no “{value}” for {option}. What there is: {choices}.")
        raise Misuse(told.format(value=value, option="--lang", choices=", ".join(languages())), ctx)
    return known


def lang_option(told: str) -> Callable[[Callable[..., NoReturn]], Callable[..., NoReturn]]:
    """Return the option `--lang`; ``told`` is its help, with a hole for ``{languages}``."""
    named = told.format(languages=", ".join(languages()))
    return click.option("--lang", callback=_chosen_language, metavar=_("LANGUAGE"), help=named)


LANG = lang_option(
    _("Language of what is told, one of {languages}; else that of your system, else the catalogue's.")
)


def language_of(tree: Tree) -> str:
    """Return the language of a catalogue, even of one that is not well formed."""
    match tree.values:
        case {"guide": {"language": str(tag)}}:
            return spoken(tag) or SOURCE_LANGUAGE
    return FIRST_LANGUAGE
