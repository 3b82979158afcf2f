"""From a path to its place in the text."""

import pytest

from generator.source.locations import excerpt_of, lines_of, place_of
from generator.source.parser import parse
from generator.source.reader import SourceFile

TEXT = """\
parties:
  - id: owner
    facts: [fee, lamps]

  - id: maker
    note: >-
      Who made
      the lamp.

guide: {}
"""
SOURCE = SourceFile("some.yaml", TEXT)
TREE = parse(SOURCE)


def seen(*path, target="value") -> tuple[int, str]:
    place = place_of(TREE, path, target)
    assert place.line == place.end_line
    return place.line, SOURCE.lines[place.line - 1][place.column - 1 : place.end_column - 1]


def test_value_and_key():
    """A path leads to its value or, if so wanted, to its key."""
    assert seen("parties", 0, "id") == (2, "owner")
    assert seen("parties", 0, "id", target="key") == (2, "id")
    assert seen("parties", 0, "facts", 1) == (3, "lamps")


def test_entry_of_a_list():
    """An entry is shown by its first key."""
    assert seen("parties", 1) == (5, "id")


def test_what_was_never_written():
    """A key that is missing is told at the entry that misses it."""
    assert seen("parties", 1, "name") == (5, "id")
    assert seen("nothing", "here") == (1, "parties")


def test_lines_of_an_entry():
    """The lines of an entry end with its last word, not with the empty lines after it."""
    assert lines_of(TREE, ("parties", 0), SOURCE) == (2, 3)
    assert lines_of(TREE, ("parties", 1), SOURCE) == (5, 8)


@pytest.mark.parametrize(
    ("text", "excerpt", "where"),
    [
        ("a: mend the lamp\n", "lamp", (1, 13, 1, 17)),
        ("{b: lamp, a: old lamp, c: lamp}\n", "lamp", (1, 18, 1, 22)),
        ("{a: old, b: lamp}\n", "lamp", (1, 5, 1, 8)),
        ("a: lamps and a lamp\n", "lamp", (1, 16, 1, 20)),
        ("a: >\n  mend the\n  old lamp\n", "the old", (2, 8, 3, 6)),
        ('a: "see <b>this</b>"\n', "<b>", (1, 9, 1, 12)),
        ("a: lamp\nb: lamp\n", "bulb", (1, 4, 1, 8)),
        ('a: "l\\u00e1mp"\n', "lámp", (1, 4, 1, 15)),
        ("a: 'old\u00a0lamp'\n", "\u00a0", (1, 8, 1, 9)),
        ("a: lamp\n", "", (1, 4, 1, 8)),
    ],
)
def test_an_excerpt_is_found_where_it_is_written(text: str, excerpt: str, where: tuple[int, int, int, int]):
    """The caret stands under the word that is meant, else under the whole text where it cannot be found as it is."""
    source = SourceFile("some.yaml", text)
    assert excerpt_of(source, place_of(parse(source), ("a",)), excerpt) == where
