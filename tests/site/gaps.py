"""What a catalogue leaves open, looked for once more and in another way than the pages do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality, ScopeState
from generator.catalogue.pricing_rules import PriceState, PricingRule
from tests.site.site import Site, Told


@dataclass(frozen=True, slots=True)
class Open:
    """A question that the guide must ask: its anchor, its words, and whom it must send the reader to."""

    anchor: str
    question: str
    status: Told
    contact: str


def asked(site: Site, modality: Modality | None = None) -> list[Open]:
    """Return the questions that the catalogue writes out; of one modality those about it or about all."""
    return [
        Open(each.id, each.question, site.told(each.status, each.facts), each.ask)
        for each in site.catalogue.open_questions
        if modality is None or not each.modalities or modality.id in each.modalities
    ]


def gaps(site: Site, modality: Modality) -> list[Open]:
    """Return the questions that follow from each `unknown` in what a modality says and that nobody has written out."""
    written = written_out(site, modality)
    return [
        Open(f"{modality.id}.{kind}", question, site.told(status, facts), modality.contact)
        for kind, question, status, facts in _gaps(site, modality)
        if question not in written
    ]


def written_out(site: Site, modality: Modality) -> list[str]:
    """Return the questions that follow from what is `unknown`, and in whose place somebody has written one."""
    about = [
        each for each in site.catalogue.open_questions if modality.id in (each.modalities or [modality.id])
    ]
    kinds = {str(gap) for each in about for gap in each.gaps}
    return [question for kind, question, _status, _facts in _gaps(site, modality) if kind in kinds]


def _facts_on(rule: PricingRule, gap: str) -> tuple[str, ...]:
    named = getattr(rule.gaps, gap)
    facts: tuple[str, ...] = named.facts if named else rule.facts
    return facts


Gap = tuple[str, str, str, tuple[str, ...]]


def _gaps(site: Site, modality: Modality) -> Iterator[Gap]:
    catalogue = site.catalogue
    rule = catalogue.pricing_rule[modality.pricing]
    name = {"modality": modality.name}

    without_price = [
        row
        for row in rule.rows
        if row.then in {PriceState.ON_QUOTE, PriceState.UNKNOWN} and row.amount is None
    ]
    if without_price:
        status = site.word("No source gives its price.")
        if len(without_price) < len(rule.rows):
            status += " " + site.word("This concerns some of its cases.")
        facts = tuple(chain.from_iterable(row.facts for row in without_price))
        yield "price", site.word("How much does {modality} cost?", **name), status, facts
    if rule.basis == "time" and not rule.rates:
        status = site.word("No source gives a rate; how the time is counted is known.")
        yield "rate", site.word("What is the rate of {modality}?", **name), status, _facts_on(rule, "rates")
    if rule.minimum == UNKNOWN:
        question = site.word("What is the least quantity that {modality} bills?", **name)
        yield "minimum", question, site.word("No source gives one."), _facts_on(rule, "minimum")
    if rule.increment == UNKNOWN:
        question = site.word("How does {modality} round the time above the least quantity?", **name)
        yield "increment", question, site.word("No source tells."), _facts_on(rule, "increment")
    without_payer = [row for row in rule.rows if row.payer == UNKNOWN]
    if without_payer:
        facts = tuple(chain.from_iterable(row.facts for row in without_payer))
        yield (
            "payer",
            site.word("Who pays for {modality}?", **name),
            site.word("No source tells who pays."),
            facts,
        )
    closed = [
        each.id
        for each in catalogue.requesters
        if catalogue.access(modality, each.id).state is Access.UNKNOWN
    ]
    if closed:
        facts = tuple(chain.from_iterable(catalogue.access(modality, id_).facts for id_ in closed))
        question = site.word(
            "Who else may ask for {modality}: {requesters}?", **name, requesters=site.named(closed)
        )
        yield "access", question, site.word("No source tells whether they may."), facts
    untold = [id_ for id_, stand in modality.scopes.items() if stand.state is ScopeState.UNKNOWN]
    if untold:
        facts = tuple(chain.from_iterable(modality.scopes[id_].facts for id_ in untold))
        names = "; ".join(catalogue.scope[id_].name for id_ in untold)
        yield (
            "scope",
            site.word("Does {modality} cover what no source mentions?", **name),
            site.word("No source tells about: {scopes}.", scopes=names),
            facts,
        )
    if not modality.recommendations:
        question = site.word("For which situations is {modality} recommended?", **name)
        status = site.word("No source tells for which situations it is recommended.")
        yield "recommended", question, status, modality.facts
    if not modality.steps:
        question = site.word("How does one ask for {modality}?", **name)
        yield "steps", question, site.word("No source tells how to ask for it."), modality.facts
