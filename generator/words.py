"""Interface text in the reader's language: gettext over the catalogues in ``locale/``; no message lives here."""

from __future__ import annotations

import gettext
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


def _compile(messages: Path) -> Words:
    # Compiled in memory: a committed .mo would be a second copy of the truth, and a build step would
    # have to come between `git pull` and the first run.
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only where a translation is asked for
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with messages.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
