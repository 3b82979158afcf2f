"""One bad entry hides no other, and none is blamed for the fault of another."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from generator.linter.examples import smallest
from generator.linter.recovery import changed, is_written, repaired
from generator.linter.runner import examine
from generator.source.reader import SourceFile
from tests.catalogues import HARBOUR, catalogue

TEXT = HARBOUR.read_text(encoding="utf-8")

# One fault each: what it replaces, what takes its place, the codes that must be told.
PLANTED = {
    "bad-date": ("  date: 2026-11-02\n", "  date: 2026-02-30\n"),
    "wrong-type": ("    how: Ask on the support page before the work starts;", "    how: [x]\n    # "),
    "missing-key": ("    audience: Whoever wants to look it up.\n", ""),
    "unknown-key": (
        "    definition: Five incidents bought together.\n",
        "    definition: Five.\n    colour: red\n",
    ),
    "bad-choice": (
        "      root-cause: {state: unknown, facts: r4}\n      data-recovery: {state: excluded, facts: f3}",
        "      root-cause: {state: unknown, facts: r4}\n      data-recovery: {state: exclude, facts: f3}",
    ),
    "bad-id": ("  - id: partner-manager\n", "  - id: Partner_manager\n"),
    "bad-code": ("    code: RES\n", "    code: reseller-1\n"),
    "bad-flag": (
        "unknown: true\n        basis: The sources name it",
        "unknown: yes\n        basis: The sources name it",
    ),
    "bad-amount": ('      - value: "4.20"\n', '      - value: "4,20"\n'),
    "empty-value": ("    summary: Nobody can buy this any more.\n", "    summary:\n"),
    "duplicate-key": (
        "    term: severity A\n",
        "    term: severity A\n    facts: g10\n",
    ),
    "unknown-reference": ("    pricing: no-charge\n", "    pricing: no-chage\n"),
    "unknown-reference-fact": (
        "Search the Harbour Library.\n        facts: f1\n",
        "Search the Harbour Library.\n        facts: f77\n",
    ),
    "unknown-reference-scope": (
        "      how-to: {state: included, facts: f1}\n",
        "      how-too: {state: included, facts: f1}\n",
    ),
    "unknown-reference-answer": ("      when: {need: change}\n", "      when: {need: chance}\n"),
    "duplicate-id": ("      - id: roll-out\n", "      - id: at-night\n"),
    "price-gap": (
        "        when: {hours: business, requester: [operator-staff, reseller, trial-user]}\n",
        "        when: {hours: business, requester: [operator-staff, reseller]}\n",
    ),
    "example-contradicts": (
        '        expect: {state: charged, payer: partner, amount: "950.00"}\n',
        '        expect: {state: charged, payer: partner, amount: "95.00"}\n',
    ),
    "finder-gap": ("      when: {need: visit}\n", "      when: {need: visit, role: partner}\n"),
    "raw-html": (
        "    audience: Whoever has a fault with concrete symptoms.\n",
        "    audience: Whoever has a <b>fault</b>.\n",
    ),
    "condition-missing": (
        "        condition: On a sample of at most fifty lines that shows the fault.\n",
        "",
    ),
    "access-missing": (
        "      partners: {state: allowed, facts: [g16, r7]}\n      trial-user:\n        state: denied\n        note",
        "      trial-user:\n        state: denied\n        note",
    ),
    "inference-without-basis": ("        basis: Whoever buys a service pays for it.\n", ""),
}


def planted(*names: str) -> str:
    text = TEXT
    for name in names:
        old, new = PLANTED[name]
        assert text.count(old) == 1, name
        text = text.replace(old, new)
    return text


def code_of(name: str) -> str:
    return "unknown-reference" if name.startswith("unknown-reference") else name


def told(text: str) -> set[tuple[str, tuple[str | int, ...]]]:
    """Code and path of all errors; a fault of the text has the path of nothing."""
    return {(each.code, each.path) for each in examine(SourceFile("harbour.yaml", text)).errors}


@cache
def alone(name: str) -> set[tuple[str, tuple[str | int, ...]]]:
    return told(planted(name))


@pytest.mark.parametrize("name", PLANTED)
def test_a_fault_blames_nobody_else(name: str):
    """A planted fault is told at its place, and nothing else is."""
    assert [code for code, _ in alone(name)] == [code_of(name)]


# The second of each pair rests on what is broken in the first, so that nobody can tell whether it is one.
RESTS_ON = {
    frozenset(("bad-date", "example-contradicts")),
    frozenset(("unknown-reference-answer", "finder-gap")),
}


TOGETHER = 8
"""So many faults in one text show twenty-eight pairs at once."""


def companies() -> Iterator[tuple[str, ...]]:
    """Faults to plant together, so that each stands beside each other at least once."""
    left = {frozenset(pair) for pair in combinations(PLANTED, 2)} - RESTS_ON
    while left:
        company: list[str] = []
        for _ in range(TOGETHER):
            fitting = [
                each
                for each in PLANTED
                if each not in company and not any({each, other} in RESTS_ON for other in company)
            ]
            # As many new pairs as can be, and then the one that still misses most.
            company.append(
                max(
                    fitting,
                    key=lambda each: (
                        sum({each, other} in left for other in company),
                        sum(each in pair for pair in left),
                    ),
                )
            )
        left -= {frozenset(pair) for pair in combinations(company, 2)}
        yield tuple(company)


@pytest.mark.parametrize("company", tuple(companies()), ids=" ".join)
def test_faults_are_all_told(company: tuple[str, ...]):
    """Whatever is wrong elsewhere, a fault is told, and faults together bring forth no other."""
    if told(planted(*company)) != set().union(*map(alone, company)):
        # Which two do not bear with each other; where any two do, it takes the whole company.
        pairs = combinations(company, 2)
        assert [pair for pair in pairs if told(planted(*pair)) != alone(pair[0]) | alone(pair[1])] == []
        assert told(planted(*company)) == set().union(*map(alone, company))


def test_a_broken_entry_is_no_missing_one():
    """What refers to an entry whose id is broken does not lead nowhere: the entry stands in the text."""
    text = smallest().replace("  - {id: counter,", "  - {id: Counter,")
    assert [code for code, _ in told(text)] == ["bad-id"]


def test_a_missing_part_is_told_once():
    """Where a whole part is missing, nobody is told that its entries are missing too."""
    piece = "parties:\n  - {id: holder, name: the owner, description: Who owns the lamp., facts: fee}\n"
    assert [code for code, _ in told(smallest().replace(piece, ""))] == ["missing-key"]
    assert [code for code, _ in told(smallest().replace(piece, "parties: []\n"))] == ["empty-list"]
    assert [code for code, _ in told(smallest().replace(piece, "parties: none\n"))] == ["wrong-type"]


def test_what_stands_below_what_was_lost_was_not_written():
    """A finding in a value that was lost speaks of a stand-in; one beside it does not."""
    at = ("pricing_rules", 2, "rows")
    assert not is_written(at, [("pricing_rules", 2)])
    assert is_written(at, [("pricing_rules", 2, "rows", 0)])


def test_changed_leaves_the_rest_alone():
    """Values change at their paths, no place moves, and what was there is not touched."""
    before = catalogue(HARBOUR)
    path = ("modalities", 0, "steps", 0, "text")
    after = changed(before, {path: "Another."})
    assert after.modalities[0].steps[0].text == "Another."
    assert before.modalities[0].steps[0].text != "Another."
    assert after.modalities[1:] == before.modalities[1:]
    assert after.modality["harbour-library"] is after.modalities[0]


def test_a_sound_catalogue_stays_as_it_is():
    """Where every reference leads somewhere, nothing is changed."""
    made = repaired(catalogue(HARBOUR))
    assert made is not None
    assert made.tainted == frozenset()
    assert made.catalogue == catalogue(HARBOUR)


def test_a_precondition_that_leads_nowhere_may_be_any():
    """Where a modality asks for something that there is not, none of its steps is told to fulfil what nobody asks."""
    text = TEXT.replace("      - precondition: payment\n", "      - precondition: pament\n")
    assert [code for code, _ in told(text)] == ["unknown-reference"]
