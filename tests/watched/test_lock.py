"""`sources.lock`: what is kept of a source, as a file."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from generator.watched.lock import BadLock, LastRead, parsed, text, write
from generator.watched.outcome import Why

PRINT = "0123456789abcdef"
KEPT = {
    "http://b.example/ç": LastRead((PRINT, PRINT), '"1"', "Sat, 01 Mar 2025 00:00:00 GMT"),
    "http://a.example/": LastRead((PRINT,)),
    "http://c.example/": LastRead(unread=Why.ROBOTS),
}


def test_what_is_kept_is_read_again():
    """What was written is what is read, in one order whatever that of the sources is, a paragraph a line."""
    written = text(KEPT)
    assert parsed(written) == KEPT
    assert text(dict(sorted(KEPT.items()))) == written
    assert [line.strip(' ",') for line in written.splitlines()].count(PRINT) == 3


@pytest.mark.parametrize(
    "told",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "pages": {}}',
        '{"version": 1, "pages": {}, "more": 1}',
        '{"version": 1, "pages": []}',
        '{"version": 1, "pages": {"a": {}}}',
        '{"version": 1, "pages": {"a": {"paragraphs": 1}}}',
        '{"version": 1, "pages": {"a": {"paragraphs": ["text"]}}}',
        '{"version": 1, "pages": {"a": {"paragraphs": [], "text": "x"}}}',
        '{"version": 1, "pages": {"a": {"paragraphs": [], "etag": 1}}}',
        '{"version": 1, "pages": {"a": {"unread": "whatever"}}}',
        "[" * 100_000,
        '<<<<<<< ours\n{"version": 1, "pages": {}}',
    ],
)
def test_what_this_program_does_not_write(told: str):
    """A file that is anything else is refused, and never read as if nothing had been kept."""
    with pytest.raises(BadLock):
        parsed(told)


def test_it_is_written_whole_or_not_at_all(tmp_path: Path):
    """Where the last step fails, the file is what it was, and nothing is left beside it."""
    file = tmp_path / "sources.lock"
    write(file, {})
    before = file.read_bytes()
    with patch.object(Path, "replace", side_effect=PermissionError), pytest.raises(PermissionError):
        write(file, KEPT)
    assert file.read_bytes() == before
    assert [*tmp_path.iterdir()] == [file]
    write(file, KEPT)
    assert parsed(file.read_text(encoding="utf-8")) == KEPT
