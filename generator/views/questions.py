"""Open questions as they are shown: those written in the catalogue, and every gap in it, with whom to ask."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.analysis.gaps import Gap, gaps
from generator.analysis.whom_to_ask import contact_for, contacts_for, questions_about
from generator.catalogue.modalities import Modality, ScopeState
from generator.catalogue.open_questions import Missing
from generator.catalogue.pricing_rules import PricingRule, Unit
from generator.i18n import N_
from generator.views.context import CitedText, Context, Link
from generator.wording import contacts
from generator.wording.formatting import Named, capital


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question, what is known all the same, and whom to ask: how to reach them too, unless it is told in brief."""

    anchor: str
    question: str
    status: CitedText
    asks: tuple[CitedText, ...]
    about: tuple[Link, ...]
    before: Link | None = None
    """Where it is listed with what else is to be settled before agreeing to something."""


def questions_of(context: Context, modality: Modality) -> tuple[AskedQuestion, ...]:
    """Give the open questions that concern a modality: those written in the catalogue, then its other gaps."""
    return (*asked(context, modality), *gap_questions(context, modality, brief=True))


def asked(context: Context, modality: Modality | None) -> tuple[AskedQuestion, ...]:
    """Give the questions that are written: those that concern a modality, or all."""
    catalogue = context.catalogue
    return tuple(
        _question(
            context,
            each.id,
            each.question,
            context.told(each.status, each.facts),
            {contact_for(each, modality): ()} if modality else contacts_for(catalogue, each),
            tuple(context.modality_link(id_) for id_ in each.modalities),
            brief=modality is not None,
        )
        for each in (questions_about(catalogue, modality) if modality else catalogue.open_questions)
    )


def _question(
    context: Context,
    anchor: str,
    question: str,
    status: CitedText,
    whom: Mapping[str, Sequence[str]],
    about: tuple[Link, ...],
    *,
    brief: bool,
) -> AskedQuestion:
    told = contacts.asked(context.catalogue, context.whole.words, whom)
    return AskedQuestion(anchor, question, status, tuple(_ask(context, each, brief) for each in told), about)


def _ask(context: Context, asked: contacts.Whom, brief: bool) -> CitedText:
    html = escape(asked.said)
    # Made only where it is shown: a text that is made links its terms, and the page would explain unused words.
    if not brief:
        html += Markup(" ") + context.prose(asked.how)
    return CitedText(html, context.citation(asked.facts))


def gap_questions(
    context: Context, modality: Modality, *, brief: bool = False, of: Collection[Missing] = tuple(Missing)
) -> Iterator[AskedQuestion]:
    """Every `unknown` of a modality, as a question, but for what a written question asks already."""
    about = (context.modality_link(modality.id),)
    written = {kind for each in questions_about(context.catalogue, modality) for kind in each.gaps}
    for gap in gaps(context.catalogue, modality):
        # Made only where it is shown, as above.
        if gap.kind in of and gap.kind not in written:
            question, status = _words(context, modality, gap)
            yield _question(
                context,
                f"{modality.id}.{gap.kind}",
                question,
                context.told(status, gap.facts),
                {modality.contact: ()},
                about,
                brief=brief,
            )


def _words(context: Context, modality: Modality, gap: Gap) -> tuple[str, str]:
    """Return how a gap is asked, and what is said of it all the same."""
    catalogue = context.catalogue
    _, ngettext, name = context.gettext, context.ngettext, context.format.named(modality)
    match gap.kind:
        case Missing.PRICE:
            all_ = len(gap.among) == len(catalogue.pricing_rule[modality.pricing].rows)
            some = "" if all_ else " " + _("This concerns some of its cases.")
            return ngettext(
                "How much does {modality:subject} cost?",
                "How much do {modality:subject} cost?",
                name.number,
                modality=name,
            ), _("No source gives its price.") + some
        case Missing.RATE:
            return (
                _("What is the rate {modality:of}?", modality=name),
                _("No source gives a rate; how the time is counted is known."),
            )
        case Missing.MINIMUM:
            return (
                _("What is the least quantity {modality:of}?", modality=name),
                _("No source gives one."),
            )
        case Missing.INCREMENT:
            return _rounding(context, name, catalogue.pricing_rule[modality.pricing]), _("No source tells.")
        case Missing.PAYER:
            return _("Who pays for {modality:object}?", modality=name), _("No source tells who pays.")
        case Missing.ACCESS:
            who = context.format.requesters(gap.among)
            asked = ngettext(
                "May {requesters:subject} ask for {modality:object}?",
                "May all of these ask for {modality:object}: {requesters:subject}?",
                who.number,
                modality=name,
                requesters=who,
            )
            return capital(asked), _("No source tells.")
        case Missing.SCOPE:
            scopes = "; ".join(catalogue.scope[id_].name for id_ in gap.among)
            return _covered(context, modality, name), ngettext(
                "No source tells whether {modality:subject} covers: {scopes}.",
                "No source tells whether {modality:subject} cover: {scopes}.",
                name.number,
                modality=name,
                scopes=scopes,
            )
        case Missing.ASPECT | Missing.FIRST:
            return _listed(context, name, gap)
        case Missing.RECOMMENDED:
            return (
                ngettext(
                    "When is {modality:subject} recommended?",
                    "When are {modality:subject} recommended?",
                    name.number,
                    modality=name,
                ),
                _("No source tells."),
            )
        case Missing.STEPS:
            return (
                _("How does one ask for {modality:object}?", modality=name),
                _("No source tells how to ask for it."),
            )
        case Missing.TAX:
            raise ValueError("taxes are no gap of their own")


def _listed(context: Context, name: Named, gap: Gap) -> tuple[str, str]:
    """Ask for what is missing of several things at once, and name them."""
    if gap.kind is Missing.FIRST:
        wanted = "; ".join(context.catalogue.precondition[id_].name for id_ in gap.among)
        return (
            context.gettext("What else must come first {modality:of}?", modality=name),
            context.gettext("No source tells whether this must: {preconditions}.", preconditions=wanted),
        )
    aspects = context.format.listed([f"“{context.catalogue.aspect[id_].name}”" for id_ in gap.among])
    return (
        context.gettext("What do the sources not tell {modality:of}?", modality=name),
        context.gettext("The sources do not tell what holds for {aspects}.", aspects=aspects),
    )


def _rounding(context: Context, name: Named, rule: PricingRule) -> str:
    """Ask how time is rounded, by what is known: only what has a least quantity has time above it."""
    if rule.has_minimum:
        told = N_("How is the time {modality:of} rounded above the least quantity?")
    elif rule.unit is Unit.HOUR:
        told = N_("How does a started hour {modality:of} count?")
    else:
        told = N_("How does a started minute {modality:of} count?")
    return context.gettext(told, modality=name)


def _covered(context: Context, modality: Modality, name: Named) -> str:
    """Ask what is covered, or what else is."""
    covered = (ScopeState.INCLUDED, ScopeState.CONDITIONAL)
    if any(stand.state in covered for stand in modality.scopes.values()):
        return context.ngettext(
            "What else does {modality:subject} cover?",
            "What else do {modality:subject} cover?",
            name.number,
            modality=name,
        )
    return context.ngettext(
        "What does {modality:subject} cover?",
        "What do {modality:subject} cover?",
        name.number,
        modality=name,
    )
