"""`guia promises`: what the guide promises, written for a review, or held against what was accepted before."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.kept import kept
from generator.cli.loading import sound
from generator.cli.localisation import Command, _
from generator.cli.options import CATALOGUE, committed
from generator.cli.terminal import FILE, OK, PROBLEMS, show
from generator.i18n import Words, words

if TYPE_CHECKING:
    from generator.promises.promise import Promise


@click.command(
    cls=Command,
    help=_("Tells all that the guide promises, one promise a line, for whoever reviews a change."),
    options_metavar=_("[OPTIONS]"),
)
@CATALOGUE
@committed(
    check=_("Say what has changed since promises.txt was last accepted."),
    output=_("Write to this file instead of the screen; with --check, compare with it."),
)
def command(file: Path, compare: bool, output: Path | None) -> NoReturn:
    from generator.promises import file as form
    from generator.promises.reading import promises

    catalogue = sound(file)
    told = words(catalogue.guide.language)
    found = promises(catalogue, told)
    if not compare:
        kept(form.text(found, told), output)
    target = output or file.with_name(form.NAME)
    named = "" if file == FILE else f"{shlex.quote(file.as_posix())} "
    accept = f"guia promises {named}-o {shlex.quote(target.as_posix())}"
    try:
        # By hand in an editor of another system it may have got a mark of its encoding, which says nothing.
        kept_text = target.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        show(_unreadable(error, told).format(file=target.as_posix(), command=accept) + "\n", sys.stderr)
        sys.exit(PROBLEMS)
    sys.exit(_compared(found, kept_text, told, target.as_posix(), accept))


def _unreadable(error: Exception, told: Words) -> str:
    match error:
        case FileNotFoundError():
            return told.gettext(
                "{file} is not there: nothing has been accepted yet. To accept it, run: {command}"
            )
        case UnicodeError():
            return told.gettext("{file} is no text in UTF-8. To write it again, run: {command}")
    return told.gettext("{file} cannot be read. Make room for it under another name, then run: {command}")


def _compared(found: Sequence[Promise], kept_text: str, told: Words, name: str, accept: str) -> int:
    """Tell what has changed, and return the exit code."""
    from generator.promises import file as form
    from generator.promises.changes import changes
    from generator.promises.review import render
    from generator.promises.terms import terms

    before, strange = form.read(kept_text, told)
    changed = changes(before, found, terms(told))
    if kept_text == form.text(found, told):
        return OK
    if not before:
        message = told.gettext(
            "{file} is empty, or in another language than the guide. To write it again, run: {command}"
        )
        show(message.format(file=name, command=accept) + "\n", sys.stdout)
    elif changed or strange:
        show(render(changed, strange, told, name, accept), sys.stdout)
    else:
        # In another order it would bury the next change of a promise among lines that only moved.
        message = told.gettext(
            "{file} promises the same, but is not as it is written. To mend it, run: {command}"
        )
        show(message.format(file=name, command=accept) + "\n", sys.stdout)
    return PROBLEMS
