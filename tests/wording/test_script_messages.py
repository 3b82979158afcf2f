"""What scripts say stands in their folder: Babel finds it there, and each asks for it by its key."""

from __future__ import annotations

from io import BytesIO

from generator.i18n import words
from generator.wording.script_messages import SHARED, extract, messages, speakers

FILE = """\
# A remark.
lit: The lamp is lit.
place: {context: of a lamp, text: alight}
boats: {one: "{number} boat", many: "{number} boats"}
lamps: {context: in a harbour, one: a lamp, many: "{number} lamps"}
"""


def test_babel_finds_what_a_file_says() -> None:
    """A message alone, one with a context, and those that go with a number, each as gettext asks for it."""
    found = [(function, ids) for _, function, ids, _ in extract(BytesIO(FILE.encode()))]
    assert found == [
        ("gettext", ("The lamp is lit.",)),
        ("pgettext", ("of a lamp", "alight")),
        ("ngettext", ("{number} boat", "{number} boats")),
        ("npgettext", ("in a harbour", "a lamp", "{number} lamps")),
    ]


def test_a_message_is_told_in_a_language() -> None:
    """By its key, a context minded; what goes with a number is told for one and for many."""
    told = messages(words("pt-BR"), "simulator")
    assert told["you_pay_amount"] == "Você paga {amount}."
    assert told["outcome"] == "Resultado da análise"
    assert (told["minute_one"], told["minute_many"]) == ("{number} minuto", "{number} minutos")
    assert messages(words("en"), SHARED)["copied"] == "Copied."


def test_every_key_is_a_text() -> None:
    """No key is what YAML takes for something else, such as `no`, and no message is empty."""
    said = [each for speaker in speakers() for each in messages(words("en"), speaker).items()]
    assert [
        (key, text) for key, text in said if not (isinstance(key, str) and isinstance(text, str) and text)
    ] == []
