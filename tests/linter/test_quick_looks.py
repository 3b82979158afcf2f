"""What rules of texts look for first, to be quick, stands wherever they would find something."""

from __future__ import annotations

from itertools import product

import pytest

from generator.rules.text import doubled_word, left_to_write, stray_sign


def test_no_stray_sign_is_without_its_quick_sign():
    """Of all short texts of the letters in question, none has a stray sign and not what is looked for before it."""
    texts = ("".join(letters) for size in range(1, 7) for letters in product("a ,.;()", repeat=size))
    assert [
        text for text in texts if stray_sign._SIGN.search(text) and not stray_sign._MAY_BE.search(text)
    ] == []


def test_no_doubled_word_is_without_its_quick_sign():
    """Of all short texts of letters, blanks and signs, none has a word twice and not what is looked for before it."""
    texts = ("".join(letters) for size in range(5, 8) for letters in product("aÁá (-", repeat=size))
    assert [
        text for text in texts if doubled_word._ONE.search(text) and not doubled_word._MAY_BE.search(text)
    ] == []


@pytest.mark.parametrize(
    "note",
    [
        *(
            "TODO",
            "FIXME",
            "TBD",
            "XXX",
            "XXXX",
            "A DEFINIR",
            "A CONFIRMAR",
            "TBC",
            "Lorem ipsum",
            "lorem ipsum",
        ),
        *(
            "???",
            "____",
            ".....",
            "(a confirmar)",
            "(A definir)",
            "(confirmar com a equipe)",
            "(Verificar com X)",
        ),
        *("(ver com o João)", "(to be confirmed)", "(check with Ann)"),
    ],
)
def test_each_note_has_a_piece_that_is_looked_for(note: str):
    """A note to oneself is found by what it has between two spaces."""
    assert left_to_write._NOTE.search(note)
    assert any(left_to_write._MAY_BE.search(piece) for piece in f"Antes {note} depois.".split())
