"""Holds tests of the engine apart from the published guide: one that opens it fails, and is told what it opened.

What writers change must break no test of the engine. A plugin of pytest: `tests/conftest.py` registers it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).resolve().parents[1]
PUBLISHED = (
    "modalities.yaml",
    "modalities.schema.json",
    "promises.txt",
    "mkdocs.yml",
    "content",
    "overrides",
)
"""The published guide, as it lies at the top of the project."""
MAY_READ_IT = "tests/guide/"
READERS = {"guia", "generator", "mkdocs", "make"}
"""Programs and modules that read the guide of the folder in which they are started."""

_READING = {"open", "os.listdir", "os.scandir"}
_STARTING = "subprocess.Popen"


Work = Generator[None, Any, Any]
"""What pytest does between the two halves of a wrapper."""


class Opened(BaseException):
    """Says who opened what; no `except Exception` on the way swallows it."""


def reached(event: str, arguments: Sequence[Any], here: Path) -> str | None:
    """Name what an audited event of Python reaches of the published guide, seen from a folder."""
    if event in _READING:
        return _published(arguments[0], here)
    _, command, folder, _ = arguments
    words = [os.fsdecode(each) for each in ([command] if isinstance(command, str) else command)]
    there = Path(here, os.fsdecode(folder or ""))
    for part in (part for word in words for part in (word, word.partition("=")[2])):
        if found := _published(part, there):
            return found
    reads = _plain(there) == str(TOP) and READERS & {Path(word).name for word in words[:3]}
    return f"`{' '.join(words)}` at the top of the project" if reads else None


def _published(path: object, here: Path) -> str | None:
    if not isinstance(path, str | bytes | os.PathLike) or not path:
        return None  # a file that is open already, by its number
    told = _plain(Path(here, os.fsdecode(path))).removeprefix(f"{TOP}{os.sep}")
    return told if Path(told).parts[0] in PUBLISHED else None


def _plain(path: Path) -> str:
    """Return a path without its steps back, and without a look at the disk."""
    return os.path.normpath(path)


class _Watch:
    """Knows which test, or which file that is being collected, is at work."""

    def __init__(self) -> None:
        self.at = ""
        self.hooked = False

    def start(self) -> None:
        # A hook of this kind stays for good: one is enough.
        if not self.hooked:
            sys.addaudithook(self.hear)
            self.hooked = True

    def hear(self, event: str, arguments: Sequence[Any]) -> None:
        if event not in _READING and event != _STARTING:
            return
        if not self.at or f"{self.at}/".startswith(MAY_READ_IT):
            return
        if what := reached(event, arguments, Path.cwd()):
            raise Opened(
                f"{self.at} reads {what}: tests of the engine have guides of their own, in tests/catalogues"
            )


_WATCH = _Watch()


def pytest_configure() -> None:
    _WATCH.start()


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Work:
    return (yield from _while(collector))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Work:
    return (yield from _while(item))


def _while(node: pytest.Collector | pytest.Item) -> Work:
    before, _WATCH.at = _WATCH.at, node.nodeid
    try:
        return (yield)
    finally:
        _WATCH.at = before
