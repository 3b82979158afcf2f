"""`guia schema`: the catalogue's JSON Schema for editors, written or compared."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.kept import kept
from generator.cli.localisation import Command, _, lang_option, language_of
from generator.cli.options import CATALOGUE, committed
from generator.cli.terminal import OK, PROBLEMS, show
from generator.i18n import FIRST_LANGUAGE, words

SCHEMA = Path("modalities.schema.json")


@click.command(
    cls=Command,
    help=_("Writes the JSON Schema by which editors check a catalogue while it is being written."),
    options_metavar=_("[OPTIONS]"),
)
@CATALOGUE
@committed(
    check=_("Only say whether modalities.schema.json is up to date."),
    output=_("Write to this file instead of the screen."),
)
@lang_option(_("Language of what editors show, one of {languages}; else the catalogue's."))
def command(file: Path, compare: bool, output: Path | None, lang: str | None) -> NoReturn:
    from generator.catalogue.json_schema import schema_text
    from generator.linter.offers import beside
    from generator.source.parser import parse
    from generator.source.reader import Unreadable, read

    # The file is committed: it must not depend on whose machine has written it, so no locale is asked.
    try:
        tree = parse(read(file))
        language = lang or language_of(tree)
        text = schema_text(tree, words(language), beside(language))
    except Unreadable:
        # Nothing to offer ids from: the form of the keys is still of use.
        language = lang or FIRST_LANGUAGE
        text = schema_text(words=words(language), beside=beside(language))
    target = output or SCHEMA
    if compare:
        if target.is_file() and target.read_text(encoding="utf-8") == text:
            sys.exit(OK)
        told = _("{file} is not up to date. How to mend it: run `guia schema -o {file}`.")
        show(told.format(file=target.as_posix()) + "\n", sys.stderr)
        sys.exit(PROBLEMS)
    kept(text, output)
