"""The languages that there are, a folder of ``locale/`` each, and interface text in them: no message lives here."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).with_name("locale")
SOURCE_LANGUAGE = "en"
"""The language of the messages in the code: it needs no catalogue of its own."""

FIRST_LANGUAGE = "pt-BR"
"""What is spoken where neither a reader nor a catalogue says a language that there is."""

STARTER = "starter"
"""Where in the folder of a language the project lies that `guia new` begins with."""

_MESSAGES = "messages.po"

Words = gettext.NullTranslations


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark now, translate later"
    """Mark a message for extraction and give it back as it is."""
    return message


@cache
def words(language: str) -> Words:
    """Return the messages for a BCP 47 tag such as ``pt-BR``: its own, else its language's, else the source's."""
    for folder in _folders(language):
        if folder.name == SOURCE_LANGUAGE:
            break
        if (messages := folder / _MESSAGES).is_file():
            return Translations(messages)
    return gettext.NullTranslations()


def listed(language: str, name: str) -> list[str] | None:
    """Return the lines of a list in the folder of a BCP 47 tag, or of its language; None where there is none.

    They are as they stand, without remarks and empty ones.
    """
    for folder in _folders(language):
        file = folder / f"{name}.txt"
        if file.is_file():
            lines = (line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
            return [line for line in lines if line]
    return None


def _folders(language: str) -> tuple[Path, ...]:
    """Return where something of a language may lie, the nearest first: its own, its base's, that of another country."""
    tag = language.replace("-", "_")
    base = tag.split("_")[0]
    return LOCALES / tag, LOCALES / base, *sorted(LOCALES.glob(f"{base}_*"))


def languages() -> tuple[str, ...]:
    """Return the tags of all languages that there are words in."""
    return tuple(sorted({SOURCE_LANGUAGE, *having(_MESSAGES)}))


def having(name: str) -> tuple[str, ...]:
    """Return the tags of the languages whose folder has a file or a folder of that name."""
    return tuple(sorted(path.parent.name.replace("_", "-") for path in LOCALES.glob(f"*/{name}")))


def spoken(tag: str) -> str | None:
    """Return the language that there are words in for a tag or a locale such as ``pt_BR.UTF-8``; None where none."""
    wanted = tag.partition(".")[0].partition("@")[0].replace("_", "-").lower()
    base = wanted.partition("-")[0]
    near = [known for known in languages() if known.partition("-")[0] == base]
    return next((known for known in near if known.lower() == wanted), near[0] if near else None)


class Translations(Words):
    """The messages of one file.

    They are taken from the text itself: a committed .mo would be a second copy of the truth, and a build step would
    have to come between `git pull` and the first run. To read it by Babel would take a tenth of a whole `guia check`.
    """

    def __init__(self, messages: Path) -> None:
        super().__init__()
        self._told = dict(_entries(messages))
        rule = _PLURAL.search("".join(self._told.pop("", ())))
        self._form = gettext.c2py(rule[1]) if rule else _one_or_many

    def gettext(self, message: str) -> str:
        return self._told.get(message, (message,))[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._number(msgid1, n) or super().ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        return self._told.get(context + _CONTEXT + message, (message,))[0]

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self._number(context + _CONTEXT + msgid1, n) or super().npgettext(context, msgid1, msgid2, n)

    def _number(self, key: str, number: int) -> str:
        """Return the form for a number; empty where the message has no such form."""
        told, form = self._told.get(key, ()), self._form(number)
        return told[form] if 1 < len(told) > form else ""


def _one_or_many(number: int) -> int:
    return int(number != 1)


_CONTEXT = "\x04"
_PLURAL = re.compile(r"plural=([^;\n]+)")
_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d\])? )?"(.*)"')
_DOUBTFUL = re.compile(r"^#,.*\bfuzzy\b", re.MULTILINE)
_ESCAPED = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}


def _entries(messages: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the messages of a .po file, each behind its context, with the forms of their translations."""
    for block in messages.read_text(encoding="utf-8").split("\n\n"):
        if _DOUBTFUL.search(block):
            continue
        parts: dict[str, list[str]] = {"msgctxt": [], "msgid": [], "msgid_plural": [], "msgstr": []}
        here: list[str] = []
        for line in block.splitlines():
            if not (found := _LINE.fullmatch(line)):
                continue  # a comment
            keyword, text = found.groups()
            if keyword:
                here = parts[keyword]  # each further form of a translation stands behind the one before
                here.append("")
            here[-1] += (
                _ESCAPED.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), text) if "\\" in text else text
            )
        if parts["msgid"] and all(parts["msgstr"]):
            yield _CONTEXT.join((*parts["msgctxt"], *parts["msgid"])), tuple(parts["msgstr"])
