"""Interface text in the reader's language: gettext over the catalogues in ``locale/``; no message lives here."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).with_name("locale")
SOURCE_LANGUAGE = "en"
"""The language of the messages in the code: it needs no catalogue of its own."""

Words = gettext.NullTranslations


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark now, translate later"
    """Mark a message for extraction and give it back as it is."""
    return message


@cache
def words(language: str) -> Words:
    """Return the messages for a BCP 47 tag such as ``pt-BR``: its own, else its language's, else the source's."""
    tag = language.replace("-", "_")
    base = tag.split("_")[0]
    names = [tag, base, *sorted(path.name for path in LOCALES.glob(f"{base}_*"))]
    for name in names:
        if name == SOURCE_LANGUAGE:
            break
        messages = LOCALES / name / "messages.po"
        if messages.is_file():
            return Translations(messages)
    return gettext.NullTranslations()


def languages() -> tuple[str, ...]:
    """Return the tags of all languages that there are words in."""
    return (
        SOURCE_LANGUAGE,
        *sorted(path.parent.name.replace("_", "-") for path in LOCALES.glob("*/messages.po")),
    )


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
