"""A difference as data for a program, in the shape of diff.schema.json beside this module."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.diff.comparing import Compared
from generator.diff.edit import EFFECTS, Edit
from generator.promises.changes import Change
from generator.promises.promise import Promise

SCHEMA = Path(__file__).with_name("diff.schema.json")


def as_json(found: Compared, old: str, new: str) -> str:
    """Return a difference as JSON."""
    return json.dumps(data(found, old, new), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def data(found: Compared, old: str, new: str) -> dict[str, Any]:
    """Return a difference as plain data; ``old`` and ``new`` are what the catalogues are called."""
    return {
        "old": {"name": old, "revision": found.sides.old.catalogue.guide.revision},
        "new": {"name": new, "revision": found.sides.new.catalogue.guide.revision},
        "language": found.sides.new.catalogue.guide.language,
        "worst": found.worst.value if found.worst else None,
        "numbers": {effect.value: found.number(effect) for effect in EFFECTS},
        "changes": [_edit(each) for each in found.edits],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "effect": edit.effect.value,
        "about": edit.topic.value,
        "text": edit.text,
        "modalities": list(edit.modalities),
        "requesters": list(edit.requesters),
        "cases": list(edit.cases),
        "promises": [_change(each) for each in edit.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    promise = change.promise
    return {
        "kind": promise.kind.value,
        "subject": promise.subject,
        "before": _promise(change.before),
        "after": _promise(change.after),
    }


def _promise(promise: Promise | None) -> dict[str, Any] | None:
    if promise is None:
        return None
    return {"told": promise.told, "facts": list(promise.facts), "inferred": promise.inferred}
