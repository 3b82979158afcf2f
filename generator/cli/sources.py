"""`guia sources`: the sources of a guide, looked at where they are published."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.localisation import Command, CommandGroup, Misuse, _, language_of, locale
from generator.cli.options import CATALOGUE, one_of
from generator.cli.terminal import FILE, OK, PROBLEMS, UNREADABLE, colour, name_of, show
from generator.i18n import FIRST_LANGUAGE, words

if TYPE_CHECKING:
    from generator.catalogue.root import Catalogue
    from generator.source.parser import Tree
    from generator.watched.lock import LastRead
    from generator.watched.looking import Look

FORMATS = ("text", "markdown", "json")

UNREACHED = 3
"""Nothing differs as far as could be seen, but not all could be."""


class _Sources(CommandGroup):
    NAMES = ("check",)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        return check if cmd_name in self.NAMES else None


@click.group(
    cls=_Sources,
    help=_("Looks at the sources of the guide where they are published."),
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGUMENTS]…"),
)
def command() -> None:
    pass


@click.command(
    "check",
    cls=Command,
    help=_(
        "Fetches each source that has an address, and tells which paragraphs are others than those of "
        "sources.lock, and which facts to look at again. Ends with 0 where nothing changed, 1 where something "
        "did, 2 where the arguments, the catalogue or sources.lock do not fit, 3 where nothing changed, but a "
        "source could not be read. Example: guia sources check"
    ),
    options_metavar=_("[OPTIONS]"),
)
@CATALOGUE
@click.option(
    "--source",
    "only",
    multiple=True,
    metavar="ID",
    help=_("Only this source, by its id; as often as needed."),
)
@click.option(
    "--accept",
    is_flag=True,
    help=_(
        "Then write sources.lock: what was seen is what later looks are compared with. None of its text is kept."
    ),
)
@one_of(
    "--format",
    "form",
    FORMATS,
    default="text",
    metavar=_("FORMAT"),
    help=_(
        "How it is told: text, markdown (the text of an issue) or json. Only text shows words of a source."
    ),
)
@click.pass_context
def check(ctx: click.Context, /, file: Path, only: tuple[str, ...], accept: bool, form: str) -> NoReturn:
    from generator.watched import data, report
    from generator.watched.fetching import Fetcher
    from generator.watched.lock import NAME, write
    from generator.watched.looking import accepted, addresses, look
    from generator.watched.reading import read

    catalogue, tree = _sound(file)
    watched = {each.id: each for each in catalogue.sources if addresses(each)}
    for each in only:
        if each not in watched:
            told = _("There is no “{value}” for {option}. What there is: {choices}.")
            raise Misuse(told.format(value=each, option="--source", choices=", ".join(watched)), ctx)
    lock = file.with_name(NAME)
    last = _last(lock, file, accept) if watched else {}
    fetcher = Fetcher()
    asked = [each for each in watched.values() if not only or each.id in only]
    looks = [look(each, url, last.get(url), fetcher.fetch, read) for each in asked for url in addresses(each)]
    told_of = report.LookedAt(
        name_of(file),
        words(catalogue.guide.language),
        looks,
        *_lines(catalogue, tree),
        "" if accept else _accepting(file),
    )
    tell = {"text": report.as_text, "markdown": report.as_markdown, "json": data.as_json}[form]
    show(tell(told_of), sys.stdout)
    kept = accepted(last, looks, [url for each in watched.values() for url in addresses(each)])
    # Where nothing could be read nothing is accepted: an empty file would say that somebody has looked.
    if accept and kept != last:
        try:
            write(lock, kept)
        except OSError as error:
            told = _("{file} could not be written: {why}.")
            show(told.format(file=name_of(lock), why=error.strerror) + "\n", sys.stderr)
            sys.exit(UNREADABLE)
    sys.exit(_code(looks, accept))


def _code(looks: list[Look], accept: bool) -> int:
    """Return how it ends; what has just been accepted asks nothing more of anybody."""
    open_ones = [each for each in looks if not (each.quiet or (accept and each.keep))]
    if any(each.differs for each in open_ones):
        return PROBLEMS
    return UNREACHED if open_ones else OK


def _accepting(file: Path) -> str:
    named = "" if file == FILE else f" {shlex.quote(file.as_posix())}"
    return f"guia sources check{named} --accept"


def _last(lock: Path, file: Path, accept: bool) -> dict[str, LastRead]:
    """Return what was read last; where that cannot be known the command ends, before anybody is asked."""
    from generator.watched.lock import BadLock, parsed

    try:
        return parsed(lock.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        if accept:
            return {}
        told = _(
            "{file} is not there: nothing has been read yet. To read the sources and keep it, run: {command}"
        )
    except (OSError, UnicodeError, BadLock):
        told = _(
            "{file} cannot be read, or another version has written it. Move it away, then write it again: {command}"
        )
    show(told.format(file=name_of(lock), command=_accepting(file)) + "\n", sys.stderr)
    sys.exit(UNREADABLE)


def _sound(file: Path) -> tuple[Catalogue, Tree]:
    """Return a catalogue with the places in its file; one with an error ends the command with its report."""
    from generator.linter.runner import examine_file
    from generator.reporters.text import render, render_unreadable
    from generator.source.reader import Unreadable

    try:
        examined = examine_file(file, name_of(file))
    except Unreadable as fault:
        show(render_unreadable(fault, words(locale() or FIRST_LANGUAGE), colour(sys.stderr)), sys.stderr)
        sys.exit(UNREADABLE)
    if not examined.ok or examined.catalogue is None:
        show(render(examined, words(locale() or language_of(examined.tree)), colour(sys.stderr)), sys.stderr)
        # Not as a change of a source: whoever reads the code alone must not take it for one.
        sys.exit(UNREADABLE)
    return examined.catalogue, examined.tree


def _lines(catalogue: Catalogue, tree: Tree) -> tuple[dict[str, int], dict[str, int]]:
    """Return the line of each fact, and that of `checked` of each source."""
    from generator.source.locations import place_of

    facts, checked = {}, {}
    for index, source in enumerate(catalogue.sources):
        checked[source.id] = place_of(tree, ("sources", index, "checked"), "key").line
        for number, fact in enumerate(source.facts):
            facts[fact.id] = place_of(tree, ("sources", index, "facts", number, "id")).line
    return facts, checked
