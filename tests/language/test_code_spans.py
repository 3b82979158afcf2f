"""Code between backticks is left out where words and tags are looked for, in time that grows as the text does."""

import pytest

from generator.language.code_spans import without, without_blocks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a ` b `` c ` d", "a            d"),
        ("a `b\nc` d", "a   \n   d"),
        ("a `b", "a `b"),
        (r"a \`b` c` d", r"a \`b     d"),
        (r"a \`b\` c", r"a \`b\` c"),
        (r"a \\`b` c", r"a \\    c"),
        (r"a `b\` c", r"a      c"),
        (r"a \``b` c", r"a \`    c"),
        ("plain", "plain"),
    ],
)
def test_code_is_blank(text: str, left: str):
    """From some backticks to as many again; an open one is a sign like any."""
    assert without(text) == left


def test_runs_that_never_close_are_gone_through_once():
    """A million backticks in runs of which no two are alike end at once."""
    text = " ".join("`" * number for number in range(1, 1_400))
    assert without(text) == text


@pytest.mark.parametrize(
    ("text", "left", "opened"),
    [
        ("a\n```\nb\n```\nc", "a\n   \n \n   \nc", None),
        ("a\n  ~~~ yaml\nb\n  ~~~\nc", "a\n          \n \n     \nc", None),
        ("a\n```\nb\n~~~\nc", "a\n", (2, 5)),
        ("a\n````\n```\n````\nb", "a\n    \n   \n    \nb", None),
    ],
)
def test_blocks_of_code_are_blank(text: str, left: str, opened: tuple[int, int] | None):
    """Lines stay; a fence closes one of its kind that is no longer, and what none closes is code to the end."""
    assert without_blocks(text) == (left, opened)
