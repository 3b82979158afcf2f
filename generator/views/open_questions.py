"""What the guide does not answer, drawn from every gap in the catalogue, with whom to ask instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, Modality, ScopeState
from generator.catalogue.pricing import Basis, PriceState
from generator.views.context import Context, Link, Told


@dataclass(frozen=True, slots=True)
class Question:
    """A question, what is known all the same, and whom to ask; ``how`` is left out where the page is short on it."""

    anchor: str
    question: str
    status: Told
    ask: str
    how: Told | None
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps in what is told of one modality."""

    modality: Link
    anchor: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """All that the guide leaves open."""

    asked: tuple[Question, ...]
    gaps: tuple[Gaps, ...]


def view(context: Context) -> OpenQuestions:
    catalogue = context.catalogue
    gaps = [
        Gaps(context.modality_link(modality.id), modality.id, tuple(_gaps(context, modality)))
        for modality in catalogue.modalities
    ]
    return OpenQuestions(
        asked=_asked(context, None),
        gaps=tuple(each for each in gaps if each.questions),
    )


def questions_of(context: Context, modality: Modality) -> tuple[Question, ...]:
    """Give the open questions that concern a modality: those written in the catalogue, then its gaps."""
    return (*_asked(context, modality.id), *_gaps(context, modality, brief=True))


def _asked(context: Context, modality: str | None) -> tuple[Question, ...]:
    return tuple(
        _question(
            context,
            each.id,
            each.question,
            context.told(each.status, each.facts),
            each.ask,
            tuple(context.modality_link(id_) for id_ in each.modalities),
            brief=modality is not None,
        )
        for each in context.catalogue.open_questions
        if modality is None or not each.modalities or modality in each.modalities
    )


def _question(
    context: Context,
    anchor: str,
    question: str,
    status: Told,
    ask: str,
    about: tuple[Link, ...],
    *,
    brief: bool,
) -> Question:
    contact = context.catalogue.contact[ask]
    # Made only where it is shown: a text that is made links its terms, and the page would explain unused words.
    how = None if brief else context.told(contact.how, contact.facts)
    return Question(anchor, question, status, contact.name, how, about)


def _gaps(context: Context, modality: Modality, *, brief: bool = False) -> Iterator[Question]:
    """Every `unknown` of a modality, as a question; several of a kind are asked in one."""
    catalogue = context.catalogue
    rule = catalogue.pricing_rule[modality.pricing]
    about = (context.modality_link(modality.id),)
    _ = context.gettext

    def ask(kind: str, question: str, status: str, facts: tuple[str, ...]) -> Question:
        anchor = f"{modality.id}.{kind}"
        return _question(
            context, anchor, question, context.told(status, facts), modality.contact, about, brief=brief
        )

    decided = [
        row for row in rule.rows if row.then in (PriceState.ON_QUOTE, PriceState.UNKNOWN) and not row.amount
    ]
    if decided:
        facts = tuple(fact for row in decided for fact in row.facts)
        some = "" if len(decided) == len(rule.rows) else " " + _("This concerns some of its cases.")
        yield ask(
            "price",
            _("How much does {modality} cost?", modality=modality.name),
            _("No source gives its price.") + some,
            facts,
        )
    if rule.basis is Basis.TIME and not rule.rates:
        yield ask(
            "rate",
            _("What is the rate of {modality}?", modality=modality.name),
            _("No source gives a rate; how the time is counted is known."),
            rule.facts_on("rates"),
        )
    if rule.minimum == UNKNOWN:
        yield ask(
            "minimum",
            _("What is the least quantity that {modality} bills?", modality=modality.name),
            _("No source gives one."),
            rule.facts_on("minimum"),
        )
    if rule.increment == UNKNOWN:
        yield ask(
            "increment",
            _("How does {modality} round the time above the least quantity?", modality=modality.name),
            _("No source tells."),
            rule.facts_on("increment"),
        )
    unpaid = [row for row in rule.rows if row.payer == UNKNOWN]
    if unpaid:
        yield ask(
            "payer",
            _("Who pays for {modality}?", modality=modality.name),
            _("No source tells who pays."),
            tuple(fact for row in unpaid for fact in row.facts),
        )
    closed = [
        (requester.id, stand)
        for requester in catalogue.requesters
        if (stand := catalogue.access(modality, requester.id)).state is Access.UNKNOWN
    ]
    if closed:
        yield ask(
            "access",
            _(
                "Who else may ask for {modality}: {requesters}?",
                modality=modality.name,
                requesters=context.requesters_named(id_ for id_, _stand in closed),
            ),
            _("No source tells whether they may."),
            tuple(fact for _id, stand in closed for fact in stand.facts),
        )
    untold = [
        (catalogue.scope[id_].name, stand.facts)
        for id_, stand in modality.scopes.items()
        if stand.state is ScopeState.UNKNOWN
    ]
    if untold:
        yield ask(
            "scope",
            _("Does {modality} cover what no source mentions?", modality=modality.name),
            _("No source tells about: {scopes}.", scopes="; ".join(name for name, _facts in untold)),
            tuple(fact for _name, facts in untold for fact in facts),
        )
    if not modality.recommendations:
        yield ask(
            "recommended",
            _("For which situations is {modality} recommended?", modality=modality.name),
            _("No source tells for which situations it is recommended."),
            modality.facts,
        )
    if not modality.steps:
        yield ask(
            "steps",
            _("How does one ask for {modality}?", modality=modality.name),
            _("No source tells how to ask for it."),
            modality.facts,
        )
