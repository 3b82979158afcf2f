"""Tells of each save, by looking again and again: for `guia check --watch`, and for a preview.

A project's files are some dozens, so looking at them costs next to nothing, and it serves every editor, linked files
and network drives, of which a file system tells nothing. A folder is gone through without following a link: one that
leads back into it would never come to an end.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

PAUSE = 0.2
"""Seconds between two looks."""

GONE = 1.0
"""Seconds for which a file may be missing: some editors delete it and write it anew."""

SHARE = 9
"""How many times as long as a look takes the pause after it is, at least: folders may be full of pictures."""

State = tuple[int | str, ...]
Look = Callable[[], dict[Path, State]]

_MISSING: State = (errno.ENOENT,)


def of(paths: Callable[[], Iterable[Path]]) -> Look:
    """Look at files and whole folders, which need not be there, nor be such as may be read."""

    def look() -> dict[Path, State]:
        found: dict[Path, State] = {}
        for path in paths():
            found |= _folder(path) if path.is_dir() else {path: _state(path)}
        return found

    return look


def of_code(package: Path) -> Look:
    """Look at the modules of a package that are loaded by now."""
    inside = f"{package}{os.sep}"

    def look() -> dict[Path, State]:
        # As text first: of all modules that are loaded, only those of the package become paths.
        files = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
        return {
            path: _state(path)
            for path in (Path(file) for file in files if isinstance(file, str) and file.startswith(inside))
        }

    return look


def saves(look: Look, pause: float = PAUSE) -> Iterator[None]:
    """Give a turn at once, and one for each change that has settled; what only now is looked at has not changed."""
    before = look()
    yield
    took = 0.0
    while True:
        time.sleep(max(pause, SHARE * took))
        began = time.monotonic()
        now = look()
        took = time.monotonic() - began
        if _changed(before, now):
            now = _settled(look, pause / 4, before)
        if _changed(before, now):
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


def _changed(before: dict[Path, State], now: dict[Path, State]) -> bool:
    return any(now.get(path) != state for path, state in before.items())


def _settled(look: Look, pause: float, before: dict[Path, State]) -> dict[Path, State]:
    """Return what is there once a save is no longer under way."""
    since = time.monotonic()
    last = look()
    while True:
        time.sleep(pause)
        now = look()
        gone = any(now.get(path, _MISSING) == _MISSING != state for path, state in before.items())
        if now == last and (not gone or time.monotonic() - since > GONE):
            return now
        last = now


def _state(file: Path) -> State:
    try:
        found = file.stat()
    except OSError as error:
        return (error.errno or 0,)
    return (found.st_ino, found.st_mode, found.st_uid, found.st_mtime_ns, found.st_size)


def _folder(folder: Path) -> dict[Path, State]:
    """Return the state of all that lies in a folder, and of each folder in it its names: so what is new is seen."""
    found: dict[Path, State] = {}
    left = [folder]
    while left:
        here = left.pop()
        try:
            with os.scandir(here) as entries:
                inside = [each for each in entries if not _is_for_a_tool(each.name)]
        except OSError as error:
            found[here] = (error.errno or 0,)
            continue
        found[here] = tuple(sorted(each.name for each in inside))
        for each in inside:
            path = here / each.name
            if each.is_dir(follow_symlinks=False):
                left.append(path)
            else:
                found[path] = _state(path)
    return found


def _is_for_a_tool(name: str) -> bool:
    """Tell whether it is what an editor or Python keeps for itself; MkDocs leaves out hidden ones, too.

    A build that writes compiled modules and templates would else ask for the next one.
    """
    return name.startswith(".") or name.endswith("~") or name == "__pycache__"
