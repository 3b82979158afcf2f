"""`guia check --watch`: runs again at each save of a file, however an editor saves it."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.cli.localisation import _
from generator.cli.terminal import OK, show

PAUSE = 0.2
"""Seconds between two looks at a watched file."""

GONE = 1.0
"""Seconds for which a watched file may be missing: some editors delete it and write it anew."""


def watched(file: Path, run: Callable[[], int]) -> int:
    """Run at each change of a file until Ctrl-C; return the code of the last run.

    Only one file is watched, so looking at it five times a second costs nothing, and it serves every editor, linked
    files and network drives, of which a file system tells nothing.
    """
    gc.enable()
    code = OK
    seen: object = ()
    try:
        while True:
            state = _settled(file)
            if state != seen:
                seen = state
                if sys.stdout.isatty():
                    show("\x1b[2J\x1b[3J\x1b[H", sys.stdout)
                show(f"── {time.strftime('%H:%M:%S')} ──\n", sys.stdout)
                code = run()
                show(_("Waiting for the next save; Ctrl-C ends.") + "\n", sys.stdout)
            time.sleep(PAUSE)
    except KeyboardInterrupt:
        show("\n", sys.stdout)
        return code


def _settled(file: Path) -> object:
    """Return what tells one state of a file from another, once a save is no longer under way."""
    since = time.monotonic()
    last = _state(file)
    while True:
        time.sleep(PAUSE / 4)
        state = _state(file)
        if state == last and (state is not None or time.monotonic() - since > GONE):
            return state
        last = state


def _state(file: Path) -> object:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode
