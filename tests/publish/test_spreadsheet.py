"""The comparison as a spreadsheet: whole, in the words of the page, and nothing in it turns into something else."""

from __future__ import annotations

import csv
import io

import pytest
from markupsafe import Markup

from generator.i18n import words
from generator.pages.comparison.cells import MatrixCell
from generator.pages.comparison.matrix import Cell, Column, Matrix, MatrixRow, RowGroup
from generator.pages.comparison.view import Comparison
from generator.publish import spreadsheet
from generator.publish.spreadsheet import GUARD, MARK, guarded
from generator.views.context import Citation, Link
from generator.views.states import State

NOWHERE = Link("", "")
NONE = Citation((), (), False, "")
TOLD = Citation((Link("W1", ""), Link("W2", "")), (), False, "w1 w2")
GUESSED = Citation((Link("W1", ""), Link("B3", "")), (Link("B3", ""),), False, "w1 b3")


def table(names: list[str], cells: list[tuple[MatrixCell, ...]], heading: str = "Masts") -> Matrix:
    columns = tuple(Column(name, Link(name, "")) for name in names)
    row = MatrixRow("x", heading, tuple(Cell("x", entries) for entries in cells))
    return Matrix("Boats", "matrix", columns, (RowGroup("g", "Covers", (row,)),))


def text(*tables: Matrix, language: str = "en") -> str:
    return spreadsheet.sheet(
        Comparison(tables, (), (), NOWHERE, NOWHERE, "x.csv"),
        words(language),
        language.replace("-", "_"),
    )


def read(sheet: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(sheet.removeprefix(MARK), newline=""), strict=True))


def test_a_cell_tells_who_state_and_text_and_each_thing_on_a_line() -> None:
    """What stands one below the other on the page does so in the cell; links and marks leave their words.

    A point ends a state before a sentence, as on the page for whoever hears it.
    """
    entries = (
        MatrixCell(TOLD, State("free", "Free", TOLD), "", "Owner", ("owner",)),
        MatrixCell(
            TOLD,
            State("charged", "Charged", TOLD),
            Markup('By <a href="x">the &lt;hour&gt;</a> &amp; <em>mile</em>.'),
        ),
    )
    ((_part, _what, name, _facts), (_group, _row, said, _named)) = read(text(table(["Lifting"], [entries])))
    assert (name, said) == ("Lifting", "Owner: Free\nCharged. By the <hour> & mile.")


def test_facts_stand_behind_all_cells_and_inferences_are_marked_in_both() -> None:
    """Line by line stands on what a cell rests; what is inferred says so there and where it is said."""
    free, charged = State("free", "Free", TOLD), State("charged", "Charged", GUESSED)
    entries = (
        MatrixCell(TOLD, free, "", "Owner", ("owner",), ((charged, ""),)),
        MatrixCell(GUESSED, None, "by the mile"),
    )
    names, row = read(text(table(["Lifting", "Towing"], [entries, (MatrixCell(TOLD, free),)])))
    assert names[2:] == ["Lifting", "Towing", "Facts: Lifting", "Facts: Towing"]
    assert row[2:4] == ["Owner: Free or charged (inference)\nby the mile (inference)", "Free"]
    facts = [cell.replace(GUARD, "") for cell in row[4:]]
    assert facts == ["W1, W2, B3 (inference)\nW1, B3 (inference)", "W1, W2"]


def test_a_cell_tells_between_what_the_case_decides() -> None:
    """Of several states one or the other holds: the cell says so, each with its amount, and on what it depends."""
    free, charged = State("free", "Free", TOLD), State("charged", "Charged", TOLD)
    entry = MatrixCell(
        TOLD, free, "", "Owner", ("owner",), ((charged, "$ 3"), (charged, "$ 4")), "Season, Tide"
    )
    (_, row) = read(text(table(["Lifting"], [(entry,)])))
    assert row[2] == "Owner: Free or charged $ 3 or charged $ 4 (depending on: Season, Tide)"


def test_tables_of_one_page_are_one_sheet() -> None:
    """Where a page needs several tables, their columns follow each other."""
    first, second = (MatrixCell(TOLD, None, "in the first"),), (MatrixCell(TOLD, None, "in the second"),)
    names, row = read(text(table(["A"], [first]), table(["B"], [second])))
    assert names == ["Part", "What", "A", "B", "Facts: A", "Facts: B"]
    assert row[:4] == ["Covers", "Masts", "in the first", "in the second"]


def test_it_opens_where_a_comma_belongs_to_numbers() -> None:
    """The mark for UTF-8 first, semicolons between cells, all of them quoted, lines as the format has them."""
    sheet = text(table(["A"], [(MatrixCell(NONE, None, 'say "so"; or\nnot'),)]), language="pt-BR")
    names = '"Parte";"Assunto";"A";"Fatos: A"'
    assert sheet == f'\ufeff{names}\r\n"Covers";"Masts";"say ""so""; or\nnot";""\r\n'


def test_it_opens_where_a_point_belongs_to_numbers() -> None:
    """There a comma stands between cells."""
    sheet = text(table(["A"], [(MatrixCell(NONE, None, "so, or not"),)]), language="en")
    assert sheet == '\ufeff"Part","What","A","Facts: A"\r\n"Covers","Masts","so, or not",""\r\n'


# Each was seen to become a number, a date, a time, money or a formula in a spreadsheet program in Portuguese.
TAKEN = [
    "=1+1",
    " =1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\uff1d1",
    '=HYPERLINK("http://guide.invalid","here")',
    "=cmd|' /C calc'!A0 and much more behind it, so that the text is no short one",
    "1/2",
    "10-12",
    "2025-02-03",
    "12:00",
    "1e3",
    "007",
    "R$ 300,00",
    "12 mar 2020",
    "1 de janeiro de 2025",
    "mar 2025",
    "50%",
    "1.234,5",
]


@pytest.mark.parametrize("taken", TAKEN)
def test_what_a_program_would_take_for_something_else_stays_text(taken: str) -> None:
    """A sign that nobody sees keeps it as it is, in a cell and in a heading alike."""
    assert guarded(taken) == GUARD + taken
    names, row = read(text(table([taken], [(MatrixCell(NONE, None, taken),)], taken)))
    assert [names[2], *row[1:3]] == [GUARD + taken] * 3


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_no_cell_begins_a_formula_under_any_separator(separator: str) -> None:
    """A program that parts cells elsewhere than the sheet does finds no formula behind a sign of its own."""
    assert f"Mast{separator}{GUARD}=1+1" in guarded(f"Mast{separator}=1+1{separator} and more")


LONG = "1. Whoever has a boat asks at the harbour, and the keeper answers."


@pytest.mark.parametrize("plain", ["Free", "Not told", "R$ is what they pay in", LONG])
def test_words_are_left_alone(plain: str) -> None:
    """A text that nothing would take for a number is written as it is."""
    assert guarded(plain) == plain
