"""What a code means: its words, and its wrong and right examples; or all codes, family by family."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.diagnostics import Diagnostic
from generator.i18n import N_, Words
from generator.linter.examples import RuleExample, examples
from generator.linter.runner import FAMILIES, Check, check, codes, examine
from generator.reporters.excerpt import HERE, fragment
from generator.reporters.message import SEVERITIES, message
from generator.source.reader import Unreadable, decode

MOST = 3
"""Examples of each kind: more make the page no clearer."""

FAMILY_TITLES = {
    "syntax": N_("How the file is written"),
    "shape": N_("Keys and values"),
    "references": N_("Ids, and what they mean"),
    "access": N_("Who may ask"),
    "scopes": N_("What is covered"),
    "tables": N_("Tables of cases"),
    "money": N_("Prices"),
    "finder": N_("The finder"),
    "claims": N_("Claims"),
    "provenance": N_("Facts and sources"),
    "names": N_("Names"),
    "text": N_("Texts"),
    "suppressions": N_("Suppressions"),
    "pages": N_("Pages and settings"),
}
"""What each family of checks is about; one that is not named here goes by the name of its folder."""


def render(code: str, words: Words) -> str:
    """Tell what a code means; raises `KeyError` where there is none of that name."""
    known = check(code)
    told = examples(known.file)
    severity = words.gettext(SEVERITIES[known.severity])
    parts = [f"{severity}[{code}]: {words.gettext(known.words.title)}", *_words_of(known, words)]
    for title, group in (
        (words.gettext("Wrong"), told["broken"]),
        (words.gettext("Right"), told["near_miss"]),
    ):
        parts += [f"{title}:\n\n{_indented(_shown(known, example, words))}" for example in group[:MOST]]
    return "\n\n".join(parts) + "\n"


def render_list(words: Words) -> str:
    """Tell all codes with their titles."""
    parts = []
    width = max(map(len, codes()))
    for family in FAMILIES:
        here = [code for code in codes() if check(code).family == family]
        title = words.gettext(FAMILY_TITLES[family]) if family in FAMILY_TITLES else family
        lines = [f"  {code:{width}}  {words.gettext(check(code).words.title)}" for code in here]
        parts.append("\n".join((title, *lines)))
    parts.append(words.gettext("`guia explain CODE` tells more of one, with examples."))
    return "\n\n".join(parts) + "\n"


def _words_of(known: Check, words: Words) -> Iterator[str]:
    """What a problem is and how it is mended; where the sentence has values, the examples below fill them."""
    sentence = words.gettext(known.words.message)
    if "{" not in sentence:
        yield sentence
    remedy = words.gettext(known.words.cure)
    if "{" not in remedy:
        yield words.gettext("How to mend it: {cure}").format(cure=remedy)


def _shown(known: Check, example: RuleExample, words: Words) -> str:
    """An example, with what is said of each of its faults."""
    text = fragment(example)
    said = dict.fromkeys(said_of(known.code, example, words))
    return "\n".join((text, *(f"{HERE.strip()} {sentence}" for sentence in said)))


def said_of(code: str, example: RuleExample, words: Words) -> Iterator[str]:
    """Give what a check says of its example: a sentence for each fault that it finds there."""
    return (message(each, words) for each in _found(code, example))


@cache
def _found(code: str, example: RuleExample) -> tuple[Diagnostic, ...]:
    """Examine an example once, in however many languages it is told."""
    if example.data is None or example.beside or not example.marks:
        return ()
    try:
        examined = examine(decode(example.data, ""))
    except Unreadable as fault:
        return (fault.diagnostic,)
    return tuple(each for each in examined.diagnostics if each.code == code)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
