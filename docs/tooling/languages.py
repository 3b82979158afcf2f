"""The languages that there are, and what each has in its folder."""

from __future__ import annotations

from generator.i18n import having, languages

PARTS = {
    "messages.po": (
        "All that the program says: pages, findings, promises, help. What is not translated is said in English.",
        "There is no such language: a guide in it is refused, and `--lang` names those that there are.",
    ),
    "spelling.txt": (
        "Words that the dictionary of the package `pyspellchecker` lacks; where that has no such language, all words.",
        "No spelling is judged.",
    ),
    "letters.txt": ("The letters that a slip may have put or taken.", "The letters are `a` to `z`."),
    "universal.txt": (
        "Words that speak of every case, or of no other.",
        "No sentence is asked for the claim that proves it.",
    ),
    "money.txt": ("Words that speak of price or payer.", "The same."),
    "forms.txt": ("The forms in which a sentence needs a name.", "A name stands in sentences as it is."),
    "plurals.txt": ("What the search cuts off first.", "The search knows no plural."),
    "endings.txt": ("What the search cuts off next.", "The search knows a word in the form that is typed."),
    "stopwords.txt": ("Words that the search leaves out of a question.", "Each word of a question counts."),
    "negations.txt": (
        "Words that deny the next one, for the search.",
        "What is denied is found as what is not.",
    ),
    "alike.txt": (
        "Letters that are mistaken for each other.",
        "In a short word, a mistaken letter is not forgiven.",
    ),
    "starter": (
        "The project that `guia new` begins with.",
        "`guia new` names the languages that it can begin in.",
    ),
}
"""What may lie in the folder of a language, what is done with it, and what becomes of a language without it."""

OPENING = """\
All that the program knows of a language lies in one folder, `generator/locale/<tag>/`, with `_` for the `-` of the tag:
`pt_BR`. Every part is found by its name, so nothing else names a language, and a further one is one more folder.

The folder of a country may hold only what is its own, such as `en_GB/spelling.txt`: whatever it lacks is looked for
in the folder of its language, and then in that of another country."""

REST = """\
How numbers, money and days are written comes from [Babel](https://babel.pocoo.org/) and from the reader's browser,
which know all languages. This manual is in English, and for writers in Portuguese; a language needs no part of it."""

ADDING = """\
1. Make the folder, and in it a `messages.po` that holds just its head: `msgid ""`, and a `msgstr` with `Language` and
   `Plural-Forms`, as in `pt_BR`.
2. `make messages` writes every message into it and names those that are to be translated. A guide can be built at once.
3. Write what else the table names, each list after the example of `pt_BR`: how its lines are made stands in its head.
4. `make docs` writes this page again.

`tests/build/test_language.py` does it with a language of its own."""


def page() -> str:
    """Write the page: what may lie in a folder, and which language has what."""
    parts = ["| in the folder | what it is | without it |", "| --- | --- | --- |"]
    parts += [f"| `{name}` | {what} | {without} |" for name, (what, without) in PARTS.items()]
    known = {name: having(name) for name in PARTS}
    rows = [f"| language | {' | '.join(f'`{name}`' for name in PARTS)} |", f"| --- |{' --- |' * len(PARTS)}"]
    for tag in languages():
        # English is what the code says.
        has = (
            "yes" if tag in known[name] else "the code" if name == "messages.po" else "no" for name in PARTS
        )
        rows.append(f"| `{tag}` | {' | '.join(has)} |")
    told = ["# Languages", OPENING, "\n".join(parts), REST, "## Those that there are", "\n".join(rows)]
    return "\n\n".join([*told, "## To add one", ADDING]) + "\n"
