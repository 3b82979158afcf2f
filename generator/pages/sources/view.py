"""The sources: each fact under its id, with every statement of the guide that rests on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.analysis.decided_cases import decided_cases
from generator.analysis.whom_to_ask import contacts_for
from generator.catalogue.modalities import Modality
from generator.catalogue.pricing_rules import PricingRule
from generator.catalogue.references import REQUESTER
from generator.catalogue.requesters import Requester
from generator.catalogue.sources import Fact, Source, Trust
from generator.i18n import N_
from generator.views.context import Context, Link
from generator.views.finder_places import where
from generator.views.pricing import details
from generator.views.states import access_word, scope_word
from generator.wording.formatting import capital
from generator.wording.inline_markdown import plain

_TRUST = {
    Trust.AUTHORITY: N_("Authority"),
    Trust.OFFICIAL: N_("Official"),
    Trust.SECONDARY: N_("Secondary: not the organisation's own word"),
    Trust.INFERENCE: N_("Inference: no source says so in words"),
}


@dataclass(frozen=True, slots=True)
class FactItem:
    """A fact, what limits it, and what rests on it."""

    id: str
    label: str
    text: Markup
    inferred: bool
    unknown: bool
    basis: Markup | None
    overruled: Markup | None
    """Which fact holds instead, and why; None where this one holds."""
    statements: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SourceItem:
    """A source with its facts."""

    id: str
    code: str
    title: str
    where: Markup
    url: str | None
    trust: str
    checked: str
    note: Markup | None
    facts: tuple[FactItem, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources."""

    sources: tuple[SourceItem, ...]


def view(context: Context) -> Sources:
    resting = _resting(context)
    return Sources(tuple(_source(context, source, resting) for source in context.catalogue.sources))


def _source(context: Context, source: Source, resting: dict[str, dict[Link, None]]) -> SourceItem:
    return SourceItem(
        id=source.id,
        code=source.code,
        title=source.title,
        where=context.prose(source.where, link_terms=False),
        url=source.url,
        trust=context.gettext(_TRUST[source.trust]),
        checked=context.format.date(source.checked),
        note=context.prose(source.note) if source.note else None,
        facts=tuple(_fact(context, fact, tuple(resting[fact.id])) for fact in source.facts),
    )


MODALITIES_NAMED = 3
"""So many are named in one statement; more are counted."""

STATEMENTS_SHOWN = 150
"""In a guide of a thousand modalities a fact may carry thousands of statements; the rest are counted."""


def _fact(context: Context, fact: Fact, statements: tuple[Link, ...]) -> FactItem:
    return FactItem(
        id=fact.id,
        label=fact.id.upper(),
        text=context.prose(fact.text),
        inferred=fact.concluded,
        unknown=fact.unknown,
        basis=context.prose(fact.basis) if fact.basis else None,
        overruled=_overruled(context, fact),
        statements=statements[:STATEMENTS_SHOWN],
        more=max(0, len(statements) - STATEMENTS_SHOWN),
    )


def _overruled(context: Context, fact: Fact) -> Markup | None:
    if fact.overruled_by is None or fact.because is None:
        return None
    link = Markup('<a href="{}">{}</a>').format(
        context.href(context.addresses.sources, fact.overruled_by), fact.overruled_by.upper()
    )
    told = Markup(
        context.gettext("What holds is fact {fact}, because {because}", fact="{fact}", because="{because}")
    )
    return told.format(fact=link, because=context.prose(fact.because))


def _resting(context: Context) -> dict[str, dict[Link, None]]:
    found: defaultdict[str, dict[Link, None]] = defaultdict(dict)
    for facts, link in statements(context):
        for fact in facts:
            found[fact][link] = None
    return found


Resting = tuple[Iterable[str], Link]


def statements(context: Context) -> Iterator[Resting]:
    """Give every statement of the guide: the facts that it rests on, and where it is told."""
    catalogue = context.catalogue
    addresses = context.addresses

    def at(text: str, address: str, anchor: str = "") -> Link:
        return Link(plain(text), context.href(address, anchor))

    guide = catalogue.guide
    yield guide.prevails_facts, at(guide.prevails, "")
    for group in guide.groups:
        yield group.facts or (), at(f"{group.name}: {group.summary}", addresses.group(group.id))
    for term in catalogue.glossary:
        yield term.facts, at(f"{term.term}: {term.definition}", addresses.glossary, term.id)
    for requester in catalogue.requesters:
        page = addresses.requester(requester.id)
        yield requester.facts, at(f"{requester.name}: {requester.description}", page)
        if billed := _billed(context, requester):
            yield requester.billed_facts, at(billed, page)
    for outcome in catalogue.outcomes:
        yield outcome.facts, at(f"{outcome.name}: {outcome.description}", addresses.costs)
    if guide.outcome_unknown:
        yield guide.outcome_unknown.facts, at(guide.outcome_unknown.text, addresses.costs)
    for dimension in catalogue.dimensions:
        for value in dimension.values:
            meaning = f"{value.name}: {value.description}" if value.description else value.name
            yield value.facts or (), at(meaning, addresses.costs)
        if dimension.if_unknown:
            yield dimension.if_unknown.facts, at(dimension.if_unknown.text, addresses.costs)
    for party in catalogue.parties:
        yield party.facts, at(f"{capital(party.name)}: {party.description}", addresses.costs)
    for question in catalogue.open_questions:
        yield question.facts, at(question.question, addresses.open_questions, question.id)
    for scope in catalogue.scope.values():
        text = f"{scope.name}: {scope.description}" if scope.description else scope.name
        yield scope.facts, at(context.gettext("What is compared: {scope}", scope=text), addresses.comparison)
    for contact in catalogue.contacts:
        yield (
            contact.facts,
            at(f"{capital(contact.name)}: {contact.how}", _page_of_contact(context, contact.id)),
        )
    yield from _of_finder(context)
    for modality in catalogue.modalities:
        yield from _of_modality(context, modality)


def _of_finder(context: Context) -> Iterator[Resting]:
    page = context.href(context.addresses.finder)
    pages = where(context.whole)
    for question in context.catalogue.finder.questions:
        if told := question.if_unknown:
            yield told.facts, Link(f"{question.text} {plain(told.text)}", page)
    for row in context.catalogue.finder.rows:
        yield row.facts, Link(plain(row.reason), context.href(pages.get(row.id, context.addresses.finder)))


def _page_of_contact(context: Context, id_: str) -> str:
    """Return the page on which it is told how to ask a contact: in a large guide, the first that names it."""
    catalogue, addresses = context.catalogue, context.addresses
    if all(id_ not in contacts_for(catalogue, question) for question in catalogue.open_questions):
        for modality in catalogue.modalities:
            if modality.contact == id_:
                return addresses.open_questions_of(modality.group)
    return addresses.open_questions


def _billed(context: Context, requester: Requester) -> str:
    """Say in which modalities what a requester asks for is billed to their party, and to which; or nothing."""
    catalogue = context.catalogue
    charging = [
        modality
        for modality in catalogue.modalities
        if any(
            case.payer == requester.billed
            for case in decided_cases(catalogue, modality)
            if case.case[REQUESTER] == requester.id
        )
    ]
    if not charging:
        return ""
    party = catalogue.party[requester.billed].name
    if len(charging) > MODALITIES_NAMED:
        return context.ngettext(
            "{requester}: what is charged of {number} modality is billed to {party}",
            "{requester}: what is charged of {number} modalities is billed to {party}",
            len(charging),
            requester=requester.name,
            party=party,
        )
    return context.gettext(
        "{requester}: what is charged {modalities:of} is billed to {party}",
        requester=requester.name,
        modalities=context.format.together([context.format.named(each) for each in charging]),
        party=party,
    )


def _of_modality(context: Context, modality: Modality) -> Iterator[Resting]:
    catalogue = context.catalogue
    page = context.href(context.addresses.modality(modality.id))

    def tell(text: str) -> Link:
        return Link(f"{modality.name}: {plain(text)}", page)

    yield modality.facts, tell(modality.summary)
    yield modality.facts_of_audience, tell(modality.audience)
    for earlier in modality.earlier_names:
        yield earlier.facts, tell(context.gettext("called “{name}” before", name=earlier.name))
    for statement in (*modality.characteristics, *modality.recommendations):
        yield statement.facts, tell(statement.text)
    for step in modality.steps:
        yield step.facts, Link(f"{modality.name}, {step.actor}: {plain(step.text)}", page)
    if modality.request:
        yield modality.request.facts, tell(modality.request.text)
    for id_, stand in modality.scopes.items():
        scope = catalogue.scope[id_]
        link = tell(f"{scope.name} — {scope_word(context.whole.words, stand.state)}")
        yield stand.facts, link
    for id_, aspect in modality.aspects.items():
        said = plain(aspect.text) if aspect.text else context.gettext("Not told")
        yield aspect.facts, tell(f"{catalogue.aspect[id_].name} — {said}")
    for name, access in modality.requesters.items():
        who = context.format.requesters_named(catalogue.members(name))
        yield access.facts, tell(f"{who} — {access_word(context.whole.words, access.state)}")
    for wanted in modality.preconditions:
        entry = catalogue.precondition[wanted.precondition]
        yield (*wanted.facts, *entry.facts), tell(entry.name)
    first, untold = context.gettext("What must come first"), context.gettext("Not told")
    yield modality.preconditions_facts or (), tell(f"{first} — {untold}")
    yield from _of_rule(context, catalogue.pricing_rule[modality.pricing], tell)


def _of_rule(context: Context, rule: PricingRule, tell: Callable[[str], Link]) -> Iterator[Resting]:
    yield rule.facts, tell(rule.summary)
    for row in rule.rows:
        yield row.facts, tell(row.reason)
    for label, texts in details(context, rule):
        for text in texts:
            yield text.citation.facts.split(), tell(f"{label}: {text.html.striptags()}")
    for example in rule.examples:
        yield example.facts, tell(example.text)
