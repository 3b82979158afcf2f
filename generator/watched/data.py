"""What became of the sources as data for a program, in the shape of sources.schema.json beside this module."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.watched.looking import Look
from generator.watched.outcome import Came
from generator.watched.report import ORDER, LookedAt

SCHEMA = Path(__file__).with_name("sources.schema.json")


def as_json(told: LookedAt) -> str:
    """Return a run as JSON, without a word of what the sources say."""
    return json.dumps(data(told), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def data(told: LookedAt) -> dict[str, Any]:
    """Return a run as plain data."""
    return {
        "file": told.file,
        "numbers": {came.value: sum(each.came is came for each in told.looks) for came in ORDER},
        "sources": [_look(told, each) for each in told.ordered()],
    }


def _look(told: LookedAt, each: Look) -> dict[str, Any]:
    found = each.comparison
    return {
        "id": each.source.id,
        "url": each.url,
        "found_at": each.address if each.why is None else None,
        "came": each.came.value,
        "known": each.known,
        "why": each.why.value if each.why else None,
        "detail": each.detail or None,
        "paragraphs": len(each.paragraphs) if each.paragraphs else None,
        "reordered": found.reordered if found else each.came is Came.REORDERED,
        "differences": [
            {"before": one.before, "after": one.after} for one in (found.differences if found else ())
        ],
        "checked": {"day": each.source.checked.isoformat(), "line": told.checked[each.source.id]},
        "facts": [{"id": fact.id, "line": told.facts[fact.id]} for fact in each.source.facts],
    }
