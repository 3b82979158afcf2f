"""Brings the translations up to the messages of the code: `make messages`."""

from __future__ import annotations

from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from generator.i18n import LOCALES

PACKAGE = LOCALES.parent
WIDTH = 110


def extracted() -> Catalog:
    """All messages of the package, found as `locale/babel.cfg` tells Babel to."""
    with (LOCALES / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = Catalog(fuzzy=False)
    keywords = {**DEFAULT_KEYWORDS, "N_": None}
    for _, _, message, comments, context in extract_from_dir(
        PACKAGE,
        [(pattern.removeprefix("generator/"), method) for pattern, method in methods],
        {pattern.removeprefix("generator/"): each for pattern, each in options.items()},
        keywords,
    ):
        found.add(message, auto_comments=comments, context=context)
    return found


def renewed(translations: str, messages: Catalog) -> str:
    """Return the text of a .po with exactly these messages: new ones are empty, and what nobody asks for is gone.

    Neither files nor dates are named, and the messages stand in the order of the alphabet: to move a module, or to work
    on another day, changes nothing here. The head is left as it was written: Babel would put dates into it.
    """
    head, _, _ = translations.partition("\n\n")
    told = read_po(BytesIO(translations.encode()), abort_invalid=True)
    told.update(messages, no_fuzzy_matching=True)
    body = BytesIO()
    write_po(
        body, told, width=WIDTH, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True
    )
    return f"{head}\n\n{body.getvalue().decode().strip()}\n"


def untranslated(translations: str) -> list[str]:
    """Name the messages that a .po has no words for."""
    told = read_po(BytesIO(translations.encode()), abort_invalid=True)
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in told
        if message.id and not all([message.string] if isinstance(message.string, str) else message.string)
    ]


def main() -> None:
    messages = extracted()
    for file in sorted(LOCALES.glob("*/messages.po")):
        text = renewed(file.read_text(encoding="utf-8"), messages)
        file.write_text(text, encoding="utf-8", newline="\n")
        for message in untranslated(text):
            print(f"{file.relative_to(PACKAGE.parent).as_posix()}: to be translated: {message}")


if __name__ == "__main__":
    main()
