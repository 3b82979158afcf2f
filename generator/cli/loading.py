"""The catalogue that a command asks for an answer, or the report of why it cannot."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.localisation import language_of, locale
from generator.cli.terminal import PROBLEMS, UNREADABLE, colour, name_of, show
from generator.i18n import FIRST_LANGUAGE, words

if TYPE_CHECKING:
    from generator.catalogue.root import Catalogue


def sound(file: Path) -> Catalogue:
    """Return the catalogue of a file; one with a problem ends the command with its report."""
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
        sys.exit(PROBLEMS)
    return examined.catalogue
