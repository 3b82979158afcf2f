"""Text to nodes: every scalar stays what its author wrote, and every slip has its name and place."""

import pytest

from generator.source.parser import MAX_DEPTH, parse
from generator.source.reader import SourceFile


def values(text: str) -> object:
    tree = parse(SourceFile("some.yaml", text))
    assert tree.diagnostics == ()
    return tree.values


def faults(text: str) -> list[tuple[str, int, int]]:
    tree = parse(SourceFile("some.yaml", text))
    return [(each.code, each.place.line, each.place.column) for each in tree.diagnostics if each.place]


WORDS = "yes no on off y n 020 0x10 0b11 1_000 1e3 1.10 2.50 10:00 2025-02-30 = 0o17 .inf 007 true 12.1.2310"


@pytest.mark.parametrize("word", WORDS.split())
def test_words_stay_words(word: str):
    """No word turns into a number, a day or a flag that its author did not mean (B01 to B07, B10)."""
    assert values(f"key: {word}\n") == {"key": word}


def test_nothing_is_nothing():
    """An empty value is nothing; the same word in quotes is a text."""
    assert values("a:\nb: ~\nc: null\nd: 'null'\ne: ''\n") == {
        "a": None,
        "b": None,
        "c": None,
        "d": "null",
        "e": "",
    }


def test_duplicate_key_keeps_the_first():
    """Of two equal keys the second is told, and the first one counts."""
    assert faults("a: 1\nb: 2\na: 3\n") == [("duplicate-key", 3, 1)]
    assert parse(SourceFile("some.yaml", "a: 1\na: 3\n")).values == {"a": "1"}


def test_merge_keys_are_refused_by_name():
    """Two merge keys are called merge keys, never duplicates (B09)."""
    text = "a: {x: 1}\nb:\n  <<: {y: 1}\n  <<: {z: 1}\n  x: 2\n"
    assert faults(text) == [("merge-key", 3, 3), ("merge-key", 4, 3)]


def test_bold_at_the_beginning():
    """Bold at the beginning of a text is told at its asterisk, in words about quotes (B02)."""
    assert faults("a: 1\nsummary: **Free** today\n") == [("special-first-character", 2, 10)]


@pytest.mark.parametrize("start", ["`", "@", "%", "[", "{{", "!", "&", "*"])
def test_special_signs_at_the_beginning(start: str):
    """A text that begins with a sign of YAML's own never passes in silence (B02)."""
    assert faults(f"summary: {start}word goes on\n")


def test_no_break_space_in_a_key():
    """A pasted space in a key is told as such, and the key is read without it (B08)."""
    tree = parse(SourceFile("some.yaml", "a:\n  least\u00a0\u00a0: 10\n"))
    assert [(each.code, each.place and each.place.line) for each in tree.diagnostics] == [
        ("special-space", 2)
    ]
    assert tree.values == {"a": {"least": "10"}}


@pytest.mark.parametrize("text", [r"\ud83d\ude00", r"\ud83d", r"C:\lamps"])
def test_escapes(text: str):
    """Halves of an emoji and unknown escapes are one clear fault, and no half reaches a page (B13)."""
    assert [each[0] for each in faults(f'a: "Ready {text}"\n')] == ["bad-escape"]


def test_quotes_that_end_late_are_told_where_they_begin():
    """Quotes that end within another text, lines later, are told where they begin."""
    assert faults('a: "One.\nb: 2\nc: "three"\n') == [("unclosed-quote", 1, 4)]


def test_depth():
    """The deepest nesting allowed passes, one level more is told, and thousands do not crash."""
    assert faults("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert [each[0] for each in faults("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))] == ["nested-too-deep"]
    assert [each[0] for each in faults("[" * 50_000)] == ["nested-too-deep"]


def test_aliases_never_explode():
    """A file that multiplies itself is refused with one word, not unfolded."""
    assert faults("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n") == [("piece-used-again", 1, 4)]
    assert faults("a: &a [*a]\n") == [("piece-used-again", 1, 4)]


def test_signs_by_mistake_are_told_each():
    """A few texts that begin with `*` or `&` are slips, each told where it stands (B02); many are a habit."""
    few = "a: *free\nb: &note text\nc: {<<: x}\n"
    assert faults(few) == [("alias", 1, 4), ("anchor", 2, 4), ("merge-key", 3, 5)]
    assert faults(f"{few}d: *more\n") == [("piece-used-again", 1, 4)]
    (told,) = parse(SourceFile("some.yaml", f"{few}d: *more\n")).diagnostics
    assert told.finding.values == {"seen": "*free", "more": "3"}


def test_a_broken_text_says_that_it_is_not_whole():
    """Whoever reads the nodes of a broken text can tell that the rest is missing."""
    assert parse(SourceFile("some.yaml", "a: 1\n")).whole
    assert not parse(SourceFile("some.yaml", "a: 1\nb: [\n")).whole


def test_forbidden_character_has_its_place():
    """A control character is told with line and column in characters, not bytes, accents before it or not."""
    assert faults("título: é\nação: não\x08\n") == [("forbidden-character", 2, 10)]


@pytest.mark.parametrize("sign", ["\u0085", "\u2028", "\u2029"])
def test_other_line_ends(sign: str):
    """A sign that only YAML takes for a line end is told, and no later place is moved by it."""
    assert faults(f"a: b{sign}c\nd: *e\n") == [("forbidden-character", 1, 5), ("alias", 2, 4)]
