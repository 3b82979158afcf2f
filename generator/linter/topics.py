"""What findings speak of: what could refute them most likely, where something was lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel

from generator.catalogue.root import Catalogue
from generator.catalogue.scalars import ID
from generator.diagnostics import Finding, Path

_SENTENCES = 24
"""Sentences that are kept."""

_OF_A_TEXT = 4
"""Days and numbers that are looked at in one text."""

_IN_WORDS = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)|(?P<number>\d{1,6})")


class Topics(NamedTuple):
    """Ids, texts and sentences of findings."""

    ids: Sequence[str]
    texts: Sequence[str]
    sentences: Sequence[str]
    """Of findings that are seen in the very text that they are about."""

    def said(self, kind: Literal["day", "number"]) -> Iterator[str]:
        """Give each day, or each number, that the texts tell."""
        for text in self.texts:
            yield from (each[kind] for each in islice(_IN_WORDS.finditer(text), _OF_A_TEXT) if each[kind])

    def named(self) -> list[str]:
        """Return the ids that stand in texts with a way to a place."""
        return [part for text in self.texts if "#" in text for part in ID.findall(text)]


def topics_of(catalogue: Catalogue, findings: Iterable[Finding]) -> Topics:
    """Gather what findings speak of."""
    ids: dict[str, None] = {}
    texts: dict[str, None] = {}
    sentences: dict[str, None] = {}
    for finding in findings:
        for path in (finding.path, *finding.related):
            ids |= dict.fromkeys(_ids_on(catalogue, path))
        ids |= dict.fromkeys(finding.facts)
        for text in finding.values.values():
            # What has an excerpt is seen in the very text that it is about, whether or not others have the word.
            # A number is held to what others say of it.
            if not finding.excerpt or _IN_WORDS.search(text):
                texts[text] = None
            elif " " in text:
                sentences[text] = None
            if ID.fullmatch(text):
                ids[text] = None
    return Topics(tuple(ids), tuple(texts), tuple(sentences)[:_SENTENCES])


def _ids_on(value: Any, path: Path) -> Iterator[str]:
    """Give the ids of the entries that a path leads through, and the ids that are keys on it."""
    for step in path:
        if isinstance(value, BaseModel):
            value = getattr(value, str(step), None)
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        elif isinstance(value, Mapping) and step in value:
            yield str(step)
            value = value[step]
        else:
            return
        if isinstance(value, BaseModel) and "id" in type(value).model_fields:
            yield value.id  # type: ignore[attr-defined]
    if isinstance(value, str):
        yield value
