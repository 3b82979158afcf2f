"""A look at every address of every source, and what is kept of it once a writer accepts what was seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.catalogue.sources import Source
from generator.watched.comparing import PageComparison, compare, fingerprint
from generator.watched.fetching import GONE, NOT_MODIFIED
from generator.watched.lock import LastRead
from generator.watched.outcome import Came, Fetched, NotRead, Why

Fetch = Callable[[str, str, str], Fetched]
"""Given an address, an ETag and a day of change, either of them empty, it answers or raises `NotRead`."""

Read = Callable[[Fetched], tuple[str, ...]]


_LINK = re.compile(r"\]\(\s*<?(https?://[^\s)>]+)")


@dataclass(frozen=True)
class Look:
    """What one address of a source was found to be."""

    source: Source
    url: str
    """As the catalogue has it."""
    came: Came
    address: str
    """Where it was found in the end; where it was looked for, if it was not."""
    paragraphs: tuple[str, ...] = ()
    """The text that was just read: for the eyes of whoever looks now, and never kept."""
    comparison: PageComparison | None = None
    """With what was read last, where that is to be compared."""
    why: Why | None = None
    detail: str = ""
    known: bool = False
    """It cannot be read for the reason that a writer has accepted."""
    keep: LastRead | None = None
    """What is kept of it where it is accepted; None: what was kept stays."""

    @property
    def quiet(self) -> bool:
        """Tell whether nobody has to do anything."""
        return self.known or self.came in (Came.UNCHANGED, Came.REORDERED)

    @property
    def differs(self) -> bool:
        """Tell whether a writer has to look at the source."""
        return self.came in (Came.CHANGED, Came.FIRST, Came.GONE)


def addresses(source: Source) -> tuple[str, ...]:
    """Return where a source can be looked at: its one address, or all that its place in words leads to."""
    return (source.url,) if source.url else tuple(dict.fromkeys(_LINK.findall(source.where)))


def look(source: Source, url: str, last: LastRead | None, fetch: Fetch, read: Read) -> Look:
    """Look at one address of a source, of which ``last`` was read last."""
    try:
        answer = fetch(url, last.etag if last else "", last.last_modified if last else "")
        if answer.status in GONE:
            return Look(source, url, Came.GONE, answer.url, detail=str(answer.status))
        if answer.status == NOT_MODIFIED:
            return Look(source, url, Came.UNCHANGED, answer.url)
        paragraphs = read(answer)
    except NotRead as fault:
        known = last is not None and last.unread is fault.why
        came = Came.UNREADABLE if fault.why.lasting else Came.UNREACHED
        keep = LastRead(unread=fault.why) if fault.why.lasting else None
        return Look(source, url, came, url, why=fault.why, detail=fault.detail, known=known, keep=keep)
    now = tuple(fingerprint(each) for each in paragraphs)
    keep = LastRead(now, answer.etag, answer.last_modified)
    if last is None or last.unread:
        return Look(source, url, Came.FIRST, answer.url, paragraphs, keep=keep)
    compared = compare(last.paragraphs, now)
    came = Came.CHANGED if compared.differences else Came.REORDERED if compared.reordered else Came.UNCHANGED
    return Look(source, url, came, answer.url, paragraphs, compared, keep=keep)


def accepted(
    last: Mapping[str, LastRead], looks: Iterable[Look], watched: Iterable[str]
) -> dict[str, LastRead]:
    """Return what is kept from now on: of what was looked at anew, of the rest of what is watched as it was."""
    kept = {url: each for url, each in last.items() if url in set(watched)}
    return kept | {each.url: each.keep for each in looks if each.keep}
