"""Promises that the entries of a catalogue make in so many words: whatever a key tells, and by which facts.

What a new key tells is promised without a line being added here; keys that tell readers nothing are named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from datetime import date
from decimal import Decimal
from typing import Any

from generator.analysis.traversal import entries, list_of, texts
from generator.analysis.whom_to_ask import contacts_for
from generator.catalogue.entry import Model, Suppression
from generator.catalogue.finder import FinderRow
from generator.catalogue.guide import PageWords
from generator.catalogue.modalities import AccessRule, AspectTold, Modality, ScopeCoverage, Step
from generator.catalogue.open_questions import OpenQuestion
from generator.catalogue.pricing_rules import PricingRule, Rate
from generator.catalogue.references import keys_of_facts
from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Fact, Source
from generator.diagnostics import Path
from generator.promises.promise import Kind, Promise
from generator.promises.telling import Telling, home, quoted

_TOLD_OTHERWISE = (AccessRule, AspectTold, ScopeCoverage, Step, Rate, OpenQuestion, Source, Fact)
"""Entries with a line of another kind."""

_TELLS_NOTHING = (Suppression, PageWords)
"""Entries for writers, and for the search."""

_LEFT_OUT: Mapping[type[Model], frozenset[str]] = {
    Model: frozenset({"id", "icon", "suppress", "searched_as", "words", "earlier_ids"}),
    PricingRule: frozenset(
        {"basis", "unit", "minimum", "minimum_facts", "increment", "counting_facts", "depends_on"}
    ),
    Modality: frozenset({"neighbours"}),
    FinderRow: frozenset({"when", "recommend"}),
}
"""Keys that tell a reader nothing, or are told by another line."""


def told(tell: Telling) -> Iterator[Promise]:
    """Give a promise for each entry, and those of sources, open questions, neighbours and earlier ids."""
    prose = frozenset(path[: len(path) - isinstance(path[-1], int)] for path, _text in texts(tell.catalogue))
    for path, entry in entries(tell.catalogue):
        where = address(tell.catalogue, path)
        match entry:
            case Fact():
                yield _fact(tell, entry)
            case Source():
                yield _source(tell, entry)
            case OpenQuestion():
                yield _open(tell, entry)
            case _ if path and not isinstance(entry, (*_TOLD_OTHERWISE, *_TELLS_NOTHING)):
                keys = {key for key in type(entry).model_fields if (*path, key) in prose}
                yield from _says(tell, entry, path, keys)
        if earlier := getattr(entry, "earlier_ids", ()):
            told = (", ".join(sorted(earlier)),)
            yield tell.promise(Kind.FORMERLY, where, told, (), _name(entry), homes(tell.catalogue, path))
    for modality in tell.catalogue.modalities:
        if beside := tell.catalogue.neighbours(modality):
            codes = ", ".join(sorted(each.code for each in beside))
            of = (home("modalities", modality.id),)
            yield tell.promise(Kind.NEIGHBOURS, modality.code, (codes,), (), (modality.name,), of)


def address(catalogue: Catalogue, path: Path) -> str:
    """Name a path by ids where it goes through a list: `modalities.repair.steps`; no number, so that order is free."""
    node: Any = catalogue
    steps = []
    for step in path:
        if isinstance(step, int):
            node = node[step]
            name = getattr(node, "id", None) or getattr(node, "precondition", None)
            steps += [name] if name else []
        else:
            node = node[step] if isinstance(node, Mapping) else getattr(node, step)
            steps.append(step)
    return ".".join(steps)


def homes(catalogue: Catalogue, path: Path) -> tuple[str, ...]:
    """Return the addresses of the entries with an id that a path leads through, the outermost first.

    Facts and scopes are told apart over the whole catalogue: the address of one does not change where it moves to
    another source, or another group.
    """
    node: Any = catalogue
    found: list[str] = []
    for at, step in enumerate(path, 1):
        node = node[step] if isinstance(node, Mapping) or isinstance(step, int) else getattr(node, step)
        if name := getattr(node, "id", None):
            through = list_of((*path[:at], "id"))
            there = through in ("scopes.items", "sources.facts")
            found.append(home(through, name) if there else address(catalogue, path[:at]))
    return tuple(found)


def _name(entry: Model) -> tuple[str, ...]:
    name = next((getattr(entry, key, None) for key in ("name", "term", "question", "title", "text")), None)
    return (str(name),) if name else ()


def _says(tell: Telling, entry: Model, path: Path, prose: Set[str]) -> Iterator[Promise]:
    kind = type(entry)
    skipped = left_out(kind)
    said = []
    for key, field in kind.model_fields.items():
        value = getattr(entry, key)
        if key == "facts" or key in skipped or value == field.get_default(call_default_factory=True):
            continue
        if key in keys_of_facts(kind):
            said.append(f"{key} {tell.cited(value)}")
        elif shown := _shown(value, quoted if key in prose else str):
            said.append(f"{key} {shown}")
    facts = getattr(entry, "facts", None) or ()
    if said or facts:
        where = address(tell.catalogue, path)
        yield tell.promise(Kind.SAYS, where, said, facts, _name(entry), homes(tell.catalogue, path))


def left_out(kind: type[Model]) -> frozenset[str]:
    """Return the keys of a kind of entry that no line tells of, or one of another kind."""
    return frozenset().union(*(keys for base, keys in _LEFT_OUT.items() if issubclass(kind, base)))


def _shown(value: Any, write: Callable[[str], str]) -> str:
    """Write a plain value; empty for one that is made of entries, which have lines of their own."""
    match value:
        case bool():
            return str(value).lower()
        case int() | Decimal() | date():
            return str(value)
        case str():
            return write(value)
        case tuple() if not any(isinstance(each, Model) for each in value):
            return ", ".join(sorted(map(write, value)))
        case Mapping() if not any(isinstance(each, Model) for each in value.values()):
            return ", ".join(
                f"{key}={'|'.join(sorted(each)) if isinstance(each, tuple) else each}"
                for key, each in sorted(value.items())
            )
    return ""


def _fact(tell: Telling, fact: Fact) -> Promise:
    source = tell.catalogue.source_of[fact.id]
    said = (
        source.code,
        quoted(fact.text),
        tell.terms.inferred if fact.inferred else "",
        tell.terms.unknown if fact.unknown else "",
        quoted(fact.basis) if fact.basis else "",
        tell.gettext("overruled by {fact}", fact=fact.overruled_by) if fact.overruled_by else "",
        quoted(fact.because) if fact.because else "",
    )
    of = home("sources.facts", fact.id), home("sources", source.id)
    return tell.promise(Kind.FACT, fact.id, said, (), (), of)


def _source(tell: Telling, source: Source) -> Promise:
    said = (
        source.code,
        tell.terms.trusts[source.trust],
        str(source.kind),
        quoted(source.title),
        quoted(source.where),
        source.url or "",
        tell.gettext("looked at on {day}", day=source.checked.isoformat()),
        quoted(source.note) if source.note else "",
    )
    return tell.promise(Kind.SOURCE, source.id, said, (), (source.title,), (home("sources", source.id),))


def _open(tell: Telling, question: OpenQuestion) -> Promise:
    codes = ", ".join(sorted(tell.codes(question.modalities).split(", "))) if question.modalities else ""
    said = (
        quoted(question.question),
        quoted(question.status),
        *_whom(tell, question),
        tell.gettext("about {modalities}", modalities=codes) if codes else "",
        ", ".join(sorted(question.gaps)),
    )
    of = (home("open_questions", question.id),)
    return tell.promise(Kind.OPEN, question.id, said, question.facts, (question.question,), of)


def _whom(tell: Telling, question: OpenQuestion) -> Iterator[str]:
    asked = contacts_for(tell.catalogue, question)
    for contact, modalities in sorted(asked.items()):
        if len(asked) == 1:
            yield tell.gettext("ask {contact}", contact=contact)
        else:
            codes = ", ".join(sorted(tell.catalogue.modality[id_].code for id_ in modalities))
            yield tell.gettext("ask {contact} of {modalities}", contact=contact, modalities=codes)
