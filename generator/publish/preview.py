"""Tells whoever changes the generator itself during a preview that running code does not change with its files."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def when_code_changes(tell: Callable[[], None], *, pause: float = 1.0) -> None:
    """Call ``tell`` at each change of a loaded module of this package, for as long as the process lives."""

    def look() -> None:
        before = _state()
        while True:
            time.sleep(pause)
            now = _state()
            # A module that is loaded only now is new to the process: it runs as it is written.
            if any(now.get(path, 0) != changed for path, changed in before.items()):
                tell()
            before = now

    threading.Thread(target=look, name="code-changes", daemon=True).start()


def _state() -> dict[Path, int]:
    files = [
        Path(file) for module in list(sys.modules.values()) if (file := getattr(module, "__file__", None))
    ]
    return {
        path: path.stat().st_mtime_ns for path in files if path.is_relative_to(PACKAGE) and path.is_file()
    }
