"""`guia check --watch`: runs again at each save of whatever the check reads."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.cli.localisation import _
from generator.cli.terminal import OK, show
from generator.preview import watcher


def watched(file: Path, run: Callable[[], int]) -> int:
    """Run at each change of a catalogue, or of its project, until Ctrl-C; return the code of the last run."""
    from generator.publish.written import settings

    gc.enable()
    code = OK
    try:
        for _turn in watcher.saves(watcher.of(lambda: (file, *settings.watched(file)))):
            if sys.stdout.isatty():
                show("\x1b[2J\x1b[3J\x1b[H", sys.stdout)
            show(f"── {time.strftime('%H:%M:%S')} ──\n", sys.stdout)
            code = run()
            show(_("Waiting for the next save; Ctrl-C ends.") + "\n", sys.stdout)
    except KeyboardInterrupt:
        show("\n", sys.stdout)
    return code
