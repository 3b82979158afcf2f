"""The proof of a claim says what going through the cases one by one, and asking of each what it may be, says."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.claims import prove
from generator.catalogue.claims import Claim
from generator.catalogue.loader import load
from generator.catalogue.modalities import Access
from generator.catalogue.pricing_rules import PriceState
from generator.catalogue.root import Catalogue
from generator.linter.examples import smallest
from generator.source.parser import parse
from generator.source.reader import decode

SMALLEST = load(parse(decode(smallest().encode(), "smallest"))).catalogue
PEOPLE, PARTIES, OUTCOMES, HOURS = ("ann", "ben", "col"), ("one", "two"), ("good", "bad"), ("day", "night")
STATES = tuple(PriceState)
PAYING = (PriceState.CHARGED, PriceState.ON_QUOTE)


@st.composite
def offers(draw: st.DrawFn) -> Catalogue:
    """A catalogue of two modalities; the price of one looks at the hours, each case with a row of its own."""
    assert SMALLEST is not None
    billed = {name: draw(st.sampled_from(PARTIES)) for name in PEOPLE}
    rules, modalities = [], []
    for index, further in enumerate(((), ("hours",))):
        rows = []
        for number, values in enumerate(product(PEOPLE, OUTCOMES, *([HOURS] if further else []))):
            then = draw(st.sampled_from(STATES))
            payer = draw(st.sampled_from((None, *PARTIES, "unknown"))) if then in PAYING else None
            when = dict(zip(("requester", "outcome", *further), values, strict=True))
            rows.append(
                {
                    "id": f"r{number}",
                    "when": when,
                    "then": then,
                    "payer": payer,
                    "reason": "x",
                    "facts": "fee",
                }
            )
        rules.append(
            {
                "id": f"rule-{index}",
                "name": "R",
                "summary": "R",
                "basis": "fixed",
                "depends_on": further,
                "rows": rows,
                "facts": "fee",
            }
        )
        access = {name: {"state": draw(st.sampled_from(tuple(Access))), "facts": "lamps"} for name in PEOPLE}
        modalities.append(
            {
                "id": f"m{index}",
                "code": f"M{index}",
                "group": "workshop",
                "name": f"M{index}",
                "summary": "M",
                "audience": "M",
                "facts": "lamps",
                "scopes": {},
                "requesters": access,
                "pricing": f"rule-{index}",
                "contact": "counter",
                "preconditions": [{"precondition": "first", "facts": "fee"}] if draw(st.booleans()) else [],
            }
        )
    kept = {key: getattr(SMALLEST, key) for key in ("guide", "sources", "contacts", "scopes", "finder")}
    return Catalogue(
        **kept,
        parties=[{"id": name, "name": name, "description": "x", "facts": "fee"} for name in PARTIES],
        requesters=[
            {
                "id": name,
                "code": name.upper(),
                "name": name,
                "description": "x",
                "billed": billed[name],
                "billed_facts": "fee",
                "facts": "fee",
            }
            for name in PEOPLE
        ],
        requester_groups=[{"id": "pair", "name": "Pair", "members": ["ann", "col"]}],
        outcomes=[
            {"id": name, "code": name.upper(), "name": name, "description": "x", "facts": "fee"}
            for name in OUTCOMES
        ],
        dimensions=[
            {
                "id": "hours",
                "name": "Hours",
                "values": [{"id": name, "code": name.upper(), "name": name} for name in HOURS],
            }
        ],
        preconditions=[
            {"id": "first", "kind": "document", "name": "First", "description": "x", "facts": "fee"}
        ],
        pricing_rules=rules,
        modalities=modalities,
    )


def some(values: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), min_size=1, unique=True)


def said() -> st.SearchStrategy[Claim]:
    """Any claim at all."""
    when = st.fixed_dictionaries(
        {},
        optional={
            "requester": some((*PEOPLE, "pair")),
            "outcome": some(OUTCOMES),
            "hours": some(HOURS),
            "modality": some(("m0", "m1")),
        },
    )
    return st.builds(
        lambda **told: Claim(id="claim", phrase="x", facts="fee", **told),
        modality=st.none() | some(("m0", "m1")),
        when=when,
        requires=st.none() | st.just("first"),
        holds=st.sampled_from(("always", "never", "only")),
        state=st.none() | some(STATES),
        payer=st.none() | some((*PARTIES, "unknown")),
    )


def worlds(offer: Catalogue) -> list[tuple[dict[str, str], tuple, set[tuple]]]:
    """Each case at each hour, in the order of the guide: what is told, and all that may turn out to be so."""
    found = []
    for modality in offer.modalities:
        rule = offer.pricing_rule[modality.pricing]
        for values in product(PEOPLE, OUTCOMES, HOURS):
            case = dict(zip(("requester", "outcome", "hours"), values, strict=True))
            (row,) = [
                each for each in rule.rows if all(case[key] in wanted for key, wanted in each.when.items())
            ]
            party = (row.payer or offer.requester[case["requester"]].billed) if row.then in PAYING else None
            access = modality.requesters[case["requester"]].state
            rows = {(row.then, party)}
            told = (row.then, party)
            if access is Access.DENIED:
                told, rows = (PriceState.NOT_OFFERED, None), {(PriceState.NOT_OFFERED, None)}
            elif access is Access.UNKNOWN:
                told, rows = (PriceState.UNKNOWN, None), {*rows, (PriceState.NOT_OFFERED, None)}
            may = {told, *rows}
            if any(state is PriceState.UNKNOWN for state, _ in rows):
                may |= {(state, None) for state in STATES if state not in PAYING}
                may |= set(product(PAYING, PARTIES))
            may |= {(state, each) for state, party in rows if party == "unknown" for each in PARTIES}
            found.append(({**case, "modality": modality.id}, told, may))
    return found


def brute(offer: Catalogue, claim: Claim) -> tuple[set[str], bool]:
    """The case ids that refute a claim, and whether it is about nothing."""
    named = set(claim.modality or ("m0", "m1"))
    members = {"pair": {"ann", "col"}}

    def has(told: tuple) -> bool:
        state, party = told
        return (not claim.state or state in claim.state) and (not claim.payer or party in claim.payer)

    inside: dict[str, list[bool]] = {}
    results = {}
    for case, told, may in worlds(offer):
        modality = offer.modality[case["modality"]]
        if modality.id not in named:
            continue
        fits = all(
            case[key] in set().union(*(members.get(each, {each}) for each in wanted))
            for key, wanted in claim.when.items()
        ) and (not claim.requires or bool(modality.preconditions))
        parts = [modality.code, case["requester"].upper(), case["outcome"].upper()]
        if offer.pricing_rule[modality.pricing].depends_on:
            parts.append(case["hours"].upper())
        inside.setdefault("-".join(parts), []).append(fits)
        results["-".join(parts)] = told, may
    against, about = set(), False
    for id_, (told, may) in results.items():
        match claim.holds:
            case "always":
                asked = any(inside[id_]) and (claim.state or any(state in PAYING for state, _ in may))
                about |= bool(asked)
                refuted = asked and not has(told)
            case "never":
                about |= any(inside[id_])
                refuted = any(inside[id_]) and any(map(has, may))
            case _:
                about |= all(inside[id_]) and any(map(has, may))
                refuted = not all(inside[id_]) and any(map(has, may))
        if refuted:
            against.add(id_)
    return against, not about


@given(offers(), said())
def test_a_claim_is_refuted_by_a_case_exactly_if_one_refutes_it(offer: Catalogue, claim: Claim) -> None:
    """No false promise passes, and none is called false without a case that shows it."""
    against, _ = brute(offer, claim)
    found = prove(offer, claim).against

    assert (found is not None) == bool(against)
    assert found is None or found.id in against


@given(offers(), said())
def test_the_first_case_that_refutes_is_given(offer: Catalogue, claim: Claim) -> None:
    """The writer sees the first of them in the order of the guide, though not every case was looked at."""
    against, _ = brute(offer, claim)
    found = prove(offer, claim).against
    if found is not None:
        order = [
            "-".join(parts)
            for modality in claim.modality or ("m0", "m1")
            for parts in product(
                (modality.upper(),),
                map(str.upper, PEOPLE),
                map(str.upper, OUTCOMES),
                *([map(str.upper, HOURS)] if modality == "m1" else []),
            )
        ]
        assert found.id == min(against, key=order.index)


@given(offers(), said())
def test_a_claim_that_nothing_refutes_says_whether_it_is_about_anything(
    offer: Catalogue, claim: Claim
) -> None:
    """What is true of no case is told apart from what is true."""
    against, empty = brute(offer, claim)
    if not against:
        assert prove(offer, claim).empty is empty
