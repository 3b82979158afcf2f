"""What may be named at a place of the catalogue, told by the marks of its fields before anything there is valid."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.kinds import model_in
from generator.catalogue.references import PARTS, Cases, Mark, RefersTo, marks
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path


class Nameable(NamedTuple):
    """The kinds of entries that may be named, or the list of their parts within one of them; and what else may be."""

    of: str
    kinds: tuple[str, ...]
    beside: tuple[str, ...] = ()
    part: str = ""
    within: str = ""


def named_at(path: Path, *, key: bool) -> Nameable | None:
    """Tell what may be named at a path, by its last key or by the value there; None where ids are defined."""
    kind: Any = Catalogue
    mark: Mark | None = None
    within = ""
    for step in path[:-1] if key else path:
        if isinstance(step, int):
            continue
        if isinstance(mark, Cases):
            mark, within = mark.part(step), step
        elif isinstance(
            mark, RefersTo
        ):  # of a map, whose keys are ids: what stands behind one is an entry again
            mark = None
        else:
            model = model_in(kind)
            if model is None or step not in model.model_fields:
                return None
            kind, mark = model.model_fields[step].annotation, marks(model).get(step)
    if isinstance(mark, Cases):
        return Nameable(mark.of, (mark.of,), mark.built_in) if key else None
    if mark is None:
        return None
    for whole, (part, key_of_parts) in PARTS.items():
        if mark.kind == part:
            return Nameable(f"{part} {within}", (whole,), (), key_of_parts, within)
    return Nameable(mark.kind, mark.kinds, (UNKNOWN.value,) if mark.or_unknown else ())
