"""Makes what all workers of a run need by one of them, in a folder that the others then read."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE = 300.0
"""Seconds for which a worker waits for what another one makes."""


def for_all(
    config: pytest.Config, factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]
) -> Path:
    """Return a folder of the run that one worker fills; the others wait for it, and nobody changes it afterwards.

    Raises whatever ``make`` does; the other workers then fail as soon, and say where to look.
    """
    here = factory.getbasetemp()
    # Of a run in one process the folder above belongs to other runs.
    shared = here.parent if hasattr(config, "workerinput") else here
    folder, done, failed = (shared / f"{name}{end}" for end in ("", ".done", ".failed"))
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not done.exists():
            assert not failed.exists(), f"{name} could not be made: the first worker that needed it says why"
            assert time.monotonic() < end, f"{name} was not made within {PATIENCE} seconds"
            time.sleep(0.05)
        return folder
    try:
        make(folder)
    except BaseException:
        failed.touch()
        raise
    done.touch()
    return folder
