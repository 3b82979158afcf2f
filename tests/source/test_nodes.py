"""Values to places: whatever was left out of the values, the rest stands where the text has it."""

import pytest

from generator.source.nodes import Mapping, Node, Scalar, Sequence
from generator.source.parser import parse
from generator.source.reader import SourceFile, read
from tests.catalogues import HARBOUR, PORTUGUESE


def astray(node: Node | None, lines: list[str]) -> list[str]:
    """The words below a node that do not stand in the text where they are said to."""
    match node:
        case Mapping(items=items):
            keys = [
                each
                for key, _ in items.values()
                if not key.text.startswith("\x00")
                for each in astray(key, lines)
            ]
            return keys + [each for _, item in items.values() for each in astray(item, lines)]
        case Sequence(items=items):
            return [each for item in items for each in astray(item, lines)]
        case Scalar(line=line, column=column, text=text) if text:
            word = text.split()[0]
            here = lines[line - 1][column - 1 :].lstrip("\"'>|-\n ")
            below = "".join(lines[line : line + 1]).strip()  # a folded text begins below its sign
            return [] if here.startswith(word) or below.startswith(word) else [f"{line}:{column} {word}"]
    return []


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=["portuguese", "harbour"])
def test_every_word_of_a_catalogue_stands_at_its_place(path):
    """Each key and value of a catalogue is found in the text at the place that its node tells."""
    source = read(path)
    root = parse(source).root
    assert root is not None
    assert astray(root, source.lines) == []


@pytest.mark.parametrize(
    "left_out",
    [
        "a: {x: [1, 2], y: {z: 3}}\n",
        "a: {x: 1, x: {y: 2, y: 3}}\n",
        "b: {x: 1, x: [2, 3], z: 4}\n",
        "b: {x: {y: 1, y: {z: 2}}, x: 5}\n",
        "<<: {x: 1, y: [2]}\n",
        "b: {<<: {x: 1}, y: 2, <<: {z: 3}}\n",
        "? [x, {y: z}]\n: [1, 2]\n",
        "? {x: 1, x: 2}\n: 3\n",
        "b: {x: &here 1, y: *here}\n",
        "b:\nc: ~\n",
    ],
)
def test_what_is_left_out_shifts_nothing(left_out):
    """Behind a key that is not taken, or that is no text, each later word is still where the text has it."""
    source = SourceFile("some.yaml", f"a: first\n{left_out}last: [word, {{and: more}}]\n")
    tree = parse(source)
    assert isinstance(tree.root, Mapping)
    assert astray(tree.root.items["last"][1], source.lines) == []
    assert tree.root.items["last"][0].line == source.text.count("\n")
    assert tree.root.items["a"][0].line == 1


def test_a_repeated_key_names_the_line_of_the_first():
    """Wherever it stands, a key that comes again tells where it stood before."""
    text = "a: 1\nb:\n  x: {k: 1}\n  y: 2\n  x: {k: 2,\n    k: 3}\na: 4\n"
    found = parse(SourceFile("some.yaml", text)).diagnostics
    assert sorted((each.place.line, each.finding.values["line"]) for each in found if each.place) == [
        (5, "3"),
        (6, "5"),
        (7, "1"),
    ]
