"""The file of a rule: its words, then its examples, as two documents, so that the words are read without the others.

The words are a `title`, a `message` and a `cure`, and `terms` for values that are words of ours, such as the kind of
an entry. A `severity` other than that of an error stands on the first line: a run asks for no more. `why` says why
there is such a rule, where no module beside the file opens with that. All words are English message ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from generator.diagnostics import Severity

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RuleWords(NamedTuple):
    """What a rule says of its fault."""

    title: str
    message: str
    cure: str
    terms: Mapping[str, Mapping[str, str]]
    """Placeholder, word, message id."""
    why: str
    """Empty where the module beside the file says it."""

    @property
    def messages(self) -> tuple[str, ...]:
        """All that is to be translated."""
        terms = (term for group in self.terms.values() for term in group.values())
        return (self.title, self.message, self.cure, *terms)


@cache
def severity(path: Path) -> Severity:
    """Return how severe the fault is, without reading on: each run asks it of many rules, and tells of few."""
    with path.open(encoding="utf-8") as file:
        key, _, value = file.readline().partition(": ")
    return Severity(value.rstrip()) if key == "severity" else Severity.ERROR


@cache
def rule_words(path: Path) -> RuleWords:
    """Read what a rule says, and not its examples."""
    return _words(path.read_bytes())


def example_groups(path: Path) -> Mapping[str, Iterable[Mapping[str, Any]]]:
    """Read the examples of a rule as they are written; `linter.examples` makes catalogues of them."""
    groups: Mapping[str, Iterable[Mapping[str, Any]]]
    _, groups = yaml.load_all(path.read_bytes(), _LOADER)
    return groups


def extract(file: BytesIO, *_: Any, **__: Any) -> Iterator[tuple[int, str, str, tuple[str, ...]]]:
    """Give Babel the words of one rule: ``locale/babel.cfg`` names this as the way to find them."""
    for message in _words(file.read()).messages:
        yield 1, "gettext", message, ()


def _words(text: bytes) -> RuleWords:
    told = next(yaml.load_all(text, _LOADER))
    return RuleWords(told["title"], told["message"], told["cure"], told.get("terms", {}), told.get("why", ""))
