"""Every check, from its words and its examples."""

from __future__ import annotations

from collections.abc import Iterator

from docs.tooling.phrases import ENGLISH, Phrases
from generator.i18n import Words, words
from generator.linter.examples import examples
from generator.linter.runner import FAMILIES, Check, check, codes
from generator.reporters.excerpt import fragment
from generator.reporters.explain import FAMILY_TITLES, MOST, said_of
from generator.reporters.message import SEVERITIES


def pages(said: Phrases) -> dict[str, str]:
    """Write a page for each family, and one that lists all codes."""
    told = words(said.language)
    families = {
        family: [check(code) for code in codes() if check(code).family == family] for family in FAMILIES
    }
    made = {"README.md": _list(families, said, told)}
    for family, members in families.items():
        parts = [f"# {told.gettext(FAMILY_TITLES[family])}", said.family_opening.strip()]
        for known in members:
            parts += _check(known, said, told)
        made[f"{family}.md"] = "\n\n".join(parts) + "\n"
    return made


def _list(families: dict[str, list[Check]], said: Phrases, told: Words) -> str:
    parts = [f"# {said.checks_title}", said.checks_opening.strip()]
    for family, members in families.items():
        rows = [f"| {said.code} | {said.severity} | {said.problem} |", "| --- | --- | --- |"]
        rows += [
            f"| [`{known.code}`]({family}.md#{known.code}) | {told.gettext(SEVERITIES[known.severity])} "
            f"| {told.gettext(known.words.title)} |"
            for known in members
        ]
        parts += [f"## [{told.gettext(FAMILY_TITLES[family])}]({family}.md)", "\n".join(rows)]
    return "\n\n".join(parts) + "\n"


def _check(known: Check, said: Phrases, told: Words) -> Iterator[str]:
    severity = told.gettext(SEVERITIES[known.severity])
    yield f"## `{known.code}`"
    yield f"**{told.gettext(known.words.title)}** ({severity})"
    yield _filled(told.gettext(known.words.message))
    yield f"**{said.mend}:** {_filled(told.gettext(known.words.cure))}"
    shown = examples(known.file)
    for title, group in ((said.wrong, shown["broken"]), (said.right, shown["near_miss"])):
        for example in group[:MOST]:
            # Why an example is one is written for whoever works on the check, in English.
            yield f"**{title}.** {example.why}" if said is ENGLISH else f"**{title}:**"
            yield _fenced(fragment(example), "yaml")
            if sentences := dict.fromkeys(said_of(known.code, example, told)):
                yield said.told
                yield _fenced("\n".join(sentences), "text")


def _filled(sentence: str) -> str:
    """Show a sentence with its holes: what stands in them depends on the case."""
    return sentence.replace("<", "&lt;").replace("{", "*").replace("}", "*")


def _fenced(text: str, language: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text}\n{fence}"
