"""Of the theme's sheet only the rules that a page can match: what can match nothing is four fifths of its bytes.

A rule goes only when it cannot match: when its selector asks for a class, an id, or an attribute of the theme's own
that stands on no page. Elements, states and whatever this does not understand are taken to be on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import tinycss2
from tinycss2.ast import (
    AtRule,
    CurlyBracketsBlock,
    FunctionBlock,
    HashToken,
    IdentToken,
    LiteralToken,
    Node,
    QualifiedRule,
    SquareBracketsBlock,
)

from generator.theme import material

USED = re.compile(r"var\(\s*(--[\w-]+)|\banimation(?:-name)?\s*:\s*([^;}]+)")
_WORD = re.compile(r"[\w-]+")
_GROUPS = ("media", "supports")
_ANY_OF = ("is", "where", "has", "matches", "-webkit-any", "-moz-any")


@dataclass(frozen=True)
class Names:
    """What can stand on a page: classes, ids and attributes; and ``used``, which other sheets and scripts ask for.

    Those are custom properties and animations: they may be asked for where no rule of the theme does.
    """

    present: frozenset[str]
    used: frozenset[str] = frozenset()


def used_in(css: str) -> Iterator[str]:
    """Give the custom properties and the animations that a text of CSS asks for."""
    for name, animation in USED.findall(css):
        yield from (name,) if name else _WORD.findall(animation)


@dataclass(frozen=True)
class _Rule:
    """A rule, or a group of rules; ``keyframes`` has the name where it is an animation."""

    head: str
    declarations: tuple[str, ...] = ()
    rules: tuple[_Rule, ...] = ()
    keyframes: str = ""

    def text(self) -> str:
        inner = "".join(each.text() for each in self.rules) or ";".join(self.declarations)
        return f"{self.head}{{{inner}}}"


@lru_cache(maxsize=2)
def kept(sheet: str, names: Names) -> str:
    """Return the rules of a sheet that can match, and of its custom properties those that something asks for."""
    rules = tuple(_possible(_parsed(sheet), names.present))
    used = _asked(rules, names.used)
    return "".join(each.text() for each in _asked_for(rules, used))


@lru_cache(maxsize=2)
def _parsed(sheet: str) -> tuple[Node, ...]:
    """Parse a sheet; a preview does it once."""
    return tuple(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


# Which rules can match


def _possible(nodes: Iterable[Node], present: frozenset[str]) -> Iterator[_Rule]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            if head := _head(node.prelude, present):
                yield _Rule(head, _declarations(node.content))
        elif isinstance(node, AtRule):
            head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            if node.content is None:
                yield _Rule(head)
            elif node.lower_at_keyword in _GROUPS:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                if rules := tuple(_possible(inner, present)):
                    yield _Rule(head, rules=rules)
            else:
                name = (
                    tinycss2.serialize(node.prelude).strip() if "keyframes" in node.lower_at_keyword else ""
                )
                yield _Rule(head, (tinycss2.serialize(node.content),), keyframes=name)


def _head(prelude: Sequence[Node], present: frozenset[str]) -> str:
    """Return the selectors of a rule that can match.

    Where not every browser knows one of them, all stay or none: one that does not know it passes over the whole rule,
    and would no longer if it were gone.
    """
    selectors = _split(prelude, ",")
    possible = [each for each in selectors if _can_match(each, present)]
    if possible and not all(_is_known_everywhere(each) for each in selectors):
        possible = selectors
    return ",".join(tinycss2.serialize(each).strip() for each in possible)


def _can_match(selector: Sequence[Node], present: frozenset[str]) -> bool:
    before = ""
    for node in selector:
        match node:
            case IdentToken(value=name) if before == "." and name not in present:
                return False
            case HashToken(value=name) if name not in present:
                return False
            case SquareBracketsBlock(content=attribute) if not _can_have(attribute, present):
                return False
            case FunctionBlock(lower_name=name, arguments=several) if name in _ANY_OF:
                if not any(_can_match(each, present) for each in _split(several, ",")):
                    return False
        before = node.value if isinstance(node, LiteralToken) else ""
    return True


def _can_have(attribute: Sequence[Node], present: frozenset[str]) -> bool:
    name = next((node.value for node in attribute if isinstance(node, IdentToken)), "")
    return not material.is_own_attribute(name) or name in present


def _is_known_everywhere(selector: Sequence[Node]) -> bool:
    for before, node in pairwise([LiteralToken(0, 0, ""), *selector]):
        if isinstance(node, FunctionBlock) and node.lower_name in _ANY_OF:
            return False
        if _is(before, ":") and isinstance(node, IdentToken) and node.value.startswith("-"):
            return False
    return True


def _split(nodes: Sequence[Node], sign: str) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if _is(node, sign):
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _is(node: Node, sign: str) -> bool:
    return isinstance(node, LiteralToken) and node.value == sign


# Which custom properties and animations are asked for


def _declarations(content: Sequence[Node]) -> tuple[str, ...]:
    if any(isinstance(node, CurlyBracketsBlock) for node in content):  # a rule in a rule: it stays as it is
        return (tinycss2.serialize(content),)
    parts = (tinycss2.serialize(each).strip() for each in _split(content, ";"))
    return tuple(each for each in parts if each)


def _asked(rules: Sequence[_Rule], outside: frozenset[str]) -> frozenset[str]:
    """Return which are asked for by a rule, from outside, or by a property that is itself asked for."""
    asked, waiting = set(outside), []
    for text in _all_declarations(rules):
        if text.startswith("--"):
            waiting.append((text.partition(":")[0], tuple(used_in(text))))
        else:
            asked.update(used_in(text))
    while found := {used for name, uses in waiting if name in asked for used in uses} - asked:
        asked |= found
    return frozenset(asked)


def _all_declarations(rules: Iterable[_Rule]) -> Iterator[str]:
    for rule in rules:
        yield from rule.declarations
        yield from _all_declarations(rule.rules)


def _asked_for(rules: Iterable[_Rule], asked: frozenset[str]) -> Iterator[_Rule]:
    for rule in rules:
        if rule.keyframes and rule.keyframes not in asked:
            continue
        declarations = tuple(
            text for text in rule.declarations if not text.startswith("--") or text.partition(":")[0] in asked
        )
        inner = tuple(_asked_for(rule.rules, asked))
        if declarations or inner:
            yield _Rule(rule.head, declarations, inner)
