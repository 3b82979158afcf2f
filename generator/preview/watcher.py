"""Tells of each save, by looking again and again: for `guia check --watch`, and what a preview's server does not see.

A few files are watched, so looking at them costs nothing, and it serves every editor, linked files and network drives,
of which a file system tells nothing.
"""

from __future__ import annotations

import errno
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

PAUSE = 0.2
"""Seconds between two looks."""

GONE = 1.0
"""Seconds for which a file may be missing: some editors delete it and write it anew."""

State = tuple[int, ...]
Look = Callable[[], dict[Path, State]]

_MISSING = (errno.ENOENT,)


def of_file(file: Path) -> Look:
    """Look at one file, which need not be there, nor be one that may be read."""
    return lambda: {file: _state(file)}


def of_code(package: Path) -> Look:
    """Look at the modules of a package that are loaded by now."""

    def look() -> dict[Path, State]:
        files = [
            Path(file) for module in list(sys.modules.values()) if (file := getattr(module, "__file__", None))
        ]
        return {path: _state(path) for path in files if path.is_relative_to(package)}

    return look


def saves(look: Look, pause: float = PAUSE) -> Iterator[None]:
    """Give a turn at once, and one for each change that has settled; what only now is looked at has not changed."""
    before = look()
    yield
    while True:
        time.sleep(pause)
        now = _settled(look, pause / 4)
        if any(now.get(path) != state for path, state in before.items()):
            yield
        before = now


def at_each_save(look: Look, tell: Callable[[], None], pause: float = PAUSE) -> None:
    """Call ``tell`` at each change from now on, for as long as the process lives."""
    turns = saves(look, pause)
    next(turns)

    def wait() -> None:
        for _turn in turns:
            tell()

    threading.Thread(target=wait, name="saves", daemon=True).start()


def _settled(look: Look, pause: float) -> dict[Path, State]:
    """Return what is there once a save is no longer under way."""
    since = time.monotonic()
    last = look()
    while True:
        time.sleep(pause)
        now = look()
        if now == last and (_MISSING not in now.values() or time.monotonic() - since > GONE):
            return now
        last = now


def _state(file: Path) -> State:
    try:
        found = file.stat()
    except OSError as error:
        return (error.errno or 0,)
    return (found.st_ino, found.st_mode, found.st_uid, found.st_mtime_ns, found.st_size)
