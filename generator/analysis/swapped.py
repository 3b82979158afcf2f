"""Texts of two entries that have changed places: each fits the other entry better than its own.

What an entry is about is known by the words of its id, of its other texts, of the entries that it names, and of its
facts. No language is known here: a word that few entries of a list share says the most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from generator.analysis.references import named
from generator.analysis.traversal import by_kind, entries, texts
from generator.catalogue.entry import Model
from generator.catalogue.root import Catalogue
from generator.diagnostics import Path
from generator.language.stems import stems

_LEAST = 3
"""Letters of a word that says what something is about."""

_LONGEST = 100
"""Entries of a list in which words of few entries are words of a few; nobody reads a longer one as a whole, either."""

_MARGIN = 1.5
"""How much better two texts fit crosswise, and by how many words that no other entry of the list has."""

_WEIGHTS = {"id": 2, "said": 1, "facts": 1}
"""An id is the shortest word of what an entry is about."""

_OWN_WORD = frozenset({"sources", "claims"})
"""Facts are told in the words of a source, and claims in those of other texts."""

_KEYS = frozenset({"name", "text", "description", "audience", "summary", "reason", "term", "how", "question"})
"""Not `definition`: it has the words of other entries, and never its own."""


class Swapped(NamedTuple):
    """Two texts of one key that fit each other's entries."""

    one: Path
    other: Path


_Features = frozenset[tuple[str, str]]
"""Words with where they stand: in an id, in what the entry says, or in the facts that it cites."""


class _Sibling(NamedTuple):
    """An entry of a list: its path, its texts by key, and all else that tells what it is about."""

    path: Path
    said: dict[str, frozenset[str]]
    rest: _Features


def swapped(catalogue: Catalogue) -> Iterator[Swapped]:
    """Give each pair of texts that have changed places."""
    for siblings in _lists(catalogue):
        for key in sorted({key for each in siblings for key in each.said}):
            yield from _swapped(siblings, key)


def _swapped(siblings: Sequence[_Sibling], key: str) -> Iterator[Swapped]:
    about = [
        each.rest.union(*(_as("said", words) for other, words in each.said.items() if other != key))
        for each in siblings
    ]
    having: dict[tuple[str, str], list[int]] = {}
    for number, features in enumerate(about):
        for feature in features:
            having.setdefault(feature, []).append(number)
    fits = [_fits(each.said.get(key, frozenset()), having, len(siblings)) for each in siblings]
    for one, scores in enumerate(fits):
        for other, score in scores.items():
            if one < other and key in siblings[other].said:
                back = fits[other].get(one, 0)
                own, others = scores.get(one, 0), fits[other].get(other, 0)
                gain = score + back - own - others
                if (
                    score >= own
                    and back >= others
                    and score + back > _MARGIN * (own + others)
                    and gain >= _MARGIN * log(len(siblings))
                ):
                    yield Swapped((*siblings[one].path, key), (*siblings[other].path, key))


def _fits(
    words: frozenset[str], having: Mapping[tuple[str, str], Sequence[int]], many: int
) -> dict[int, float]:
    """Return how well a text fits each entry that has one of its words."""
    fits: dict[int, float] = {}
    for word in words:
        for where, weight in _WEIGHTS.items():
            found = having.get((where, word), ())
            for number in found:
                fits[number] = fits.get(number, 0) + weight * log(many / len(found))
    return fits


def _lists(catalogue: Catalogue) -> Iterator[list[_Sibling]]:
    siblings: dict[Path, list[tuple[Path, Model]]] = {}
    called: dict[str, set[str]] = {}
    with_id = {kind for kind in by_kind(catalogue) if "id" in kind.model_fields}
    for path, entry in entries(catalogue):
        if type(entry) in with_id and path and isinstance(path[-1], int) and path[0] not in _OWN_WORD:
            siblings.setdefault(path[:-1], []).append((path, entry))
            id_ = getattr(entry, "id", "")
            called.setdefault(id_, set()).update(_words(f"{id_} {getattr(entry, 'name', id_)}"))
    lists = [found for found in siblings.values() if 1 < len(found) <= _LONGEST]
    within = {path for found in lists for path, _ in found}
    below: dict[Path, set[tuple[str, str]]] = {}

    tops = {path[0] for path in within}
    deepest = max(map(len, within), default=0)

    def around(path: Path) -> list[Path]:
        return [part for end in range(2, min(len(path), deepest + 1)) if (part := path[:end]) in within]

    facts = {name: _as("facts", _words(fact.text)) for name, fact in catalogue.facts.items()}
    for path, text in texts(catalogue):
        if path[0] not in tops:
            continue
        entries_around = around(path)
        if path[-1] in _KEYS and path[:-1] in within:
            entries_around.remove(path[:-1])
        if entries_around:
            features = _as("said", _words(text))
            for part in entries_around:
                below.setdefault(part, set()).update(features)
    for each in named(catalogue):
        for part in around(each.path) if each.path[0] in tops else ():
            known = below.setdefault(part, set())
            for name in each.ids:
                known.update(facts[name] if each.kind == "fact" else _as("said", called.get(name, ())))
    for found in lists:
        yield [
            _Sibling(
                path,
                {
                    key: _words(value)
                    for key in _KEYS
                    if isinstance(value := getattr(entry, key, None), str)
                    # What is to be answered has the words of its answers by chance.
                    and not (value.endswith("?") and hasattr(entry, "answers"))
                },
                _as("id", _words(str(getattr(entry, "id", "")))).union(below.get(path, ())),
            )
            for path, entry in found
        ]


def _words(text: str) -> frozenset[str]:
    return frozenset(stems(text, _LEAST))


def _as(where: str, words: Iterable[str]) -> _Features:
    return frozenset((where, word) for word in words)
