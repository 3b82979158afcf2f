"""Every example of every check: what is found equals the marks, line by line, and nothing more."""

import pytest

from generator.linter.examples import SMALLEST, RuleExample, examples
from generator.linter.runner import check, codes, examine
from generator.source.reader import Unreadable, decode, read

EXAMPLES = [
    pytest.param(code, kind, example, id=f"{code}-{kind}-{number}")
    for code in codes()
    for kind, group in examples(check(code).file).items()
    for number, example in enumerate(group)
    if check(code).family != "pages"  # these are no catalogues: tests/publish/test_written.py runs them
]


def found(data: bytes) -> list[tuple[int, str, str]]:
    """Line, code and the text above the caret, of everything that is found."""
    try:
        examined = examine(decode(data, "example.yaml"))
    except Unreadable as fault:
        place = fault.diagnostic.place
        assert place is not None
        return [(place.line, fault.diagnostic.code, "")]
    told = []
    for each in examined.diagnostics:
        place = examined.place(each)
        line = [*examined.source.lines, ""][place.line - 1]
        end = place.end_column - 1 if place.end_line == place.line else None
        told.append((place.line, each.code, line[place.column - 1 : end]))
    return told


@pytest.mark.parametrize(("code", "kind", "example"), EXAMPLES)
def test_marks(code: str, kind: str, example: RuleExample, tmp_path):
    """What an example marks is found on its line, and what it does not mark is not."""
    if example.data is None:
        with pytest.raises(Unreadable) as fault:
            read(tmp_path, name=example.shown)
        assert [mark.code for mark in example.marks] == [fault.value.diagnostic.code] == [code]
        return
    assert b"# !" not in example.data
    told = found(example.data)
    assert sorted((mark.line, mark.code) for mark in example.marks) == sorted(each[:2] for each in told)
    carets = {(line, fault): text for line, fault, text in told}
    for mark in example.marks:
        assert mark.under in (None, carets[mark.line, mark.code])
    marked = {mark.code for mark in example.marks}
    assert (code in marked) if kind == "broken" else not marked


def test_smallest_is_valid():
    """The catalogue that all examples change is itself without a fault."""
    assert found(SMALLEST.read_bytes()) == []


def test_smallest_is_small():
    """The catalogue under the examples stays short enough to be read at a glance."""
    assert len(SMALLEST.read_text(encoding="utf-8").splitlines()) < 90
