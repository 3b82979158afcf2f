"""What a catalogue leaves open, looked for once more: where, on which facts, and whom a reader is sent to.

In which words it is asked, the pages alone say; here stands what these words must name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality, ScopeState
from generator.catalogue.open_questions import OpenQuestion
from generator.catalogue.pricing_rules import PriceState
from generator.wording.inline_markdown import plain
from tests.site.site import Site, Told, squeeze

Facts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """A question that the guide must ask: its anchor, what its words name, its facts, and the contact that knows."""

    anchor: str
    names: tuple[str, ...]
    facts: Facts
    contacts: Mapping[str, Sequence[str]]
    """Whom, each with the modalities of which they are asked."""


def whom(site: Site, contacts: Mapping[str, Sequence[str]]) -> list[Told]:
    """Return whom to ask and how, each with the facts: one is named, of several it is said of which modalities."""
    found = []
    for id_, of in contacts.items():
        contact = site.catalogue.contact[id_]
        said = f"{', '.join(of)}: {contact.name}." if len(contacts) > 1 else named(site, id_)
        found.append(site.told(f"{said} {plain(contact.how)}", contact.facts))
    return found


def named(site: Site, id_: str) -> str:
    """Return who is asked, in words."""
    contact = site.catalogue.contact[id_]
    if contact.kind == "read":
        return site.words.gettext("See: {whom:at}.").replace("{whom:at}", contact.forms.at or "")
    return site.word("Ask: {whom}.", whom=contact.name)


def asked(site: Site, modality: Modality | None = None) -> list[Open]:
    """Return the questions that the catalogue writes out; of one modality those about it or about all."""
    return [
        Open(each.id, (each.question, squeeze(plain(each.status))), each.facts, _whom(site, each, modality))
        for each in site.catalogue.open_questions
        if modality is None or not each.modalities or modality.id in each.modalities
    ]


def _whom(site: Site, question: OpenQuestion, modality: Modality | None) -> dict[str, list[str]]:
    if question.ask or modality:
        return {question.ask or (modality.contact if modality else ""): []}
    about = [site.catalogue.modality[id_] for id_ in question.modalities] or site.catalogue.modalities
    found: dict[str, list[str]] = {}
    for each in about:
        found.setdefault(each.contact, []).append(each.name)
    return found


def gaps(site: Site, modality: Modality) -> list[Open]:
    """Return the questions that follow from each `unknown` in what a modality says and that nobody has written out."""
    written = _written_out(site, modality)
    return [each for kind, each in _gaps(site, modality).items() if kind not in written]


def written_out(site: Site, modality: Modality) -> list[Open]:
    """Return the questions that follow from what is `unknown`, and in whose place somebody has written one."""
    written = _written_out(site, modality)
    return [each for kind, each in _gaps(site, modality).items() if kind in written]


def _written_out(site: Site, modality: Modality) -> set[str]:
    about = (
        each for each in site.catalogue.open_questions if modality.id in (each.modalities or [modality.id])
    )
    return {str(gap) for each in about for gap in each.gaps}


def _gaps(site: Site, modality: Modality) -> Mapping[str, Open]:
    catalogue, rule = site.catalogue, site.catalogue.pricing_rule[modality.pricing]
    closed = [
        each.id
        for each in catalogue.requesters
        if catalogue.access(modality, each.id).state is Access.UNKNOWN
    ]
    untold = [id_ for id_, stand in modality.scopes.items() if stand.state is ScopeState.UNKNOWN]
    silent = [id_ for id_, told in modality.aspects.items() if told.text is None]
    first = [
        each.id
        for each in catalogue.preconditions
        if modality.preconditions_facts and modality.wants(each.id) is None and each.service != modality.id
    ]
    open_prices = {PriceState.ON_QUOTE, PriceState.UNKNOWN}
    told_by: Mapping[str, Sequence[Facts]] = {
        "price": [row.facts for row in rule.rows if row.then in open_prices and row.amount is None],
        "rate": [rule.facts_on("rates")] if rule.basis == "time" and not rule.rates else [],
        "minimum": [rule.facts_on("minimum")] if rule.minimum == UNKNOWN else [],
        "increment": [rule.facts_on("increment")] if rule.increment == UNKNOWN else [],
        "payer": [row.facts for row in rule.rows if row.payer == UNKNOWN],
        "access": [catalogue.access(modality, id_).facts for id_ in closed],
        "scope": [modality.scopes[id_].facts for id_ in untold],
        "aspect": [modality.aspects[id_].facts for id_ in silent],
        "first": [modality.preconditions_facts] if first and modality.preconditions_facts else [],
        "recommended": [] if modality.recommendations else [modality.facts],
        "steps": [] if modality.steps else [modality.facts],
    }
    some = 0 < len(told_by["price"]) < len(rule.rows)
    names = {
        "price": [site.word("This concerns some of its cases.")] if some else [],
        "access": site.in_sentence(closed),
        "scope": [catalogue.scope[id_].name for id_ in untold],
        "aspect": [catalogue.aspect[id_].name for id_ in silent],
        "first": [catalogue.precondition[id_].name for id_ in first],
    }
    return {
        kind: Open(
            f"{modality.id}.{kind}",
            (_bare(modality), *names.get(kind, ())),
            tuple(chain.from_iterable(facts)),
            {modality.contact: []},
        )
        for kind, facts in told_by.items()
        if facts
    }


def _bare(modality: Modality) -> str:
    """Return what every form of its name holds: a form that is told begins with an article."""
    subject = modality.forms.subject
    return subject.split(" ", 1)[-1] if subject else modality.name
