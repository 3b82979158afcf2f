"""Promises that a catalogue makes through its decisions: what each case comes to, and what is recommended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from generator.analysis.gaps import gaps
from generator.analysis.whom_to_ask import asked_of
from generator.catalogue.modalities import Access, Modality, Start
from generator.catalogue.pricing_rules import Price, PricingRule, Rate
from generator.pricing.table import PricedCase, can_charge, cases, dimensions
from generator.promises.promise import Kind, Promise
from generator.promises.telling import Telling, home, home_of_value, in_order, quoted


def decided(tell: Telling) -> Iterator[Promise]:
    """Give every promise that is derived: of cases, access, scopes, order, charges and paths."""
    for modality in tell.catalogue.modalities:
        yield from _cases(tell, modality)
        yield from _access(tell, modality)
        yield from _scopes(tell, modality)
        yield from _aspects(tell, modality)
        yield from _order(tell, modality)
        yield from _missing(tell, modality)
    for rule in tell.catalogue.pricing_rules:
        yield _counting(tell, rule)
        yield from _rates(tell, rule)
    yield from _paths(tell)


def _cases(tell: Telling, modality: Modality) -> Iterator[Promise]:
    for case in cases(tell.catalogue, modality):
        told = (
            tell.terms.prices[case.state],
            _amount(tell, case.amount) if case.amount else "",
            tell.payer(case.payer),
        )
        about = modality.name, *_values(tell, case)
        entries = home("modalities", modality.id), *(home_of_value(*each) for each in case.case.items())
        yield tell.promise(Kind.CASE, case.id, told, case.facts, about, entries)


def _values(tell: Telling, case: PricedCase) -> Iterator[str]:
    rule = tell.catalogue.pricing_rule[tell.catalogue.modality[case.modality].pricing]
    for dimension in dimensions(tell.catalogue, rule):
        yield tell.format.value_name(dimension.id, case.case[dimension.id])


def _amount(tell: Telling, price: Price | Rate) -> str:
    currency = price.currency or tell.catalogue.guide.currency
    return f"{price.value} {currency}, {tell.terms.taxes[price.tax]}"


def _access(tell: Telling, modality: Modality) -> Iterator[Promise]:
    for requester, stand in tell.catalogue.stands[modality.id].items():
        told = tell.terms.access[stand.state], quoted(stand.note) if stand.note else ""
        about = modality.name, tell.catalogue.requester[requester].name
        entries = home("modalities", modality.id), home("requesters", requester)
        yield tell.promise(Kind.ACCESS, f"{modality.code} {requester}", told, stand.facts, about, entries)


def _scopes(tell: Telling, modality: Modality) -> Iterator[Promise]:
    for scope, stand in modality.scopes.items():
        told = tell.terms.scopes[stand.state], quoted(stand.condition) if stand.condition else ""
        about = modality.name, tell.catalogue.scope[scope].name
        entries = home("modalities", modality.id), home("scopes.items", scope)
        yield tell.promise(Kind.SCOPE, f"{modality.code} {scope}", told, stand.facts, about, entries)


def _aspects(tell: Telling, modality: Modality) -> Iterator[Promise]:
    for aspect, said in modality.aspects.items():
        told = (quoted(said.text) if said.text else tell.terms.access[Access.UNKNOWN],)
        about = modality.name, tell.catalogue.aspect[aspect].name
        entries = home("modalities", modality.id), home("aspects", aspect)
        yield tell.promise(Kind.ASPECT, f"{modality.code} {aspect}", told, said.facts, about, entries)


def _order(tell: Telling, modality: Modality) -> Iterator[Promise]:
    """What must come first, the steps, and in which of them time and charge begin."""
    entries = (home("modalities", modality.id),)
    if modality.preconditions:
        yield tell.promise(Kind.BEFORE, modality.code, (in_order(modality),), (), (modality.name,), entries)
    for number, step in enumerate(modality.steps, 1):
        told = (
            f"{quoted(step.actor)} {quoted(step.text)}",
            tell.gettext("fulfils {precondition}", precondition=step.precondition)
            if step.precondition
            else "",
        )
        subject = f"{modality.code} {number}"
        yield tell.promise(Kind.STEP, subject, told, step.facts, (modality.name,), entries)
    charge, clock = (_begins(tell, modality, start) for start in (Start.CHARGE, Start.CLOCK))
    if can_charge(tell.catalogue, modality) or charge or clock:
        begins = _beginnings(tell, charge, clock)
        yield tell.promise(Kind.CHARGE, modality.code, begins, (), (modality.name,), entries)


def _beginnings(tell: Telling, charge: str, clock: str) -> Iterator[str]:
    yield charge or tell.gettext("no step tells when it begins")
    if clock:
        same = clock == charge
        yield tell.gettext("so does time") if same else tell.gettext("time counts {since}", since=clock)


def _begins(tell: Telling, modality: Modality, start: Start) -> str:
    """Say with which steps something begins, and what has been fulfilled by then."""
    found = [number for number, step in enumerate(modality.steps, 1) if start in step.starts]
    if not found:
        return ""
    before = [step.precondition for step in modality.steps[: found[0] - 1] if step.precondition]
    steps = ", ".join(map(str, found))
    if not before:
        return tell.gettext("from step {steps} on", steps=steps)
    return tell.gettext("from step {steps} on, after {before}", steps=steps, before=", ".join(before))


def _missing(tell: Telling, modality: Modality) -> Iterator[Promise]:
    for gap in gaps(tell.catalogue, modality):
        # Whom pages send to: the contact of the question that asks it, if there is one.
        whom = asked_of(tell.catalogue, modality, gap.kind) or modality.contact
        told = tell.gettext("ask {contact}", contact=whom)
        subject, entries = f"{modality.code} {gap.kind}", (home("modalities", modality.id),)
        yield tell.promise(Kind.MISSING, subject, (told,), gap.facts, (modality.name,), entries)


def _counting(tell: Telling, rule: PricingRule) -> Promise:
    told = [tell.terms.bases[rule.basis]]
    if rule.unit:
        told.append(tell.terms.units[rule.unit])
    for key, label in (
        ("minimum", tell.gettext("minimum")),
        ("increment", tell.gettext("increment")),
    ):
        value = getattr(rule, key)
        if isinstance(value, int):
            told.append(f"{label} {value}")
        elif value is not None:
            told.append(f"{label} {tell.terms.unknown}")
    if rule.depends_on:
        told.append(tell.gettext("depends on {dimensions}", dimensions=", ".join(sorted(rule.depends_on))))
    entries = (home("pricing_rules", rule.id),)
    return tell.promise(Kind.COUNT, rule.id, told, rule.facts_of_counting, tell.users(rule.id), entries)


def _rates(tell: Telling, rule: PricingRule) -> Iterator[Promise]:
    for rate in rule.rates or ():
        told = (
            _amount(tell, rate),
            tell.gettext("until {day}", day=rate.valid_to.isoformat()) if rate.valid_to else "",
        )
        subject = f"{rule.id} {rate.valid_from.isoformat()}"
        entries = (home("pricing_rules", rule.id),)
        yield tell.promise(Kind.RATE, subject, told, rate.facts, tell.users(rule.id), entries)


def _paths(tell: Telling) -> Iterator[Promise]:
    """What is recommended for which answers; a question that is left out may have any."""
    texts = {
        (question.id, answer.id): answer.text
        for question in tell.catalogue.finder.questions
        for answer in question.answers
    }
    for row in tell.catalogue.finder.rows:
        asked = sorted(row.when.items())
        for answers in product(*(sorted(values) for _, values in asked)):
            path = [(question, answer) for (question, _), answer in zip(asked, answers, strict=True)]
            subject = ", ".join(f"{question}={answer}" for question, answer in path)
            told = _recommended(tell, row.recommend)
            about = tuple(texts[each] for each in path)
            entries = (
                home(f"{home('finder.questions', question)}.answers", answer) for question, answer in path
            )
            yield tell.promise(Kind.PATH, subject or "*", (told,), row.facts, about, entries)


def _recommended(tell: Telling, modalities: Iterable[str]) -> str:
    first, *others = tell.codes(modalities).split(", ")
    return tell.gettext("{first}, then {others}", first=first, others=", ".join(others)) if others else first
