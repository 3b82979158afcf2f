"""What kind of entry stands where: read from the annotations of the classes, so that it is told nowhere else."""

from __future__ import annotations

import types
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from generator.diagnostics import Path


def item_type(annotation: Any) -> Any:
    """The entry's type of a field that holds a list of entries."""
    return get_args(annotation)[0] if get_origin(annotation) is tuple else None


def known_keys(kind: Any, way: Path) -> list[str]:
    """The keys that the entry at the end of a way may have, found by walking the annotations."""
    for step in way:
        kind = model_in(kind)
        if isinstance(step, str) and kind is not None and step in kind.model_fields:
            kind = kind.model_fields[step].annotation
    model = model_in(kind)
    return list(model.model_fields) if model else []


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The entry type that an annotation is, or holds: ``tuple[Step, ...]`` and ``Mapping[Id, Step]`` hold Step."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    for argument in reversed(get_args(annotation)):
        if argument is not Ellipsis and (model := model_in(argument)):
            return model
    return None
