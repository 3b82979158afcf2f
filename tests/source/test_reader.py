"""Bytes to text."""

import pytest

from generator.source.reader import MAX_BYTES, Unreadable, decode, read


def code(data: bytes) -> tuple[str, int, int]:
    with pytest.raises(Unreadable) as fault:
        decode(data, "some.yaml")
    place = fault.value.diagnostic.place
    assert place is not None
    return fault.value.diagnostic.code, place.line, place.column


def test_line_ends_and_mark_are_no_part_of_the_text():
    """A file written on Windows reads like any other."""
    assert decode(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n", "some.yaml").text == "a: 1\nb: 2\nc: 3\n"


def test_wrong_byte_has_its_place():
    """A letter in an old encoding is told with line and column, counted in characters."""
    assert code("título: é\nnome: Jo".encode() + b"\xe3o\n") == ("not-utf8", 2, 9)


@pytest.mark.parametrize(
    "data", [b"\xff\xfea\x00", b"\xfe\xff\x00a", b"\x00\x00\xfe\xff\x00\x00\x00a"], ids=["le", "be", "utf-32"]
)
def test_other_unicode_encodings(data: bytes):
    """UTF-16 and UTF-32 are refused by name, not as damaged text."""
    assert code(data)[0] == "not-utf8"


def test_zero_byte():
    """A zero byte is refused at its place."""
    assert code(b"a: 1\nb: \x00\n") == ("not-utf8", 2, 4)


def test_size():
    """A file of the greatest size is read, one byte more is not."""
    assert decode(b"#" * MAX_BYTES, "some.yaml").text
    assert code(b"#" * (MAX_BYTES + 1))[0] == "file-too-large"


def test_folder_and_nothing(tmp_path):
    """A folder and a file that is not there are told apart, and neither ends in a traceback."""
    for path, why in ((tmp_path, "directory"), (tmp_path / "none.yaml", "No such file or directory")):
        with pytest.raises(Unreadable) as fault:
            read(path, name="shown.yaml")
        assert fault.value.name == "shown.yaml"
        assert fault.value.diagnostic.finding.values == {"why": why}
