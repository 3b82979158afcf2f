"""One fault hides no other finding and invents none: the example of every rule, with something else broken in it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from generator.diagnostics import Path
from generator.linter.examples import examples
from generator.linter.runner import check, codes, examine
from generator.source.parser import parse
from generator.source.reader import SourceFile, decode

RULES = [code for code in codes() if check(code).run]
FAULTS = 2
"""Values broken in the example of each rule, and as many texts: each rule has others, so that all kinds are."""

SAID = {"summary", "description", "how", "audience"}
"""Keys of texts that only rules of texts can mind; a reason is part of what a row of prices tells."""

OF_TEXTS = ("text", "names")
"""The families that read them."""


def written(code: str) -> Any:
    """The plain values of the first broken example of a rule."""
    data = examples(check(code).file)["broken"][0].data
    assert data is not None
    return parse(decode(data, "example.yaml")).values


def leaves(values: Any, path: Path = ()) -> Iterator[Path]:
    """Give the path of each single value, and of each list of such values."""
    if isinstance(values, dict):
        for key, value in values.items():
            yield from leaves(value, (*path, key))
    elif isinstance(values, list) and values and isinstance(values[0], dict):
        for index, value in enumerate(values):
            yield from leaves(value, (*path, index))
    else:
        yield path


def broken(values: Any, path: Path) -> Any:
    """The same values with a group of keys in the place of one of them: nowhere does one with such a key belong."""
    made = deepcopy(values)
    place = made
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = {"Not a key": "nor a value"}
    return made


def told(values: Any) -> set[tuple[str, Path]]:
    """Code and path of all that is found in plain values, written as JSON, which is YAML, too."""
    text = json.dumps(values, ensure_ascii=False)
    return {(each.code, each.path) for each in examine(SourceFile("some.yaml", text)).diagnostics}


def is_of(at: Path, path: Path) -> bool:
    """Tell whether a finding stands in a value, or holds it: then it is about the fault itself."""
    return at[: len(path)] == path or path[: len(at)] == at


@pytest.mark.parametrize("code", RULES)
def test_a_fault_hides_nothing_and_invents_nothing(code: str):
    """Whatever is broken, nothing is told besides that was not found before; where a text is, nothing is missing."""
    values = written(code)
    before = told(values)
    assert code in {each for each, _ in before}
    chance = random.Random(code)
    paths = list(leaves(values))
    texts = [path for path in paths if path[-1] in SAID]
    for path in chance.sample(paths, FAULTS) + chance.sample(texts, FAULTS):
        after = told(broken(values, path))
        assert {(each, at) for each, at in after - before if not is_of(at, path)} == set(), path
        if path[-1] in SAID and check(code).family not in OF_TEXTS:
            assert {at for each, at in before - after if each == code and not is_of(at, path)} == set(), path


@pytest.mark.parametrize(
    ("code", "path"),
    [
        (
            "duplicate-id",
            ("pricing_rules", 0, "rows", 0, "id"),
        ),  # an id may have the words of its entry's texts
        ("payer-from-unknown", ("sources", 0, "facts", 2)),  # a fact may tell what another text tells
        ("anchor-clash", ("finder", "rows")),  # two rows may tell two answers apart
        ("dimension-not-declared", ("finder", "questions")),  # an answer may imply something of any dimension
    ],
)
def test_what_was_lost_may_have_been_anything(code: str, path: Path):
    """No finding is invented that one of the values would refute that may have stood in the place of a broken one."""
    values = written(code)
    after = told(broken(values, path))
    assert {(each, at) for each, at in after - told(values) if not is_of(at, path)} == set()


@pytest.mark.parametrize("code", ["access-twice", "charge-never-starts", "overruled-without-because"])
def test_a_finding_quotes_only_what_was_written(code: str):
    """Where a name or an id is broken, what is found of its entry is told, and no name is made up for it."""
    values = written(code)
    quoted = [
        value
        for path in leaves(values)
        if path[-1] in ("name", "id")
        for each in examine(SourceFile("some.yaml", json.dumps(broken(values, path)))).diagnostics
        if each.code == code
        for value in each.finding.values.values()
    ]
    assert "…" in quoted
    assert [value for value in quoted if "stand-in" in value] == []


@pytest.mark.parametrize("code", RULES[::4])
def test_a_lost_entry_invents_nothing(code: str):
    """Where a text stands in the place of a whole part, its entries may have been any: nothing rests on a stand-in."""
    values = written(code)
    before = told(values)
    for key in random.Random(code).sample(sorted(values), 3):
        after = told({**values, key: "nothing"})
        assert {(each, at) for each, at in after - before if not is_of(at, (key,))} == set(), key
