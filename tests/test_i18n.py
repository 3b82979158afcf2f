"""The words of the interface: every message in the code has its translation, and none is left over."""

import ast
import re
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator import i18n
from generator.i18n import LOCALES, Translations, languages, spoken, words
from tests.messages import extracted, renewed, untranslated

TOP = Path(__file__).parents[1]
HOLE = re.compile(r"%\([a-z_]+\)[sd]|\{[a-z_]*(?::[a-z]+)?\}")


def portuguese() -> Catalog:
    with (LOCALES / "pt_BR" / "messages.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


@cache
def of_the_code() -> Catalog:
    """Found once: to look through all code takes a second and more."""
    return extracted()


def keys(catalogue: Catalog) -> set[tuple[object, object]]:
    return {(message.context, message.id) for message in catalogue if message.id}


def test_nothing_untranslated_or_left_over():
    """The Portuguese catalogue holds exactly the messages of the code."""
    code, told = keys(of_the_code()), keys(portuguese())
    assert sorted(map(str, code - told)) == []
    assert sorted(map(str, told - code)) == []
    assert list(portuguese().obsolete) == []


def test_what_make_messages_writes_is_what_is_committed():
    """So that it changes nothing but what the code changed."""
    for file in LOCALES.glob("*/messages.po"):
        text = file.read_text(encoding="utf-8")
        assert renewed(text, of_the_code()) == text, f"{file.parent.name}: make messages"


OLD = """\
# Who wrote it.
msgid ""
msgstr ""
"Language: pt_BR\\n"

#: generator/gone.py
msgid "nobody asks for it"
msgstr "ninguém pergunta"

#: generator/far.py
# Said of a lamp.
msgctxt "place"
msgid "on"
msgstr "acesa"
"""

RENEWED = """\
# Who wrote it.
msgid ""
msgstr ""
"Language: pt_BR\\n"

msgid "a new one"
msgstr ""

msgid "many"
msgid_plural "more"
msgstr[0] ""
msgstr[1] ""

# Said of a lamp.
msgctxt "place"
msgid "on"
msgstr "acesa"
"""


def test_translations_are_renewed_without_noise():
    """What is new is empty and told, what is gone is gone, a remark stays, and no file and no day is named."""
    code = Catalog(fuzzy=False)
    code.add("on", context="place", locations=[("generator/far.py", 3)])
    code.add(("many", "more"))
    code.add("a new one")
    assert renewed(OLD, code) == RENEWED
    assert untranslated(RENEWED) == ["a new one", "many"]


def test_messages_are_told_as_gettext_tells_them():
    """Each message, in each number and context, is what it is from a file compiled in the usual way."""
    compiled = BytesIO()
    write_mo(compiled, portuguese())
    compiled.seek(0)
    ours, usual = words("pt-BR"), GNUTranslations(compiled)
    for message in portuguese():
        one, many = texts(message.id)[0], texts(message.id)[-1]
        for told in (ours, usual) if one else ():
            assert told.gettext("not one of them") == "not one of them"
        if one and message.context:
            assert ours.pgettext(message.context, one) == usual.pgettext(message.context, one)
        elif one:
            assert ours.gettext(one) == usual.gettext(one)
        for number in (0, 1, 2, 7) if one and many != one else ():
            told = [
                each.npgettext(message.context, one, many, number)
                if message.context
                else each.ngettext(one, many, number)
                for each in (ours, usual)
            ]
            assert told[0] == told[1], message.id


LITTLE = """\
msgid ""
msgstr ""
"Plural-Forms: nplurals=3; plural=(n == 1 ? 0 : n < 5 ? 1 : 2);\\n"

#, python-brace-format, fuzzy
msgid "doubted"
msgstr "duvidado"

msgid "one form"
msgstr "uma forma"

msgctxt "place"
msgid "{number} lamp"
msgid_plural "{number} lamps"
msgstr[0] "um"
msgstr[1] "poucos"
msgstr[2] "muitos"
"""


def test_a_file_of_another_language_is_told_as_gettext_tells_it(tmp_path: Path):
    """By its own rule for numbers; a doubtful entry is none, and a message with one form has no other."""
    (tmp_path / "messages.po").write_text(LITTLE, encoding="utf-8")
    told = Translations(tmp_path / "messages.po")
    assert (told.gettext("one form"), told.gettext("doubted")) == ("uma forma", "doubted")
    assert [told.ngettext("one form", "many", number) for number in (1, 2)] == ["one form", "many"]
    assert [told.ngettext("doubted", "many", number) for number in (1, 2)] == ["doubted", "many"]
    lamps = [
        told.npgettext("place", "{number} lamp", "{number} lamps", number) for number in (0, 1, 2, 4, 5, 11)
    ]
    assert lamps == ["poucos", "um", "poucos", "poucos", "muitos", "muitos"]


def test_no_message_hides_in_an_f_string():
    """Before Python 3.12 nothing is found there, so that a message would go untranslated: it stands elsewhere too."""
    known = {text for message in of_the_code() if message.id for text in texts(message.id)}
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in (TOP / "generator").rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and said(call) and said(call) not in known
    ]
    assert hidden == []


def said(call: ast.Call) -> object:
    """The message of a call that asks for its translation; behind its context, if it has one."""
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    place = {"gettext": 0, "ngettext": 0, "_": 0, "N_": 0, "pgettext": 1}.get(name)
    found = call.args[place] if place is not None and len(call.args) > place else None
    return found.value if isinstance(found, ast.Constant) else None


def texts(message: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)


def test_translations_are_whole():
    """Each message is translated, in each of its numbers, surely, and with the same holes."""
    for message in portuguese():
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
        assert all(strings), message.id
        assert not message.fuzzy, message.id
        wanted = set(HOLE.findall(ids[-1]))
        for string in strings:
            # "one page" may leave out its number; the other forms may not.
            assert set(HOLE.findall(string)) == wanted or (len(strings) > 1 and string is strings[0]), (
                message.id
            )


def test_typography():
    """Portuguese quotes are the curved ones."""
    assert [m.string for m in portuguese() if m.id and re.search(r'(?<![\\=])"(?![>])', str(m.string))] == []


def test_messages_are_found_at_all():
    """The search for messages sees marked constants, calls and templates alike."""
    found = {message.id for message in of_the_code() if isinstance(message.id, str)}
    assert {"Id that leads nowhere", "Did you mean “{word}”?"} <= found
    assert "A way in which customers are served." in found  # a docstring, shown by editors


def test_language_falls_back():
    """A language without a catalogue speaks as the code does; one of Portugal as Brazil does."""
    assert words("en").gettext("Options") == "Options"
    assert words("de").gettext("Options") == "Options"
    assert words("pt-PT").gettext("Options") == words("pt-BR").gettext("Options") == "Opções"


def test_a_language_is_known_by_any_name_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A tag, a locale, another country of it; of two countries, the one that is named."""
    for name in ("pt_BR", "pt_PT"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "messages.po").touch()
    monkeypatch.setattr(i18n, "LOCALES", tmp_path)
    assert languages() == ("en", "pt-BR", "pt-PT")
    assert [spoken(name) for name in ("pt_PT.UTF-8", "pt-br", "pt", "pt-AO")] == [
        "pt-PT",
        "pt-BR",
        "pt-BR",
        "pt-BR",
    ]
    assert [spoken(name) for name in ("en_GB@euro", "de", "C.UTF-8", "")] == ["en", None, None, None]


def test_read_as_babel_reads():
    """Our own quick reading of the catalogue gives the same words as Babel's: contexts, plurals, quotes, line ends."""
    told = words("pt-BR")
    for message in portuguese():
        match message.id, message.string:
            case str(id_), str(string) if id_:
                said = told.pgettext(message.context, id_) if message.context else told.gettext(id_)
                assert said == (string or id_)
            case (one, many), (singular, plural):
                assert (told.ngettext(one, many, 1), told.ngettext(one, many, 2)) == (
                    singular or one,
                    plural or many,
                )
