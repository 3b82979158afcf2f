"""What a reader checks before agreeing to something: what the guide does not know, and what it does, to be compared.

Each agreement that comes first somewhere has a list of its own; it is made of the open questions on money, of those
that are said to be settled before it, and of how the prices behind it come about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.analysis.agreements import agreements, behind
from generator.analysis.gaps import gaps
from generator.analysis.whom_to_ask import contacts_for
from generator.catalogue.modalities import Modality
from generator.catalogue.open_questions import Missing
from generator.catalogue.preconditions import PreconditionKind
from generator.i18n import N_
from generator.views.context import Citation, CitedText, Context, Link
from generator.views.pricing import details
from generator.views.questions import gap_questions
from generator.wording import contacts

_PARTS_OF_PRICE = {
    Missing.RATE: N_("rate"),
    Missing.MINIMUM: N_("least quantity"),
    Missing.INCREMENT: N_("rounding"),
}
_OF_MONEY = (Missing.PRICE, Missing.RATE, Missing.MINIMUM, Missing.INCREMENT, Missing.TAX, Missing.PAYER)


@dataclass(frozen=True, slots=True)
class ListPart:
    """A part of a list to tick off."""

    anchor: str
    title: str
    items: tuple[CitedText, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is agreed to before a modality, and what the guide does not know of its price: named, with its facts."""

    links: tuple[Link, ...]
    untold: str
    citation: Citation


def title(context: Context, agreement: str) -> str:
    """Name the page of an agreement."""
    named = context.format.named(context.catalogue.precondition[agreement])
    return context.gettext("Ahead {agreement:of}", agreement=named)


def agreement_link(context: Context, precondition: str) -> Link | None:
    """Lead to what is checked before something; None where it is nothing that has such a page."""
    if precondition not in agreements(context.catalogue):
        return None
    return Link(title(context, precondition), context.href(context.addresses.at("agreement", precondition)))


def agreement_links(context: Context) -> tuple[Link, ...]:
    """Lead to each page of what is checked before something."""
    found = (agreement_link(context, each) for each in agreements(context.catalogue))
    return tuple(each for each in found if each)


def ahead(context: Context, modality: Modality) -> Ahead | None:
    """Lead from a modality to what is checked before it; None where nothing is agreed to."""
    found = (agreement_link(context, each.precondition) for each in modality.preconditions)
    links = tuple(each for each in found if each)
    if not links:
        return None
    untold = [gap for gap in gaps(context.catalogue, modality) if gap.kind in _PARTS_OF_PRICE]
    return Ahead(
        links,
        context.format.listed([context.gettext(_PARTS_OF_PRICE[gap.kind]) for gap in untold]),
        context.citation(fact for gap in untold for fact in gap.facts),
    )


def parts(context: Context, agreement: str) -> tuple[ListPart, ...]:
    """Give the list of an agreement: what is to be found out, then what is known of each modality."""
    modalities = behind(context.catalogue, agreement)
    anchor = context.whole.words.pgettext("anchor", "checklist")
    made = [(_look(context, modalities), tuple(_open(context, agreement, modalities)))]
    made += [
        (
            context.gettext("{modality}: see whether it says the same", modality=each.name),
            tuple(_known(context, each)),
        )
        for each in modalities
    ]
    told = [each for each in made if each[1]]
    return tuple(ListPart(f"{anchor}-{number}", name, items) for number, (name, items) in enumerate(told, 1))


def _look(context: Context, modalities: Sequence[Modality]) -> str:
    """Say where what is not known may stand: in the documents that come first in all of them."""
    documents = [
        each
        for each in context.catalogue.preconditions
        if each.kind is PreconditionKind.DOCUMENT and all(modality.wants(each.id) for modality in modalities)
    ]
    if not documents:
        return context.gettext("What the guide does not know: ask first")
    named = context.format.together([context.format.named(each) for each in documents])
    return context.gettext("What the guide does not know: look {documents:at}, or ask first", documents=named)


def _open(context: Context, agreement: str, modalities: Sequence[Modality]) -> Iterator[CitedText]:
    catalogue = context.catalogue
    ids = {each.id for each in modalities}
    for question in catalogue.open_questions:
        of_money = any(gap in _OF_MONEY for gap in question.gaps) and not ids.isdisjoint(
            question.modalities or ids
        )
        if question.before == agreement or (of_money and not question.before):
            whom = tuple(contacts.asked(catalogue, context.whole.words, contacts_for(catalogue, question)))
            said = " ".join((question.question, *(each.said for each in whom)))
            yield context.named(said, (*question.facts, *(fact for each in whom for fact in each.facts)))
    for each in modalities:
        for asked in gap_questions(context, each, brief=True, of=_OF_MONEY):
            html = Markup(" ").join((escape(asked.question), *(whom.html for whom in asked.asks)))
            cited = (asked.status, *asked.asks)
            yield CitedText(
                html, context.citation(fact for one in cited for fact in one.citation.facts.split())
            )


def _known(context: Context, modality: Modality) -> Iterator[CitedText]:
    """Give how a modality's price comes about, but for what only says that it is unknown."""
    rule = context.catalogue.pricing_rule[modality.pricing]
    yield context.told(rule.summary, rule.facts, link_terms=False)
    for label, told in ((label, told) for label, texts in details(context, rule) for told in texts):
        if not any(context.catalogue.facts[fact].unknown for fact in told.citation.facts.split()):
            yield CitedText(Markup("{}: {}").format(label, told.html), told.citation)
