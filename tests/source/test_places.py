"""From a path to its place in the text."""

from generator.source.places import lines_of, place_of
from generator.source.reader import Source
from generator.source.tree import parse

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
SOURCE = Source("some.yaml", TEXT)
TREE = parse(SOURCE)


def seen(*path, on="value") -> tuple[int, str]:
    place = place_of(TREE, path, on)
    assert place.line == place.end_line
    return place.line, SOURCE.lines[place.line - 1][place.column - 1 : place.end_column - 1]


def test_value_and_key():
    """A path leads to its value or, if so wanted, to its key."""
    assert seen("parties", 0, "id") == (2, "owner")
    assert seen("parties", 0, "id", on="key") == (2, "id")
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
