"""Scalars as the writer means them: each is refused at its place with the right code, or kept as it was written."""

import pytest

from generator.linter.examples import smallest
from generator.linter.runner import examine
from generator.source.reader import SourceFile

SUMMARY = "summary: The workshop repairs your lamp."
RATE = "    increment: 1\n"


def found(old: str, new: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is found when a piece of the smallest catalogue is changed."""
    text = smallest()
    assert text.count(old) == 1, old
    examined = examine(SourceFile("some.yaml", text.replace(old, new)))
    told = []
    for each in examined.diagnostics:
        place = examined.place(each)
        told.append((each.code, place.line, place.column))
    return told


def place(old: str, new: str, of: str) -> tuple[int, int]:
    text = smallest().replace(old, new)
    at = text.index(new) + new.rindex(of)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


REFUSED = [
    # what stands there, what is written, the part that the caret stands under, the code
    ("    minimum: 1\n", "    minimum: yes\n", "yes", "bad-count"),  # B01
    ("    minimum: 1\n", "    minimum: true\n", "true", "bad-count"),
    ("    minimum: 1\n", "    minimum: 020\n", "020", "bad-count"),  # B06
    ("    minimum: 1\n", "    minimum: 0o17\n", "0o17", "bad-count"),
    ("    minimum: 1\n", "    minimum: 0b11\n", "0b11", "bad-count"),
    ("    minimum: 1\n", "    minimum: 10:00\n", "10:00", "bad-count"),
    ("    minimum: 1\n", "    minimum: .inf\n", ".inf", "bad-count"),  # B42
    ("    minimum: 1\n", "    minimum: ~\n", "minimum", "empty-value"),
    ("    minimum: 1\n", "    minimum:\n", "minimum", "empty-value"),
    ("    minimum: 1\n", "    minimum: 1,0\n", "1,0", "bad-count"),
    ("    minimum: 1\n", "    minimum: １\n", "１", "bad-count"),
    ("  date: 2025-03-01\n", "  date: 2025-02-30\n", "2025-02-30", "bad-date"),  # B03
    ("  date: 2025-03-01\n", "  date: 2025-13-01\n", "2025-13-01", "bad-date"),
    ("  date: 2025-03-01\n", "  date: 20250301\n", "20250301", "bad-date"),  # B12
    ("  date: 2025-03-01\n", "  date: 0\n", "0", "bad-date"),
    ("  date: 2025-03-01\n", '  date: "-"\n', '"-"', "bad-date"),
    ("  date: 2025-03-01\n", "  date: 2025-03-01T00:00:00Z\n", "2025-03-01T00:00:00Z", "bad-date"),
    ("currency: EUR", "currency: eur", "eur", "bad-currency"),
    ("language: en", "language: no_NO", "no_NO", "bad-language"),
    ("  - id: repair\n", "  - id: Repair\n", "Repair", "bad-id"),
    (SUMMARY, "summary: **Free** today", "*", "special-first-character"),  # B02
    (SUMMARY, "summary: @all", "@", "special-first-character"),
    (SUMMARY, "summary: `lamp` first", "`", "special-first-character"),
    (SUMMARY, "summary: &note text", "&", "anchor"),
    (SUMMARY, "summary: !note text", "!", "tag"),
    (SUMMARY, "summary: {{ lamp }}", "{", "special-first-character"),
    (SUMMARY, "summary: Lamps: all", "Lamps", "colon-in-text"),
    (SUMMARY, "summary: Lamps of type #12", "#", "text-lost-in-comment"),
    (SUMMARY, 'summary: "Ready \\ud83d"', '"Ready', "bad-escape"),  # B13
    (SUMMARY, 'summary: "End\\x0bof line"', '"End', "hidden-character"),  # B38
    (f"name: Repair\n    {SUMMARY}", "name: Repair\n    summary:", "summary", "empty-value"),
    (SUMMARY, 'summary: ""', '""', "empty-value"),
    (SUMMARY, "summary: no lamp\n    retired_on:", "retired_on", "empty-value"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "under", "code"), REFUSED)
def test_refused(old: str, new: str, under: str, code: str):
    """What would be taken for something else is told once, where it stands."""
    told = found(old, new)
    assert [each[0] for each in told] == [code]
    line, column = place(old, new, under)
    assert told[0][1] == line
    if code not in ("special-first-character", "colon-in-text", "key-not-text", "bad-escape"):
        assert told[0][2] == column


@pytest.mark.parametrize(
    "word", ["1e3", "1.5e3", "1.0e+3", "1,50", "-1.00", ".nan", ".inf", "01.50", "0x10", "1_000"]
)
def test_refused_amounts(word: str):
    """Whatever is no plain decimal is refused as a price, all alike (B05, B42)."""
    new = f"{RATE}    rates: [{{value: '{word}', valid_from: 2025-01-01, facts: fee}}]\n"
    assert [each[0] for each in found(RATE, new)] == ["bad-amount"]


KEPT = [
    ('revision: "1"', "revision: 1.10", "1.10"),  # B07
    ('revision: "1"', "revision: 010", "010"),
    ('revision: "1"', "revision: 12.1.2310", "12.1.2310"),
    ('revision: "1"', "revision: 1e3", "1e3"),
    ('revision: "1"', "revision: =", "="),  # B04
    ('revision: "1"', "revision: no", "no"),
    ('revision: "1"', "revision: on", "on"),
    ('revision: "1"', "revision: 10:00", "10:00"),
    ('revision: "1"', "revision: 2025-03-01", "2025-03-01"),
    ('revision: "1"', 'revision: "null"', "null"),
    ('revision: "1"', "revision: A & B", "A & B"),  # B38
]


@pytest.mark.parametrize(("old", "new", "kept"), KEPT)
def test_kept(old: str, new: str, kept: str):
    """What is a text stays the text that was written, to the last zero."""
    examined = examine(SourceFile("some.yaml", smallest().replace(old, new)))
    assert examined.diagnostics == ()
    assert examined.catalogue is not None
    assert examined.catalogue.guide.revision == kept


def test_last_zero_of_a_price():
    """A price keeps its last zero, quoted or not (B07)."""
    for word in ("2.50", '"2.50"'):
        new = f"{RATE}    rates: [{{value: {word}, valid_from: 2025-01-01, facts: fee}}]\n"
        text = smallest().replace(RATE, new)
        catalogue = examine(SourceFile("some.yaml", text)).catalogue
        assert catalogue is not None
        assert str(catalogue.pricing_rules[0].rates[0].value) == "2.50"


def test_two_spellings_of_a_letter_are_one():
    """A letter and its accent as two signs are read as the one letter that everybody sees (B33)."""
    one = examine(SourceFile("some.yaml", smallest().replace(SUMMARY, "summary: C\u00f3rdoba.")))
    two = examine(SourceFile("some.yaml", smallest().replace(SUMMARY, "summary: Co\u0301rdoba.")))
    assert one.diagnostics == two.diagnostics == ()
    assert one.catalogue == two.catalogue
