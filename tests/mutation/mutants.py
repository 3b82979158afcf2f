"""Catalogues that would mislead a customer, each made from the real one by changing one fact that it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from generator.analysis.references import references
from generator.analysis.traversal import texts
from generator.catalogue.claims import Holds
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.modalities import Access, AccessRule, Modality, ScopeCoverage, ScopeState, Status
from generator.catalogue.pricing_rules import Basis, PriceRow, PriceState, Unit
from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Trust
from generator.diagnostics import Path
from generator.linter.recovery import changed


@dataclass(frozen=True)
class Mutant:
    """A catalogue in which one thing is not so: the kind of change, where, and what it became."""

    kind: str
    place: str
    change: str
    catalogue: Catalogue

    @property
    def name(self) -> str:
        return f"{self.kind}: {self.place}: {self.change}"


Changes = Iterator[tuple[str, str, Mapping[Path, Any]]]
"""Place and change in words, and the new values by their paths."""


def mutants(catalogue: Catalogue, kinds: Iterable[str] | None = None) -> Iterator[Mutant]:
    """Give every mutant of these kinds, or of all, in a fixed order."""
    for kind in KINDS if kinds is None else kinds:
        make = KINDS[kind]
        for place, change, values in make(catalogue):
            mutant = changed(catalogue, values)
            if mutant != catalogue:
                yield Mutant(kind, place, change, mutant)


def address(catalogue: Catalogue, path: Path) -> str:
    """Name a path by ids where it goes through a list: `modalities.prime.steps.1`, a list counted from 1."""
    node: Any = catalogue
    steps = []
    for step in path:
        if isinstance(step, int):
            node = node[step]
            name = getattr(node, "id", None) or getattr(node, "precondition", None)
            steps.append(name or str(step + 1))
        else:
            node = node[step] if isinstance(node, Mapping) else getattr(node, step)
            steps.append(step)
    return ".".join(steps)


def _without(items: tuple[Any, ...], index: int) -> tuple[Any, ...]:
    return items[:index] + items[index + 1 :]


def _modalities(catalogue: Catalogue) -> Iterator[tuple[Path, Modality]]:
    for index, each in enumerate(catalogue.modalities):
        yield ("modalities", index), each


def _rows(catalogue: Catalogue) -> Iterator[tuple[Path, PriceRow]]:
    for number, rule in enumerate(catalogue.pricing_rules):
        for index, row in enumerate(rule.rows):
            yield ("pricing_rules", number, "rows", index), row


def _scope_states(catalogue: Catalogue) -> Changes:
    """Included, excluded, conditional, unknown: each cell in each of the other ways."""
    for at, modality in _modalities(catalogue):
        for scope, stand in modality.scopes.items():
            for state in ScopeState:
                if state is not stand.state:
                    # In good form, so that it is not its form that gives it away.
                    condition = "Sob condição." if state is ScopeState.CONDITIONAL else None
                    new = ScopeCoverage.model_construct(state=state, condition=condition, facts=stand.facts)
                    yield f"{modality.id}.{scope}", f"{stand.state} → {state}", {(*at, "scopes", scope): new}


def _scope_swaps(catalogue: Catalogue) -> Changes:
    """A cell in another state, and citing what a neighbour of that state cites: an edit that knows the form."""
    for at, modality in _modalities(catalogue):
        like = {stand.state: stand for stand in modality.scopes.values()}
        for scope, stand in modality.scopes.items():
            for state, other in like.items():
                if state is not stand.state:
                    yield (
                        f"{modality.id}.{scope}",
                        f"{stand.state} → as {state}",
                        {(*at, "scopes", scope): other},
                    )


def _price_states(catalogue: Catalogue) -> Changes:
    for at, row in _rows(catalogue):
        for state in PriceState:
            if state is not row.then:
                yield address(catalogue, at), f"{row.then} → {state}", {(*at, "then"): state}
                if row.payer:
                    yield (
                        address(catalogue, at),
                        f"{row.then} → {state}, no payer",
                        {(*at, "then"): state, (*at, "payer"): None},
                    )


def _row_payers(catalogue: Catalogue) -> Changes:
    for at, row in _rows(catalogue):
        for payer in (None, UNKNOWN.value, *catalogue.party):
            if payer != row.payer:
                yield address(catalogue, at), f"payer {row.payer} → {payer}", {(*at, "payer"): payer}


def _row_whens(catalogue: Catalogue) -> Changes:
    """Rows moved to other outcomes, two of them swapped, narrowed to some requesters, or widened."""
    for at, row in _rows(catalogue):
        name = address(catalogue, at)
        for outcome in catalogue.outcome:
            if row.when.get("outcome") != (outcome,):
                yield name, f"only {outcome}", {(*at, "when"): {**row.when, "outcome": (outcome,)}}
        for who in (*catalogue.requester, *catalogue.requester_group):
            yield name, f"only {who}", {(*at, "when"): {**row.when, "requester": (who,)}}
        if row.when:
            yield name, "every case", {(*at, "when"): {}}
    for number, rule in enumerate(catalogue.pricing_rules):
        for (i, one), (j, other) in permutations(enumerate(rule.rows), 2):
            if i < j:
                base: Path = ("pricing_rules", number, "rows")
                yield f"{rule.id}: {one.id}, {other.id}", "swapped", {
                    (*base, i, "when"): other.when,
                    (*base, j, "when"): one.when,
                }  # fmt: skip


def _requester_payers(catalogue: Catalogue) -> Changes:
    for index, each in enumerate(catalogue.requesters):
        for party in catalogue.party:
            if party != each.billed:
                yield each.id, f"billed: {party}", {("requesters", index, "billed"): party}
        for party in (None, *catalogue.party):
            if party != each.party:
                yield each.id, f"is part of {party}", {("requesters", index, "party"): party}
    for number, group in enumerate(catalogue.requester_groups):
        for index, member in enumerate(group.members):
            rest = _without(group.members, index)
            yield group.id, f"without {member}", {("requester_groups", number, "members"): rest}


def _access(catalogue: Catalogue) -> Changes:
    """Who may ask: refused, let in, left open, forgotten, or one of a group told otherwise."""
    for at, modality in _modalities(catalogue):
        for who, stand in modality.requesters.items():
            here = (*at, "requesters")
            for state in Access:
                if state is not stand.state:
                    new = AccessRule.model_construct(state=state, facts=stand.facts, note=stand.note)
                    yield f"{modality.id}.{who}", f"{stand.state} → {state}", {(*here, who): new}
                    for member in catalogue.members(who):
                        if member != who:
                            yield f"{modality.id}.{member}", f"alone {state}", {
                                here: {**modality.requesters, member: new}
                            }  # fmt: skip
            rest = {name: each for name, each in modality.requesters.items() if name != who}
            yield f"{modality.id}.{who}", "dropped", {here: rest}
            members = catalogue.members(who)
            for gone in members if len(members) > 1 else ():
                some = {name: stand for name in members if name != gone}
                yield f"{modality.id}.{gone}", "dropped from the group's", {here: {**rest, **some}}


def _outcomes(catalogue: Catalogue) -> Changes:
    """An outcome gone with all that refers to it, and the meaning of two of them swapped."""
    for index, outcome in enumerate(catalogue.outcomes):
        yield outcome.id, "removed everywhere", {
            ("outcomes",): _without(catalogue.outcomes, index),
            ("pricing_rules",): tuple(_rule_without(rule, outcome.id) for rule in catalogue.pricing_rules),
            ("claims",): tuple(_claims_without(catalogue, outcome.id)),
        }  # fmt: skip
    for (i, one), (j, other) in permutations(enumerate(catalogue.outcomes), 2):
        if i < j:
            for key in ("name", "description", "code"):
                yield f"{one.id}, {other.id}", f"{key} swapped", {
                    ("outcomes", i, key): getattr(other, key),
                    ("outcomes", j, key): getattr(one, key),
                }  # fmt: skip


def _rule_without(rule: Any, outcome: str) -> Any:
    rows = []
    for row in rule.rows:
        left = tuple(each for each in row.when.get("outcome", ("any",)) if each != outcome)
        if left:
            when = {**row.when, "outcome": left} if "outcome" in row.when else row.when
            rows.append(changed(row, {("when",): when}))
    examples = tuple(each for each in rule.examples if each.given.get("outcome") != outcome)
    return changed(rule, {("rows",): tuple(rows), ("examples",): examples})


def _claims_without(catalogue: Catalogue, outcome: str) -> Iterator[Any]:
    for claim in catalogue.claims:
        left = tuple(each for each in claim.when.get("outcome", ("any",)) if each != outcome)
        if left:
            yield (
                changed(claim, {("when",): {**claim.when, "outcome": left}})
                if "outcome" in claim.when
                else claim
            )


def _numbers(catalogue: Catalogue) -> Changes:
    for number, rule in enumerate(catalogue.pricing_rules):
        at: Path = ("pricing_rules", number)
        for key in ("minimum", "increment"):
            old = getattr(rule, key)
            if old is not None:
                for new in (0, 1, 5, 10, 11, 15, 60, UNKNOWN):
                    if new != old:
                        yield f"{rule.id}.{key}", f"{old} → {new}", {(*at, key): new}
        if rule.unit:
            other = Unit.HOUR if rule.unit is Unit.MINUTE else Unit.MINUTE
            yield f"{rule.id}.unit", f"{rule.unit} → {other}", {(*at, "unit"): other}
        for basis in Basis:
            if basis is not rule.basis:
                yield f"{rule.id}.basis", f"{rule.basis} → {basis}", {(*at, "basis"): basis}


def _examples(catalogue: Catalogue) -> Changes:
    for number, rule in enumerate(catalogue.pricing_rules):
        for index, example in enumerate(rule.examples):
            here = ("pricing_rules", number, "examples", index)
            name = f"{rule.id}.{example.id}"
            for minutes in (5, 20) if example.minutes else ():
                yield (
                    name,
                    f"{example.minutes} + {minutes} minutes",
                    {(*here, "minutes"): example.minutes + minutes},
                )
            if example.expect.units is not None:
                yield name, "one unit more", {(*here, "expect", "units"): example.expect.units + 1}
            for state in PriceState:
                if state is not example.expect.state:
                    yield name, f"expects {state}", {(*here, "expect", "state"): state}
            for party in catalogue.party:
                if party != example.expect.payer:
                    yield name, f"expects {party} to pay", {(*here, "expect", "payer"): party}
            for key, known in (("requester", catalogue.requester), ("outcome", catalogue.outcome)):
                for value in known:
                    if value != example.given[key]:
                        yield name, f"given {value}", {(*here, "given", key): value}


_NUMBER = re.compile(r"\d+(?= ?(?:minutos?|%))|(?<=mínimo é de )\d+")


def _numbers_in_texts(catalogue: Catalogue) -> Changes:
    """A number of minutes, or a share, that a sentence tells."""
    for path, text in texts(catalogue):
        for found in _NUMBER.finditer(text):
            new = str(int(found[0]) + 5)
            yield address(catalogue, path), f"{found[0]} → {new}", {
                path: text[: found.start()] + new + text[found.end() :]
            }  # fmt: skip


def _negations(catalogue: Catalogue) -> Changes:
    """A fact, a reason or a step that says the opposite, by a "não" taken out or put in."""
    told = ("text", "reason", "summary", "definition", "description", "note", "status", "how")
    for path, text in texts(catalogue):
        if path[-1] in told and (found := re.search(r"\b[Nn]ão (?=\w)|\b[Nn]em (?=\w)", text)):
            new = text[: found.start()] + text[found.end() :]
            yield address(catalogue, path), f"without “{found[0].strip()}”", {path: new}


def _preconditions(catalogue: Catalogue) -> Changes:
    for at, modality in _modalities(catalogue):
        for index, each in enumerate(modality.preconditions):
            rest = _without(modality.preconditions, index)
            name = f"{modality.id}.{each.precondition}"
            yield name, "dropped", {(*at, "preconditions"): rest}
            steps = tuple(s for s in modality.steps if s.precondition != each.precondition)
            yield name, "dropped with its step", {(*at, "preconditions"): rest, (*at, "steps"): steps}
            for other in catalogue.precondition:
                if other != each.precondition:
                    yield name, f"→ {other}", {(*at, "preconditions", index, "precondition"): other}
        yield from _steps(at, modality)
    for index, each in enumerate(catalogue.preconditions):
        for modality in catalogue.modality:
            if each.service and each.service != modality:
                yield each.id, f"service {modality}", {("preconditions", index, "service"): modality}
        for kind in {other.kind for other in catalogue.preconditions} - {each.kind}:
            yield each.id, f"kind {kind}", {("preconditions", index, "kind"): kind}


def _steps(at: Path, modality: Modality) -> Changes:
    for index, step in enumerate(modality.steps):
        name = f"{modality.id}, step {index + 1}"
        yield name, "dropped", {(*at, "steps"): _without(modality.steps, index)}
        if step.precondition:
            yield name, "fulfils nothing", {(*at, "steps", index, "precondition"): None}
        if index:
            turned = [*modality.steps]
            turned[index - 1 : index + 1] = turned[index - 1 : index + 1][::-1]
            yield name, "before the one before", {(*at, "steps"): tuple(turned)}


def _finder(catalogue: Catalogue) -> Changes:
    for index, row in enumerate(catalogue.finder.rows):
        at: Path = ("finder", "rows", index)
        for other in catalogue.modality:
            if row.recommend != (other,):
                yield row.id, f"recommends {other}", {(*at, "recommend"): (other,)}
            if other not in row.recommend:
                yield row.id, f"recommends {other} too", {(*at, "recommend"): (*row.recommend, other)}
        if len(row.recommend) > 1:
            yield row.id, "in another order", {(*at, "recommend"): row.recommend[::-1]}
        for question in catalogue.finder.questions:
            if question.id in row.when:
                rest = {key: value for key, value in row.when.items() if key != question.id}
                yield row.id, f"whatever {question.id}", {(*at, "when"): rest}
            for answer in question.answers:
                if row.when.get(question.id) != (answer.id,):
                    yield (
                        row.id,
                        f"when {answer.id}",
                        {(*at, "when"): {**row.when, question.id: (answer.id,)}},
                    )
        for j, other_row in enumerate(catalogue.finder.rows[index + 1 :], index + 1):
            if other_row.recommend != row.recommend:
                yield f"{row.id}, {other_row.id}", "swapped", {
                    (*at, "recommend"): other_row.recommend,
                    ("finder", "rows", j, "recommend"): row.recommend,
                }  # fmt: skip


def _finder_answers(catalogue: Catalogue) -> Changes:
    for number, question in enumerate(catalogue.finder.questions):
        for index, answer in enumerate(question.answers):
            at = ("finder", "questions", number, "answers", index)
            if answer.demands:
                yield answer.id, "demands nothing", {(*at, "demands"): ()}
            for scope in list(catalogue.scope)[::5]:
                if scope not in answer.demands:
                    yield answer.id, f"demands {scope}", {(*at, "demands"): (scope,)}


def _facts(catalogue: Catalogue) -> Changes:
    """What is inferred told as read, what no source tells told as known, and a fact under another source."""
    for number, source in enumerate(catalogue.sources):
        for index, fact in enumerate(source.facts):
            at: Path = ("sources", number, "facts", index)
            for flag in ("inferred", "unknown"):
                yield fact.id, f"{flag} → {not getattr(fact, flag)}", {(*at, flag): not getattr(fact, flag)}
            for other, home in enumerate(catalogue.sources):
                if other != number:
                    yield fact.id, f"under {home.id}", {
                        ("sources", number, "facts"): _without(source.facts, index),
                        ("sources", other, "facts"): (*home.facts, fact),
                    }  # fmt: skip
        for trust in Trust:
            if trust is not source.trust:
                yield source.id, f"{source.trust} → {trust}", {("sources", number, "trust"): trust}


def _citations(catalogue: Catalogue) -> Changes:
    """Each citation moved to the next fact of its source, and to one of another source."""
    order = list(catalogue.facts)
    for each in references(catalogue):
        if each.kind != "fact":
            continue
        source = catalogue.source_of[each.id]
        near = [fact.id for fact in source.facts]
        far = [id_ for id_ in order if id_ not in near]
        turn = near.index(each.id)
        nexts = [near[(turn + 1) % len(near)], far[(turn * 7) % len(far)]]
        there = [other.id for other in references(catalogue) if other.path[:-1] == each.path[:-1]]
        for new in nexts:
            if new not in there:
                yield address(catalogue, each.path[:-1]), f"{each.id} → {new}", {each.path: new}


def _pricing(catalogue: Catalogue) -> Changes:
    for at, modality in _modalities(catalogue):
        for rule in catalogue.pricing_rule:
            if rule != modality.pricing:
                yield modality.id, f"{modality.pricing} → {rule}", {(*at, "pricing"): rule}


def _names(catalogue: Catalogue) -> Changes:
    for at, modality in _modalities(catalogue):
        for index, each in enumerate(modality.earlier_names):
            yield modality.id, f"no longer {each.name}", {(*at, "earlier_names"): ()}
            here = (*at, "earlier_names", index, "name")
            yield modality.id, "another earlier name", {here: "Consultoria de Produto"}
            for other, there in enumerate(catalogue.modalities):
                if there is not modality:
                    yield there.id, f"was {each.name}", {
                        (*at, "earlier_names"): (),
                        ("modalities", other, "earlier_names"): modality.earlier_names,
                    }  # fmt: skip
        for other, there in list(enumerate(catalogue.modalities))[at[1] + 1 :]:  # type: ignore[operator]
            for key in ("name", "summary"):
                yield f"{modality.id}, {there.id}", f"{key} swapped", {
                    (*at, key): getattr(there, key),
                    ("modalities", other, key): getattr(modality, key),
                }  # fmt: skip
        for group in catalogue.group:
            if group != modality.group:
                yield modality.id, f"in {group}", {(*at, "group"): group}
        yield modality.id, "retired", {(*at, "status"): Status.RETIRED}
    for one, other in permutations(catalogue.scope, 2):
        if one < other and list(catalogue.scope).index(one) % 5 == 0:
            paths = {scope.id: ("scopes", g, "items", i) for g, group in enumerate(catalogue.scopes)
                     for i, scope in enumerate(group.items)}  # fmt: skip
            names = {id_: scope.name for id_, scope in catalogue.scope.items()}
            yield f"{one}, {other}", "names swapped", {
                (*paths[one], "name"): names[other],
                (*paths[other], "name"): names[one],
            }  # fmt: skip


def _contacts(catalogue: Catalogue) -> Changes:
    for at, modality in _modalities(catalogue):
        for contact in catalogue.contact:
            if contact != modality.contact:
                yield modality.id, f"ask {contact}", {(*at, "contact"): contact}
    for index, question in enumerate(catalogue.open_questions):
        for contact in catalogue.contact:
            if contact != question.ask:
                yield question.id, f"ask {contact}", {("open_questions", index, "ask"): contact}


def _left_out(catalogue: Catalogue) -> Changes:
    """A sentence that a reader needs is gone."""
    lists: list[tuple[Path, tuple[Any, ...]]] = [
        (("open_questions",), catalogue.open_questions),
        (("glossary",), catalogue.glossary),
        (("claims",), catalogue.claims),
        (("contacts",), catalogue.contacts),
    ]
    for at, modality in _modalities(catalogue):
        for key in ("characteristics", "recommendations", "neighbours"):
            lists.append(((*at, key), getattr(modality, key)))
    for number, rule in enumerate(catalogue.pricing_rules):
        lists += [
            (("pricing_rules", number, key), getattr(rule, key)) for key in ("statements", "examples", "rows")
        ]
    for path, items in lists:
        for index, item in enumerate(items):
            name = getattr(item, "id", None) or str(index + 1)
            yield f"{address(catalogue, path)}.{name}", "dropped", {path: _without(items, index)}


def _claims(catalogue: Catalogue) -> Changes:
    for index, claim in enumerate(catalogue.claims):
        at: Path = ("claims", index)
        for holds in Holds:
            if holds is not claim.holds:
                yield claim.id, f"{claim.holds} → {holds}", {(*at, "holds"): holds}
        for state in PriceState:
            if claim.state and claim.state != (state,):
                yield claim.id, f"state {state}", {(*at, "state"): (state,)}
        for party in catalogue.party:
            if claim.payer and claim.payer != (party,):
                yield claim.id, f"payer {party}", {(*at, "payer"): (party,)}


KINDS: Mapping[str, Callable[[Catalogue], Changes]] = {
    "scope": _scope_states,
    "scope, in form": _scope_swaps,
    "price": _price_states,
    "payer": _row_payers,
    "when": _row_whens,
    "requester": _requester_payers,
    "access": _access,
    "outcome": _outcomes,
    "number": _numbers,
    "example": _examples,
    "number in a text": _numbers_in_texts,
    "negation": _negations,
    "precondition": _preconditions,
    "finder": _finder,
    "finder's demands": _finder_answers,
    "fact": _facts,
    "citation": _citations,
    "pricing": _pricing,
    "name": _names,
    "contact": _contacts,
    "left out": _left_out,
    "claim": _claims,
}
