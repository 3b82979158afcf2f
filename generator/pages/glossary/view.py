"""The glossary, in the alphabetical order of its language."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from generator.views.context import CitedText, Context


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term with its meaning and its other forms."""

    id: str
    term: str
    also: tuple[str, ...]
    definition: CitedText


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms."""

    terms: tuple[TermEntry, ...]


def view(context: Context) -> Glossary:
    entries = []
    for term in sorted(context.catalogue.glossary, key=lambda each: alphabetical(each.term)):
        context.seen.add(term.id)  # a term is not linked in its own entry, nor after it
        entries.append(
            TermEntry(
                id=term.id,
                term=term.term,
                also=term.also,
                definition=context.told(term.definition, term.facts),
            )
        )
    return Glossary(tuple(entries))


def alphabetical(text: str) -> tuple[str, str]:
    """Return a sort key that puts accented letters beside their plain ones, on any machine and locale."""
    folded = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter)), text
