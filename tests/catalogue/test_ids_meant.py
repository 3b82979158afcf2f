"""A wrong id is told once, with the id that was meant: one that there is, unless it is the entry's own."""

from __future__ import annotations

import pytest

from generator.catalogue.loader import load
from tests.catalogue.test_loader import changed

COUNTER = "  - {id: counter, name: the counter, how: Ask before you leave the lamp., facts: lamps}\n"


def told(*edits: tuple[str, str]) -> list[tuple[str, str, int]]:
    """What was written, what was meant, and how many other places are told of it."""
    found = load(changed(*edits)).diagnostics
    assert {each.code for each in found} == {"bad-id"}
    return [
        (each.finding.values["seen"], each.finding.values.get("suggestion", ""), len(each.finding.related))
        for each in found
    ]


@pytest.mark.parametrize(
    ("old", "new", "seen", "meant"),
    [
        ("contact: counter", "contact: The counter", "The counter", "counter"),
        ("contact: counter", "contact: Counter", "Counter", "counter"),
        ("contact: counter", "contact: cóunter-", "cóunter-", "counter"),
        ("contact: counter", "contact: Desk of the Lighthouse", "Desk of the Lighthouse", ""),
        ("      rewiring: {state:", "      Rewirring: {state:", "Rewirring", "rewiring"),
        ("      owner: {state:", "      Owners: {state:", "Owners", "owner"),
        ("when: {outcome: worn}", "when: {outcome: Worn out}", "Worn out", "worn"),
        ("when: {outcome: worn}", "when: {Outcome: worn}", "Outcome", "outcome"),
        ("when: {outcome: worn}", "when: {outcome: Owner}", "Owner", ""),
        ("when: {dark: yes-dark}", "when: {dark: Yes_dark}", "Yes_dark", "yes-dark"),
        ("  - id: repair\n", "  - id: Téa Party\n", "Téa Party", "tea-party"),
    ],
)
def test_an_id_that_is_named_is_one_that_there_is(old: str, new: str, seen: str, meant: str):
    """Of the kind that is wanted there, by its name or by the nearest id; a new one is made of what was written."""
    assert told((old, new)) == [(seen, meant, 0)]


def test_part_of_a_name_is_enough_where_one_entry_has_it():
    """As people call it, whole words of its name."""
    named = ("name: the counter", "name: the counter behind the Old Lighthouse")
    assert told(named, ("contact: counter", "contact: Old Lighthouse")) == [("Old Lighthouse", "counter", 0)]


def test_an_entry_whose_own_id_is_wrong_is_meant_as_it_will_be():
    """Both are mended the same way."""
    edits = (
        (COUNTER, COUNTER.replace("id: counter", "id: The Desk")),
        ("contact: counter", "contact: The Desk"),
    )
    assert sorted(told(*edits)) == [("The Desk", "the-desk", 0), ("The Desk", "the-desk", 0)]


def test_the_same_wrong_id_is_told_once():
    """With the other places beside it, whether a list, a key or a value."""
    found = told(
        ("    billed_facts: fee\n    facts: lamps\n", "    billed_facts: Fee\n    facts: [lamps, Fee]\n"),
        ("{units: 1, state: charged}, facts: fee", "{units: 1, state: charged}, facts: Fee"),
    )
    assert found == [("Fee", "fee", 2)]
