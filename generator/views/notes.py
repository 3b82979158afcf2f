"""What a page's marks open and its printed copy ends with: each fact that it cites, and each term that it links."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue.glossary import Term
from generator.catalogue.sources import Fact, Source
from generator.views.context import Context, Link


@dataclass(frozen=True, slots=True, eq=False)
class FactNote:
    """A fact, and on what basis where it is inferred. There is one for each depth of pages, as of a citation."""

    id: str
    fact: Link
    text: Markup
    inferred: bool
    basis: Markup | None


@dataclass(frozen=True, slots=True)
class SourceNotes:
    """The facts of a source that a page cites."""

    source: Link
    facts: tuple[FactNote, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TermNote:
    """A term of the glossary, and what it means."""

    id: str
    term: Link
    definition: Markup


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a page."""

    sources: tuple[SourceNotes, ...] = ()
    terms: tuple[TermNote, ...] = ()


_MARKED = re.compile(r'data-(?:cites|facts)="([^"]*)"')


def notes(context: Context, html: str | None = None) -> Notes:
    """Give the notes of a page whose view is made; what the page itself lists needs none.

    A view may cite more than its page shows: with its ``html``, there are notes of that alone, and of what a script of
    the page may cite.
    """
    catalogue, here = context.catalogue, context.here
    shown = (
        context.cited if html is None else {*" ".join(_MARKED.findall(html)).split(), *context.for_scripts}
    )
    sources: tuple[SourceNotes, ...] = ()
    if here != context.addresses.sources:
        cited = (
            (source, [each for each in source.facts if each.id in shown]) for source in catalogue.sources
        )
        sources = tuple(_source(context, source, facts) for source, facts in cited if facts)
    if here == context.addresses.glossary:
        return Notes(sources)
    terms = tuple(_term(context, term) for term in catalogue.glossary if term.id in context.seen)
    return Notes(sources, terms)


def _source(context: Context, source: Source, facts: list[Fact]) -> SourceNotes:
    there = context.href(context.addresses.sources, facts[0].id)
    return SourceNotes(Link(source.title, source.url or there), tuple(_fact(context, each) for each in facts))


def _fact(context: Context, fact: Fact) -> FactNote:
    kept: dict[tuple[str, str], FactNote] = context.whole.notes
    at = context.href(context.addresses.sources), fact.id
    if at not in kept:
        kept[at] = FactNote(
            id=fact.id,
            fact=Link(fact.id.upper(), context.href(context.addresses.sources, fact.id)),
            text=context.prose(fact.text, link_terms=False),
            inferred=fact.concluded,
            basis=context.prose(fact.basis, link_terms=False) if fact.basis else None,
        )
    return kept[at]


def _term(context: Context, term: Term) -> TermNote:
    return TermNote(
        term.id,
        Link(term.term, context.href(context.addresses.glossary, term.id)),
        context.prose(term.definition, link_terms=False),
    )
