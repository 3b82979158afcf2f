"""A broken entry made whole: what is broken gives way to a stand-in, so that all the rest can still be checked.

Nothing changes its place, so a path means the same in the text and in what comes out. What stands in for something,
or was left out, is told by its path: nothing that rests on it is believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import count
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.catalogue.keys_meant import near
from generator.catalogue.validation_errors import details_of, leads, true_path
from generator.diagnostics import Path

_ROUNDS = 60
"""More than any nesting of entries needs; a value that is not whole by then is given up."""

_TRIES = 8
"""Stand-ins for one value, each chosen by what was wrong with the one before."""

_BY_FAULT: dict[str, Any] = {
    "bad-count": "1",
    "bad-amount": "1",
    "bad-date": "2000-01-01",
    "bad-flag": "false",
    "bad-language": "en",
    "unspoken-language": "en",
    "bad-currency": "XXX",
    "model_type": {},
    "model_attributes_type": {},
    "dict_type": {},
    "mapping_type": {},
    "tuple_type": [],
}


class Recovered(NamedTuple):
    """A value made whole, and the paths within it at which it is not what was written."""

    value: Any
    tainted: frozenset[Path]


class Recovery:
    """Mends the entries of one catalogue; its stand-ins for ids and codes are told apart."""

    def __init__(self) -> None:
        self._number = count(1)

    def mend(
        self, adapter: TypeAdapter[Any], value: Any, known: Callable[[Path], Iterable[str]]
    ) -> Recovered | None:
        """Mend a plain value; ``known`` gives the keys that may stand at a path. None where nothing helps."""
        held: list[Any] = [value]
        tainted: set[Path] = set()
        tries: Counter[Path] = Counter()
        for _ in range(_ROUNDS):
            try:
                return Recovered(adapter.validate_python(held[0]), frozenset(tainted))
            except ValidationError as error:
                details = details_of(error)
            for path, detail in {true_path(held, (0,), detail): detail for detail in details}.items():
                tries[path] += 1
                if tries[path] > _TRIES:
                    return None
                # What an earlier fault of this round took out is gone with all its own faults.
                if _reaches(held, path[:-1]):
                    tainted.add(self._mend(held, path, detail, known))
        return None

    def _mend(
        self, held: list[Any], path: Path, detail: ErrorDetails, known: Callable[[Path], Iterable[str]]
    ) -> Path:
        """Take out what is at a path, or put a stand-in there; returns the path of what is lost by it."""
        place = _at(held, path[:-1])
        key: Any = path[-1]
        if detail["type"] == "extra_forbidden":
            place.pop(key, None)
            return (*path[1:-1], *near(str(key), known(path[1:-1])))
        is_key = detail["loc"][-1:] == ("[key]",)
        if isinstance(place, dict) and key in place and (is_key or not _is_ours(place[key])):
            del place[key]  # where it has to be, the next round finds it missing
            return path[1:]
        if isinstance(place, dict | list) and (isinstance(place, dict) or key < len(place)):
            place[key] = self._stand_in(detail)
        return path[1:]

    def _stand_in(self, detail: ErrorDetails) -> Any:
        context = detail.get("ctx", {})
        match detail["type"]:
            case "enum" | "literal_error":
                return _Ours(str(context["expected"]).split("'")[1])
            case "too_short":
                return _OurList({} for _ in range(context["min_length"]))
            case "bad-code":
                return _Ours(f"Z{next(self._number)}")
            case fault if fault in _BY_FAULT:
                made = _BY_FAULT[fault]
                return _OurMap() if made == {} else _OurList() if made == [] else _Ours(made)
            case _:
                return _Ours(f"stand-in-{next(self._number)}")


class _Ours(str):
    """A text that nobody wrote."""

    __slots__ = ()


class _OurList(list[Any]):
    """A list that nobody wrote."""


class _OurMap(dict[str, Any]):
    """Keys that nobody wrote."""


def _is_ours(value: Any) -> bool:
    return isinstance(value, _Ours | _OurList | _OurMap)


def _at(held: Any, path: Path) -> Any:
    for step in path:
        held = held[step]
    return held


def _reaches(value: Any, path: Path) -> bool:
    for step in path:
        if not leads(value, step):
            return False
        value = value[step]
    return True
