"""Tree to catalogue: one bad entry hides no other, and every path is a true one."""

import pytest

from generator.catalogue.loader import load
from generator.diagnostics import Diagnostic
from generator.linter.examples import smallest
from generator.source.nodes import Mapping, Node, Sequence
from generator.source.parser import Tree, parse
from generator.source.reader import SourceFile


def changed(*changes: tuple[str, str]) -> Tree:
    text = smallest()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return parse(SourceFile("some.yaml", text))


def faults(tree: Tree) -> list[tuple[str, str]]:
    """Codes and paths; each path must lead to something that was written, or miss only its last step."""
    found = load(tree).diagnostics
    for each in found:
        assert_true(tree.root, each)
    return [(each.code, ".".join(str(step) for step in each.path)) for each in found]


def assert_true(root: Node | None, each: Diagnostic) -> None:
    node: Node | None = root
    for index, step in enumerate(each.path):
        match node:
            case Mapping() if isinstance(step, str) and step in node.items:
                node = node.items[step][1]
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                assert (each.code, index) == ("missing-key", len(each.path) - 1), each


def test_all_faults_in_one_run():
    """Faults in many entries, and several in one, are all told at once."""
    tree = changed(
        ("  date: 2025-03-01", "  date: 2025-02-30"),
        ("minimum: 1", "minimum: yes"),
        ("    increment: 1\n", "    incremento: 5\n"),
        ("code: REP", "code: rep"),
        ("contact: counter\n", "contact: counter\n    colour: red\n"),
        ("then: waived", "then: waved"),
    )
    assert faults(tree) == [
        ("bad-date", "guide.date"),
        ("bad-count", "pricing_rules.0.minimum"),
        ("bad-choice", "pricing_rules.0.rows.1.then"),
        ("unknown-key", "pricing_rules.0.incremento"),
        ("bad-code", "modalities.0.code"),
        ("unknown-key", "modalities.0.colour"),
    ]


@pytest.mark.parametrize(
    "word", ["yes", "020", "080", "0x10", "0b11", "1_000", "1e3", "1.0", "-1", "9" * 5000]
)
def test_counts(word: str):
    """Whatever is not a plain whole number is refused at the word, however long it is (B01, B03, B06)."""
    assert faults(changed(("minimum: 1", f"minimum: {word}"))) == [("bad-count", "pricing_rules.0.minimum")]


@pytest.mark.parametrize(
    "word", ["2025-02-30", "2025-13-01", "20250101", "0", '"-"', "2025-1-1", "٢٠٢٥-01-01"]
)
def test_days(word: str):
    """Whatever is not a day of the calendar is refused at the word (B03, B12)."""
    assert faults(changed(("  date: 2025-03-01", f"  date: {word}"))) == [("bad-date", "guide.date")]


@pytest.mark.parametrize(
    "word", ["1e3", "1.5e3", "1.0e+3", "1,50", "-2", "NaN", ".inf", "01.50", "R$ 2", "1 000"]
)
def test_amounts(word: str):
    """Whatever is not a plain decimal is refused as a price, all ways alike (B05)."""
    rate = f"    increment: 1\n    rates: [{{value: '{word}', valid_from: 2025-01-01, facts: fee}}]\n"
    assert faults(changed(("    increment: 1\n", rate))) == [("bad-amount", "pricing_rules.0.rates.0.value")]


def test_written_stays_written():
    """A revision keeps its last zero, an id its leading ones, and a lone equals sign is a text (B04, B06, B07)."""
    tree = changed(
        ('revision: "1"', "revision: 1.10"),
        ("  - id: leaflet", "  - id: 007"),
        ("name: the counter", "name: ="),
    )
    catalogue = load(tree).catalogue
    assert catalogue is not None
    assert catalogue.guide.revision == "1.10"
    assert catalogue.sources[0].id == "007"
    assert catalogue.contacts[0].name == "="


def test_no_name_of_a_class_in_any_value():
    """A slip yields one fault, with keys as the writer knows them and no word of the program (B11)."""
    found = load(changed(("    increment: 1\n", "    incremento: 5\n"))).diagnostics
    assert [each.code for each in found] == ["unknown-key"]
    assert "increment" in found[0].finding.values["known"].split(", ")
    assert not any("Unknown" in value or "Annotated" in value for value in found[0].finding.values.values())


def test_choice_that_is_no_word():
    """A list, or nothing, where one word of a few is wanted is not quoted as a word."""
    assert faults(changed(("basis: time", "basis: [time]"))) == [("wrong-type", "pricing_rules.0.basis")]
    assert faults(changed(("basis: time", "basis:"))) == [("empty-value", "pricing_rules.0.basis")]


def test_broken_text_keeps_what_was_read():
    """Where the parser had to stop, what stands before is still checked, and what follows is not called missing."""
    tree = changed(
        ("  date: 2025-03-01", "  date: 2025-02-30"), ("audience: Whoever has a lamp.", "audience: @all")
    )
    assert faults(tree) == [("special-first-character", ""), ("bad-date", "guide.date")]


def test_same_text_same_catalogue():
    """Two texts that mean the same are equal catalogues, whatever their layout."""
    one = load(changed()).catalogue
    other = load(
        changed(("    facts: lamps\n    scopes:\n", "    facts: [lamps]\n\n    scopes: # all\n"))
    ).catalogue
    assert one is not None
    assert one == other


def test_a_bad_key_over_a_bad_value():
    """A key that cannot be, over a value that cannot be either, is several faults and no crash."""
    codes = [code for code, _ in faults(changed(("      rewiring: {state:", "      Re_Wiring: {stat:")))]
    assert sorted(codes) == ["bad-id", "unknown-key"]
