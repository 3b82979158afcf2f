"""A file that belongs to a catalogue and is committed beside it: shown, written, or compared with what it should be."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

from generator.cli.localisation import _
from generator.cli.terminal import OK, UNREADABLE, show


def kept(text: str, output: Path | None) -> NoReturn:
    """Write a text to a file, or show it where none is named, and end."""
    if output is None:
        show(text, sys.stdout)
        sys.exit(OK)
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        told = _("{file} could not be written: {why}.")
        show(told.format(file=output.as_posix(), why=error.strerror) + "\n", sys.stderr)
        sys.exit(UNREADABLE)
    sys.exit(OK)
