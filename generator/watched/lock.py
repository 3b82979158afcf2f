"""`sources.lock`: what was read last at each address, of which nobody can read what it said."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.watched.comparing import DIGITS
from generator.watched.outcome import Why

NAME = "sources.lock"

VERSION = 1
"""Rises with whatever gives the same page other paragraphs or other fingerprints."""

_KEYS = {"etag", "last_modified"}

_PRINT = re.compile(rf"[0-9a-f]{{{DIGITS}}}")


@dataclass(frozen=True)
class LastRead:
    """What is kept of one page."""

    paragraphs: tuple[str, ...] = ()
    """Fingerprints, in the order of the page."""
    etag: str = ""
    last_modified: str = ""
    unread: Why | None = None
    """Why there is nothing to compare, where a writer has accepted that."""


class BadLock(Exception):
    """The file is not what this program writes."""


def text(kept: Mapping[str, LastRead]) -> str:
    """Return the file: addresses by the alphabet and a paragraph a line, so that git shows what changed."""
    pages = {url: _entry(each) for url, each in sorted(kept.items())}
    return json.dumps({"version": VERSION, "pages": pages}, ensure_ascii=False, indent=1) + "\n"


def _entry(each: LastRead) -> dict[str, Any]:
    if each.unread:
        return {"unread": each.unread.value}
    told = {"etag": each.etag} if each.etag else {}
    told |= {"last_modified": each.last_modified} if each.last_modified else {}
    return {**told, "paragraphs": list(each.paragraphs)}


def parsed(text: str) -> dict[str, LastRead]:
    """Return what a file keeps, by the address of each page; raises `BadLock`."""
    try:
        match json.loads(text):
            case {"version": int(version), "pages": dict(pages), **rest} if version == VERSION and not rest:
                return {url: _read(each) for url, each in pages.items()}
    except (ValueError, RecursionError):
        pass
    raise BadLock


def _read(each: object) -> LastRead:
    match each:
        case {"unread": str(unread), **rest} if not rest:
            return LastRead(unread=Why(unread))
        case {"paragraphs": list(paragraphs), **rest} if rest.keys() <= _KEYS:
            told = [each for each in paragraphs if isinstance(each, str) and _PRINT.fullmatch(each)]
            etag, modified = rest.get("etag", ""), rest.get("last_modified", "")
            if len(told) == len(paragraphs) and isinstance(etag, str) and isinstance(modified, str):
                return LastRead(tuple(told), etag, modified)
    raise BadLock


def write(file: Path, kept: Mapping[str, LastRead]) -> None:
    """Put the file in the place of the last one, whole or not at all; raises OSError."""
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    new = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text(kept))
            stream.flush()
            os.fsync(stream.fileno())
        # It is made for its writer alone, and is to be as any file of the project.
        new.chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        new.replace(file)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
