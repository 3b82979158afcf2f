"""Bytes to text: says no to what is not a readable UTF-8 text of sensible size."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.diagnostics import Diagnostic, Finding, Span

MAX_BYTES = 16 * 1024 * 1024
"""A catalogue of 3,000 modalities takes about 12 MB; anything above is not a catalogue."""

MAX_LINES = 1_000_000
"""Three times the lines of such a catalogue; each takes some fifty bytes of memory besides its text."""

_BOMS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_START = Span(1, 1, 1, 1)


@dataclass(frozen=True)
class SourceFile:
    """The text of one catalogue, without byte order mark and with plain line feeds, and the name to call it by."""

    name: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")


class Unreadable(Exception):
    """The file cannot be taken as a text at all; carries the one diagnostic that says why."""

    def __init__(self, name: str, code: str, values: dict[str, str], place: Span = _START) -> None:
        super().__init__(code)
        self.name = name
        self.diagnostic = Diagnostic(code, Finding((), values), place=place)


def read(path: Path, *, name: str | None = None) -> SourceFile:
    """Read a catalogue file; raises `Unreadable` for whatever cannot be taken as UTF-8 text."""
    called = name or path.as_posix()
    try:
        if path.is_dir():
            raise Unreadable(called, "unreadable-file", {"why": "directory"})
        with open(path, "rb", opener=_at_once) as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(
            called, "unreadable-file", {"why": error.strerror or type(error).__name__}
        ) from error
    return decode(data, called)


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting: a named pipe that nobody writes to is empty, not a reason to stand still."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(descriptor, True)
    return descriptor


def decode(data: bytes, name: str) -> SourceFile:
    """Turn the bytes of a file into a `Source`; raises `Unreadable`."""
    if len(data) > MAX_BYTES:
        raise Unreadable(name, "file-too-large", {"limit": f"{MAX_BYTES // 1024 // 1024} MB"})
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            raise Unreadable(name, "not-utf8", {"seen": encoding})
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if data.count(b"\n") > MAX_LINES:
        raise Unreadable(name, "file-too-large", {"limit": "lines"})
    if (nul := data.find(b"\x00")) >= 0:
        raise Unreadable(name, "not-utf8", {"seen": "NUL"}, _at(data, nul))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(
            name, "not-utf8", {"seen": f"0x{data[error.start]:02x}"}, _at(data, error.start)
        ) from error
    return SourceFile(name, text)


def _at(data: bytes, offset: int) -> Span:
    before = data[:offset]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Span(line, column, line, column + 1)
