"""Interface text in the reader's language: gettext over the catalogues in ``locale/``; no message lives here."""

from __future__ import annotations

import gettext
import re
import struct
from collections.abc import Iterator
from functools import cache
from io import BytesIO
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
            return _compile(messages)
    return gettext.NullTranslations()


def languages() -> tuple[str, ...]:
    """Return the tags of all languages that there are words in."""
    return (
        SOURCE_LANGUAGE,
        *sorted(path.parent.name.replace("_", "-") for path in LOCALES.glob("*/messages.po")),
    )


def _compile(messages: Path) -> Words:
    # Compiled in memory: a committed .mo would be a second copy of the truth, and a build step would have to come
    # between `git pull` and the first run. Babel could do it too, at a tenth of the time of a whole `guia check`.
    pairs = sorted((id_.encode(), told.encode()) for id_, told in _entries(messages))
    keys, values = _packed([id_ for id_, _ in pairs]), _packed([told for _, told in pairs])
    start = 28 + 16 * len(pairs)
    table = [(length, start + at) for length, at in keys[1]]
    table += [(length, start + len(keys[0]) + at) for length, at in values[1]]
    head = (0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    numbers = [*head, *(number for row in table for number in row)]
    return gettext.GNUTranslations(BytesIO(struct.pack(f"<{len(numbers)}I", *numbers) + keys[0] + values[0]))


def _packed(texts: list[bytes]) -> tuple[bytes, list[tuple[int, int]]]:
    """Put texts one behind the other, and say how long each is and where it begins."""
    places, at = [], 0
    for text in texts:
        places.append((len(text), at))
        at += len(text) + 1
    return b"".join(text + b"\0" for text in texts), places


_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d\])? )?"(.*)"')
_ESCAPED = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}


def _entries(messages: Path) -> Iterator[tuple[str, str]]:
    """Give the messages of a .po file with their translations, as a compiled file pairs them."""
    for block in messages.read_text(encoding="utf-8").split("\n\n"):
        parts: dict[str, list[str]] = {"msgctxt": [], "msgid": [], "msgstr": []}
        here: list[str] = []
        for line in block.splitlines():
            if not (found := _LINE.fullmatch(line)):
                continue  # a comment
            keyword, text = found.groups()
            if keyword:
                # The plural of an id, and each further form of a translation, stands behind the one before.
                here = parts["msgid" if keyword == "msgid_plural" else keyword]
                here.append("")
            here[-1] += (
                _ESCAPED.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), text) if "\\" in text else text
            )
        told = "\0".join(parts["msgstr"])
        if parts["msgid"] and told.strip("\0"):
            context = f"{parts['msgctxt'][0]}\x04" if parts["msgctxt"] else ""
            yield context + "\0".join(parts["msgid"]), told
