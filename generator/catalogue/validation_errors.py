"""What pydantic found, as diagnostics of ours: its own words and paths speak of types and unions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.catalogue.ids_meant import list_of_ids
from generator.catalogue.kinds import known_keys
from generator.diagnostics import Diagnostic, Finding, Path
from generator.source.parser import Tree

_CHOICES = ("enum", "literal_error")
_TOO_LONG = ("string_too_long", "too_long")
_WANTED = {
    "tuple_type": "list",
    "model_type": "map",
    "model_attributes_type": "map",
    "dict_type": "map",
    "mapping_type": "map",
    "string_type": "text",
}


def diagnostic(detail: ErrorDetails, prefix: Path, kind: Any, tree: Tree) -> Diagnostic:
    """Turn one error of pydantic, found below a prefix, into ours; ``kind`` is what was validated there."""
    path = true_path(tree.values, prefix, detail)
    context = {key: str(value) for key, value in detail.get("ctx", {}).items()}
    if listed := list_of_ids(detail, tree):
        return Diagnostic("several-ids", Finding(path, listed))
    wrong: str = detail["type"]
    if wrong in _CHOICES and not isinstance(detail["input"], str):
        wrong = "string_type"  # nothing, or a list, is no choice at all
    if detail["loc"][-1:] == ("[key]",):
        code, values = (
            ("too-long", {"limit": context["max_length"]})
            if wrong in _TOO_LONG
            else (wrong, {"key": str(path[-1]), **context})
        )
        return Diagnostic(code, Finding(path, values, target="key"))
    return _of_value(wrong, detail, path, context, lambda: known_keys(kind, path[len(prefix) : -1]))


def _of_value(
    wrong: str,
    detail: ErrorDetails,
    path: Path,
    context: dict[str, str],
    keys: Callable[[], Iterable[str]],
) -> Diagnostic:
    match wrong:
        case "missing":
            return Diagnostic("missing-key", Finding(path, {"key": str(detail["loc"][-1])}))
        case "extra_forbidden":
            return unknown_key(path, tuple(keys()))
        case choice if choice in _CHOICES:
            expected = context["expected"].replace("'", "").replace(" or ", ", ")
            return Diagnostic(
                "bad-choice", Finding(path, {"seen": str(detail["input"]), "choices": expected})
            )
        case "too_short":
            return Diagnostic("empty-list", Finding(path, {"least": context["min_length"]}))
        case long if long in _TOO_LONG:
            return Diagnostic("too-long", Finding(path, {"limit": context["max_length"]}))
        case _ if detail["input"] is None:
            return Diagnostic("empty-value", Finding(path, {"key": str(path[-1])}))
        case known if known in _WANTED:
            return Diagnostic("wrong-type", Finding(path, {"wanted": _WANTED[known], **_as_list(detail)}))
        case code:
            return Diagnostic(code, Finding(path, {"key": str(path[-1]), **context}))


def _as_list(detail: ErrorDetails) -> dict[str, str]:
    """Write as a list what stands as one text with commas where a list is wanted."""
    text = detail["input"]
    if detail["type"] != "tuple_type" or not isinstance(text, str) or ", " not in text:
        return {}
    return {"suggestion": f"[{text.strip('[]() ')}]"}


def unknown_key(path: Path, known: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        "unknown-key", Finding(path, {"key": str(path[-1]), "known": ", ".join(known)}, target="key")
    )


def details_of(error: ValidationError) -> list[ErrorDetails]:
    """Return what pydantic found, but for lists that it calls too short because broken items do not count."""
    return [
        each
        for each in error.errors(include_url=False)
        if each["type"] != "too_short" or len(each["input"]) < each["ctx"]["min_length"]
    ]


def true_path(value: Any, prefix: Path, detail: ErrorDetails) -> Path:
    """Return the path of an error, whose ``loc`` also names union tags and types, which are no steps.

    ``value`` is what the path begins at, ``prefix`` the way to what was validated. A missing key ends its own path.
    """
    return tuple(_steps(value, (*prefix, *detail["loc"]), missing=detail["type"] == "missing"))


def _steps(value: Any, loc: tuple[int | str, ...], *, missing: bool) -> Iterator[str | int]:
    for index, step in enumerate(loc):
        if leads(value, step):
            value = value[step]
            yield step
        elif missing and index == len(loc) - 1:
            yield step


def leads(value: Any, step: int | str) -> bool:
    """Tell whether a step of a path leads anywhere from a value."""
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value
