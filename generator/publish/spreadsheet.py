"""The comparison as a spreadsheet: the same cells in the same words, safe to open by a double click."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from babel.numbers import get_decimal_symbol
from markupsafe import Markup

from generator.i18n import Words
from generator.pages.comparison.cells import MatrixCell
from generator.pages.comparison.view import Comparison
from generator.views.context import Citation

MARK = "\ufeff"
"""Tells a spreadsheet program that the text is UTF-8; without it, Windows takes it for something older."""

GUARD = "\u2060"
"""Stands unseen before a cell that a program would not take as text.

LibreOffice Calc 7.4, opening a file with the settings that it offers for pt-BR, makes a formula of `=1+1`, numbers of
`+1`, `1e3` and `007`, and a date of `2025-02-03`; with its box for special numbers ticked, as other programs do without
being asked, also a date of `1/2` and `12 mar 2020`, a time of `12:00` and money of `R$ 300,00`. It left alone only what
followed an apostrophe, which it shows, a tab, which others take for space, or a sign without width, such as this one.
A space or a no-break space kept nothing from being converted, and quotes did not either.
"""

SHORT = 40
"""Letters up to which a text with a digit may pass for a number, a time or a date in some language."""

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
# Read with another separator than it was written for, a cell may begin anywhere behind one.
_WITHIN = re.compile(r"(?<=\S[,;\t|])(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
_NUMBER = re.compile(rf"(?=.*\d).{{1,{SHORT}}}")


def sheet(view: Comparison, words: Words, locale: str) -> str:
    """Write a page of the comparison: group and heading of each row, a cell for each modality, and the facts of each.

    The facts stand in columns of their own behind all others, line by line beside what rests on them.
    Where a comma belongs to numbers, as in Portuguese, programs take a semicolon for what separates cells.
    """
    between = ";" if get_decimal_symbol(locale) == "," else ","
    return MARK + "".join(_line(row, between) for row in _rows(view, words))


def _rows(view: Comparison, words: Words) -> Iterator[list[str]]:
    first, _ = view.tables[0], words.gettext
    names = [column.link.text for table in view.tables for column in table.columns]
    yield [_("Part"), _("What"), *names, *(_("Facts: {modality}").format(modality=name) for name in names)]
    for at, rows in enumerate(first.groups):
        for index, row in enumerate(rows.rows):
            cells = [cell.entries for table in view.tables for cell in table.groups[at].rows[index].cells]
            # Each thing that a cell says has a line of its own.
            said = ("\n".join(_said(entry, words) for entry in entries) for entries in cells)
            facts = ("\n".join(_facts(entry, words) for entry in entries) for entries in cells)
            yield [rows.name, row.name, *said, *facts]


def _facts(entry: MatrixCell, words: Words) -> str:
    """Name what an entry rests on, each inference marked as one."""
    mark = f"({words.gettext('inference')})"
    named: dict[str, str] = {}
    for citation in (entry.citation, *(other.citation for other, _text in entry.others)):
        inferred = {link.text for link in citation.inferred}
        for link in citation.links:
            named[link.text] = f"{link.text} {mark}" if link.text in inferred else link.text
    return ", ".join(named.values())


def _mark(citation: Citation, words: Words) -> str:
    return f"({words.gettext('inference')})" if citation.inferred else ""


def _said(entry: MatrixCell, words: Words) -> str:
    who = f"{entry.who}:" if entry.who else ""
    state = f"{entry.state.word}{entry.after_state}" if entry.state else ""
    text = entry.text.striptags() if isinstance(entry.text, Markup) else entry.text
    told = [who, state, text, _mark(entry.citation, words)]
    for other, text in entry.others:
        told += [
            words.pgettext("between alternatives", "or"),
            _within(other.word),
            text,
            _mark(other.citation, words),
        ]
    if entry.depends:
        told.append(f"({words.gettext('depending on: {what}').format(what=entry.depends)})")
    return " ".join(filter(None, told))


def _within(word: str) -> str:
    return word[:1].lower() + word[1:]


def _line(cells: Iterable[str], between: str) -> str:
    return between.join(_quoted(cell) for cell in cells) + "\r\n"


def _quoted(text: str) -> str:
    doubled = guarded(text).replace('"', '""')
    return f'"{doubled}"'


def guarded(text: str) -> str:
    """Return a text so that a spreadsheet program keeps it as it is: no formula, number or date comes of it."""
    inner = _WITHIN.sub(GUARD, text)
    return GUARD + inner if _FORMULA.match(text) or _NUMBER.fullmatch(text) else inner
