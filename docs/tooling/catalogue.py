"""The catalogue key by key, from the JSON Schema that the model gives to editors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docs.tooling.phrases import ENGLISH, Phrases
from generator.catalogue.json_schema import schema
from generator.i18n import words
from generator.linter.examples import smallest

Node = Mapping[str, Any]

_BLOCK = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
"""Where a top-level key of a catalogue begins."""


def page(said: Phrases) -> str:
    """Write the page: each top-level key, and below it what can stand there for the first time."""
    model = schema(words=words(said.language))
    pieces = {block.partition(":")[0]: block for block in _BLOCK.split(smallest())}
    parts = [f"# {said.catalogue_title}", said.catalogue_opening.strip(), _table(model, said, model["$defs"])]
    told: set[str] = set()
    for key, node in model["properties"].items():
        parts += [f"## `{key}`", _plain(node["description"])]
        if piece := pieces.get(key):
            parts += [said.smallest, f"```yaml\n{piece.rstrip()}\n```"]
        for name in _within(node, model["$defs"], told):
            # `guide` and `finder` are no lists: the key and what it holds are one.
            parts += [_table(model["$defs"][name], said, model["$defs"])] if anchor(name) == key else ()
            parts += _definition(name, model["$defs"], said) if anchor(name) != key else ()
    return "\n\n".join(parts) + "\n"


def _definition(name: str, defs: Mapping[str, Node], said: Phrases) -> list[str]:
    node = defs[name]
    where = [
        f"[{entry['title']}](#{anchor(other)}) `{key}`"
        for other, entry in defs.items()
        for key, value in entry.get("properties", {}).items()
        if name in _refs(value)
    ]
    # A heading makes its anchor of its words, on a code host and in MkDocs: in English, that is the one wanted.
    parts = [] if said is ENGLISH else [f'<a id="{anchor(name)}"></a>']
    parts += [f"### {node['title']}", _plain(node.get("description", ""))]
    if where and len(where) < len(defs) // 2:  # what stands in nearly all says nothing by a list of them
        parts.append(said.stands_in.format(where=", ".join(where)))
    if "enum" in node:
        lines = (
            f"- `{word}`: {_plain(told)}"
            for word, told in zip(node["enum"], node["enumDescriptions"], strict=True)
        )
        return [*parts, said.choice, "\n".join(lines)]
    return [*parts, _table(node, said, defs)]


def anchor(name: str) -> str:
    """Return where a class of the model is told of, in either language."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _table(node: Node, said: Phrases, defs: Mapping[str, Node]) -> str:
    rows = [
        f"| {said.key} | {said.value} | {said.needed} | {said.what} |",
        "| --- | --- | --- | --- |",
    ]
    for key, value in node.get("properties", {}).items():
        # The keys of the whole catalogue lead to their own parts of the page.
        name = f"[`{key}`](#{key})" if "$defs" in node else f"`{key}`"
        needed = _needed(key, value, node, said)
        rows.append(f"| {name} | {_kind(value, said, defs)} | {needed} | {_plain(value['description'])} |")
    return "\n".join(rows)


def _needed(key: str, value: Node, node: Node, said: Phrases) -> str:
    if key in node.get("required", ()):
        return said.yes
    default = value.get("default")
    if isinstance(default, bool):
        return said.left_out.format(default=str(default).lower())
    return said.left_out.format(default=default) if isinstance(default, str) else said.no


def _kind(node: Node, said: Phrases, defs: Mapping[str, Node]) -> str:
    """Say what stands behind the colon of a key."""
    made = said.text
    match node:
        case {"$ref": str(ref)}:
            name = ref.rpartition("/")[2]
            made = f"[{defs[name]['title']}](#{anchor(name)})"
        case {"anyOf": [one, {"type": "array"}]}:
            made = said.one_or_list.format(what=_kind(one, said, defs))
        case {"anyOf": [_, {"const": "unknown"}]}:
            made = said.known_count
        case {"type": "array", "items": items}:
            made = said.list_of.format(what=_kind(items, said, defs))
        case {"type": "object", "patternProperties": forms}:
            made = said.map_to.format(what=_kind(next(iter(forms.values())), said, defs))
        case {"enum": list(choices)}:
            made = said.one_of.format(what=", ".join(f"`{word}`" for word in choices))
        case {"type": "boolean"}:
            made = said.flag
        case {"type": ["integer", "string"]}:
            made = said.count
        case {"type": ["string", "number"]}:
            made = said.amount
        case {"format": "date"}:
            made = said.day
        case {"type": "string", "maxLength": 60}:
            made = said.id
    return made


def _within(node: Any, defs: Mapping[str, Node], told: set[str]) -> Iterator[str]:
    """Give the classes that a key leads to, each once on the whole page, before what they lead to themselves."""
    for name in _refs(node):
        if name not in told:
            told.add(name)
            yield name
            yield from _within(defs[name], defs, told)


def _refs(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(ref := node.get("$ref"), str):
            yield ref.rpartition("/")[2]
        for value in node.values():
            yield from _refs(value)
    elif isinstance(node, list):
        for each in node:
            yield from _refs(each)


def _plain(told: str) -> str:
    """Keep a description from being more than text in a cell of a table."""
    return told.replace("|", r"\|").replace("[", r"\[").replace("<", "&lt;")
