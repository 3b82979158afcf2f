"""Tells by trial whether a rule reads what was lost: it is run without it, and comes through only if it never asks.

So no rule has to say what it reads. What it may say (`linter.dependencies`) is that a finding rests on less than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from pydantic import BaseModel

from generator.catalogue.root import Catalogue
from generator.diagnostics import MOST, Finding, Path
from generator.linter.recovery import UNASKED, changed


def without(catalogue: Catalogue, lost: Iterable[Path]) -> Catalogue:
    """Return a catalogue whose entries do not have the keys that something was lost of: to ask for one is an error."""
    keys = {key for path in lost for key in _keys(catalogue, path)}
    left: Catalogue = changed(catalogue, dict.fromkeys(keys, UNASKED))
    return left


def comes_through(
    run: Callable[[Catalogue], Iterator[Finding]], left: Catalogue, found: Sequence[Finding]
) -> bool:
    """Tell whether a rule finds in what was left just what it has found, without asking for more.

    An entry that is compared or gone through as a whole does not say that a key is not there; but then there is
    another finding, or one less.
    """
    try:
        return list(islice(run(left), MOST + 1)) == list(found)
    except AttributeError:
        return False


def _keys(value: Any, path: Path) -> Iterator[Path]:
    """Give the keys of entries that a lost path leads into: the innermost, or all of an entry lost as a whole."""
    inmost: Path = ()
    for index, step in enumerate(path):
        if isinstance(value, BaseModel):
            if step not in type(value).model_fields:
                # It may be any of the keys, in a wrong spelling.
                yield from ((*path[:index], key) for key in type(value).model_fields)
                return
            inmost, value = path[: index + 1], getattr(value, str(step))
        elif step in (range(len(value)) if isinstance(value, tuple) else value):
            value = value[step]
        else:
            yield inmost
            return
    if isinstance(value, BaseModel) and (not path or inmost != path):
        yield from ((*path, key) for key in type(value).model_fields)
    else:
        yield inmost
