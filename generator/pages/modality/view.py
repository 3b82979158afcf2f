"""The page of one modality: everything that a customer has to know of it before asking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.analysis.silence import tells_nothing
from generator.catalogue.modalities import Modality, ScopeState, Status
from generator.catalogue.open_questions import Missing
from generator.catalogue.references import MODALITY
from generator.pages.page import Page, bound, page
from generator.source.reader import SourceFile
from generator.views.agreements import Ahead, ListPart, ahead
from generator.views.context import Badge, Citation, CitedText, Context, Link, WholeGuide
from generator.views.differences import Difference, difference
from generator.views.journey import Journey, journey
from generator.views.payers import marked_once, payer
from generator.views.price_by_outcome import PriceByOutcome, price_by_outcome
from generator.views.pricing import Costs, costs
from generator.views.questions import AskedQuestion, questions_of
from generator.views.states import State, access_state, scope_state
from generator.wording.inline_markdown import plain


@dataclass(frozen=True, slots=True)
class ScopeItem:
    """A scope with the modality's stand on it."""

    id: str
    name: str
    description: Markup | None
    condition: Markup | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class ScopesOfState:
    """The scopes to which the modality stands in one way."""

    state: State
    items: tuple[ScopeItem, ...]


@dataclass(frozen=True, slots=True)
class AccessItem:
    """Whether a requester may ask, and who is billed then; ``citation`` is the mark of the row."""

    id: str
    requester: Link
    state: State
    note: Markup | None
    citation: Citation
    billed: CitedText


@dataclass(frozen=True, slots=True)
class PreconditionItem:
    """Something that must come first; ``service`` leads to the modality that it is."""

    name: str
    description: Markup
    note: Markup | None
    service: Link | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Message:
    """What can be sent to ask for it: how it begins, and what whoever sends it fills in."""

    opening: CitedText
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModalityPage:
    """One modality."""

    id: str
    name: str
    brief: bool
    """Whether nothing is told of it but that it is there, and whom to ask."""
    sign: Badge
    group: Link
    summary: CitedText
    audience: CitedText
    retired: str
    replaced_by: Link | None
    earlier: str
    earlier_names: tuple[CitedText, ...]
    characteristics: tuple[CitedText, ...]
    aspects: tuple[tuple[str, CitedText], ...]
    recommendations: tuple[CitedText, ...]
    scopes: tuple[ScopesOfState, ...]
    costs: Costs
    prices: PriceByOutcome
    simulate: str
    access: tuple[AccessItem, ...]
    preconditions: tuple[PreconditionItem, ...]
    journey: Journey
    request: Message | None
    checklist: tuple[ListPart, ...]
    checklist_title: str
    differences: tuple[Difference, ...]
    alike: Markup | None
    questions: tuple[AskedQuestion, ...]
    prevails: CitedText | None
    ahead: Ahead | None
    lines: Link
    neighbours: tuple[Link | None, Link | None]

    @property
    def told_scopes(self) -> tuple[ScopesOfState, ...]:
        return tuple(each for each in self.scopes if each.state.kind != ScopeState.UNKNOWN.value)

    @property
    def untold_scopes(self) -> tuple[ScopesOfState, ...]:
        return tuple(each for each in self.scopes if each.state.kind == ScopeState.UNKNOWN.value)

    @property
    def scopes_asked(self) -> bool:
        """Whether a question of the page itself names each scope that no source mentions."""
        return any(each.anchor == f"{self.id}.{Missing.SCOPE}" for each in self.questions)


def pages(whole: WholeGuide, _source: SourceFile) -> Iterator[Page]:
    """Give a page for each modality."""
    for group in whole.catalogue.guide.groups:
        for each in whole.catalogue.in_group[group.id]:
            yield page(
                whole,
                "modality",
                bound(view, each),
                address=whole.addresses.modality(each.id),
                title=each.name,
                description=whole.plainly(plain(each.summary), each.facts),
                section=group.id,
                about=each.id,
            )


def view(context: Context, modality: Modality) -> ModalityPage:
    catalogue = context.catalogue
    replaced_by = modality.replaced_by
    costed = costs(context, modality)
    compared = [difference(context, modality, other) for other in catalogue.neighbours(modality)]
    return ModalityPage(
        id=modality.id,
        name=modality.name,
        brief=tells_nothing(catalogue, modality),
        sign=context.whole.signs[modality.id],
        group=Link(
            catalogue.group[modality.group].name, context.href(context.addresses.group(modality.group))
        ),
        summary=context.told(modality.summary, modality.facts),
        audience=context.named(modality.audience, modality.facts_of_audience),
        retired=_retired(context, modality),
        replaced_by=context.modality_link(replaced_by) if replaced_by else None,
        recommendations=tuple(context.told(each.text, each.facts) for each in modality.recommendations),
        characteristics=tuple(context.told(each.text, each.facts) for each in modality.characteristics),
        aspects=tuple(
            (catalogue.aspect[id_].name, context.told(told.text, told.facts))
            for id_, told in modality.aspects.items()
            if told.text
        ),
        scopes=_scopes(context, modality),
        costs=costed,
        prices=price_by_outcome(context, costed.lines),
        simulate=_simulator(context, modality),
        access=tuple(_access(context, modality)),
        preconditions=tuple(_preconditions(context, modality)),
        journey=journey(context, modality),
        request=_request(context, modality),
        checklist=tuple(part for part in _checklist(context, modality) if part.items),
        checklist_title=context.gettext(
            "What to check before you ask for {modality:object}", modality=context.format.named(modality)
        ),
        earlier=context.ngettext("Earlier name", "Earlier names", len(modality.earlier_names)),
        earlier_names=tuple(
            CitedText(context.prose(each.name, link_terms=False), context.citation(each.facts))
            for each in modality.earlier_names
        ),
        differences=tuple(each for each in compared if each.aspects),
        alike=_alike(context, [each.other for each in compared if not each.aspects]),
        questions=questions_of(context, modality),
        prevails=context.told(catalogue.guide.prevails, catalogue.guide.prevails_facts)
        if catalogue.prevails(modality)
        else None,
        ahead=ahead(context, modality),
        lines=context.lines_link(("modalities", catalogue.position[modality.id])),
        neighbours=_beside(context, modality),
    )


def _simulator(context: Context, modality: Modality) -> str:
    """Lead to the simulator, with the modality chosen."""
    anchor = context.whole.words.pgettext("anchor", "simulator")
    return f"{context.href(context.addresses.costs)}?{MODALITY}={modality.id}#{anchor}"


def _retired(context: Context, modality: Modality) -> str:
    if modality.status is not Status.RETIRED:
        return ""
    if modality.retired_on:
        return context.gettext("No longer offered since {day}.", day=context.format.date(modality.retired_on))
    return context.gettext("No longer offered.")


def _scopes(context: Context, modality: Modality) -> tuple[ScopesOfState, ...]:
    order = (ScopeState.INCLUDED, ScopeState.CONDITIONAL, ScopeState.EXCLUDED, ScopeState.UNKNOWN)
    found: dict[ScopeState, list[ScopeItem]] = {state: [] for state in order}
    for scope in context.catalogue.scope.values():
        stand = modality.scopes[scope.id]
        found[stand.state].append(
            ScopeItem(
                id=scope.id,
                name=scope.name,
                description=context.prose(scope.description) if scope.description else None,
                condition=context.prose(stand.condition) if stand.condition else None,
                citation=context.citation(stand.facts),
            )
        )
    facts = {
        state: [fact for stand in modality.scopes.values() if stand.state is state for fact in stand.facts]
        for state in order
    }
    return tuple(
        ScopesOfState(scope_state(context, state, facts[state]), tuple(items))
        for state, items in found.items()
        if items
    )


def _access(context: Context, modality: Modality) -> list[AccessItem]:
    found = []
    for requester in context.catalogue.requesters:
        stand = context.catalogue.access(modality, requester.id)
        billed = payer(context, modality, requester)
        access, paid = marked_once(context, stand.facts, billed.facts)
        found.append(
            AccessItem(
                id=requester.id,
                requester=context.requester_link(requester.id),
                state=access_state(context, stand.state, stand.facts),
                note=context.prose(stand.note) if stand.note else None,
                citation=context.citation(access),
                billed=context.named(billed.text, paid),
            )
        )
    return found


def _preconditions(context: Context, modality: Modality) -> list[PreconditionItem]:
    found = []
    for wanted in modality.preconditions:
        entry = context.catalogue.precondition[wanted.precondition]
        found.append(
            PreconditionItem(
                name=entry.name,
                description=context.prose(entry.description),
                note=context.prose(wanted.note) if wanted.note else None,
                service=context.modality_link(entry.service) if entry.service else None,
                citation=context.citation((*wanted.facts, *entry.facts)),
            )
        )
    return found


def _request(context: Context, modality: Modality) -> Message | None:
    asked = modality.request
    if not asked:
        return None
    return Message(context.told(asked.text, asked.facts, link_terms=False), asked.blanks)


def _checklist(context: Context, modality: Modality) -> Iterator[ListPart]:
    """Gather what makes a request fit: why it is this modality, what must be there, and who does what.

    Where that is a single step, there is nothing to check: the page tells it just above.
    """
    if not modality.recommendations and not modality.preconditions and len(modality.steps) <= 1:
        return
    anchor = context.whole.words.pgettext("anchor", "checklist")

    def said(text: str, facts: tuple[str, ...]) -> CitedText:
        return CitedText(context.prose(text, link_terms=False), context.citation(facts))

    yield ListPart(
        f"{anchor}-1",
        context.gettext("At least one of these fits my case"),
        tuple(said(each.text, each.facts) for each in modality.recommendations),
    )
    wanted = [(each, context.catalogue.precondition[each.precondition]) for each in modality.preconditions]
    yield ListPart(
        f"{anchor}-2",
        context.gettext("What must come first"),
        tuple(
            said(
                " ".join(filter(None, (f"{entry.name}.", entry.description, each.note))),
                (*each.facts, *entry.facts),
            )
            for each, entry in wanted
        ),
    )
    yield ListPart(
        f"{anchor}-3",
        context.gettext("Who does what"),
        tuple(said(f"{each.actor}: {each.text}", each.facts) for each in modality.steps),
    )


def _alike(context: Context, others: list[Link]) -> Markup | None:
    """Say from which others the sources tell no difference, of all of them at once."""
    if not others:
        return None
    told = Markup(
        context.gettext("The sources point out no difference from: {modalities}.", modalities="{modalities}")
    )
    links = [Markup('<a href="{}">{}</a>').format(each.href, each.text) for each in others]
    return told.format(modalities=Markup(context.format.listed(links)))


def _beside(context: Context, modality: Modality) -> tuple[Link | None, Link | None]:
    """The modalities before and after this one in its group, so that a reader can leaf through it."""
    group = context.catalogue.in_group[modality.group]
    at = next(index for index, each in enumerate(group) if each is modality)
    before = context.modality_link(group[at - 1].id) if at else None
    after = context.modality_link(group[at + 1].id) if at + 1 < len(group) else None
    return before, after
