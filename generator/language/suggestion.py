"""What a writer most likely meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Collection
from heapq import nsmallest

LONGEST = 100
"""Letters of a word that may be a slip in another."""

MANY = 400
"""Words that a slip is compared with at most."""


def suggestion(seen: str, known: Collection[str]) -> str:
    """Return the known word that a writer most likely meant; empty where none is near."""
    if len(seen) > LONGEST:
        return ""
    if (lower := seen.lower()) != seen and lower in known:
        return lower  # of two letters, one in capitals is half of the word
    if len(known) > MANY:
        # Comparing with each would take a second for every slip in a catalogue of thousands.
        ends = seen[:2], seen[-2:]
        known = [each for each in known if each.startswith(ends[0]) or each.endswith(ends[1])]
        known = nsmallest(MANY, known, key=lambda each: (-_shared(each, seen), abs(len(each) - len(seen))))
    from difflib import get_close_matches  # noqa: PLC0415 - a catalogue without faults does not pay for it

    if near := get_close_matches(seen, known, n=1, cutoff=0.6):
        return near[0]
    having = [each for each in known if seen in each.split("-")]
    return having[0] if len(having) == 1 else ""


def _shared(one: str, other: str) -> int:
    """Return how many letters two words have in common from their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
