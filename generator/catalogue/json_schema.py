"""The editor's JSON Schema: from the same classes that validate, with the ids that a catalogue has so far.

The ids are offered, not imposed. Where an id is wanted, the schema takes one of the known ones (so that an editor
completes it and shows what it is) or any other word in the form of an id: one that a writer has added a moment ago is
never red. Whether it leads anywhere is for `guia check` to say.

What an editor shows is written in English beside the classes and translated as the last thing, here: `extract` hands
every such sentence to Babel.
"""

from __future__ import annotations

import gettext
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel

from generator.catalogue.field_schemas import ID_SCHEMA
from generator.catalogue.fields import UNKNOWN
from generator.catalogue.references import HOMES, PARTS, Cases, RefersTo, marks
from generator.catalogue.root import Catalogue
from generator.i18n import Words
from generator.source.nodes import Value
from generator.source.parser import Tree

CONTEXT = "schema"
"""Context of the messages: `Code` as the title of a key is not the word of a page."""

Offer = dict[str, str]
"""Ids with what each of them is, in the catalogue's own words."""

_LONGEST = 160

_FORM = ("type", "pattern", "maxLength", "minimum")
"""What of an id's schema says how it is written."""

_CURE = "patternErrorMessage"
"""What an editor says, in its place of its own words, where a text is not of the wanted form."""

_OFFERED = {
    "unknown": "No source tells.",
    "requester": "Who asks.",
    "outcome": "How the analysis ends.",
    "modality": "The modality.",
}
"""What is offered though no catalogue has it as an entry."""

BESIDE = {"currency": ("Guide", "Rate"), "code": ("Suppression",)}
"""Keys whose values are known and stand in no catalogue, with the kinds of entries that have them."""

_ENGLISH = gettext.NullTranslations()


def schema(
    tree: Tree | None = None, words: Words = _ENGLISH, beside: Mapping[str, Offer] = MappingProxyType({})
) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a catalogue, told in these words.

    ``beside`` has what is offered though it stands in no catalogue, by the keys that take it: those of `BESIDE`. With a
    tree, it has the ids of that catalogue, even of one that is broken, as the catalogue itself tells of them.
    """

    def say(message: str) -> str:
        return words.pgettext(CONTEXT, message)

    made = Catalogue.model_json_schema()
    _close(made)
    _drop_null(made)
    _describe(made)
    made = _told(made, say)
    offered = {id_: say(told) for id_, told in _OFFERED.items()}
    if tree is not None and isinstance(tree.values, dict):
        form = {**{key: ID_SCHEMA[key] for key in _FORM}, _CURE: say(ID_SCHEMA[_CURE])}
        _offer(made["$defs"], _offers(tree.values, offered), offered, form)
    for key, offer in beside.items():
        _offer_beside(made["$defs"], key, offer)
    _describe_lists(made)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schema_text(
    tree: Tree | None = None, words: Words = _ENGLISH, beside: Mapping[str, Offer] = MappingProxyType({})
) -> str:
    """Return the schema as it is committed: stable order, two spaces, one line end."""
    return json.dumps(schema(tree, words, beside), ensure_ascii=False, indent=2) + "\n"


def extract(*_: Any, **__: Any) -> Iterator[tuple[int, str, tuple[str, str], tuple[str, ...]]]:
    """Give Babel every message that a schema asks for: ``locale/babel.cfg`` names this as the way to find them.

    Most stand in docstrings and in arguments, where no keyword marks them; so the schema is made, and heard.
    """
    heard: dict[str, None] = {}

    class Hearing(gettext.NullTranslations):
        def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - as gettext calls it
            heard.setdefault(message)
            return message

    schema(words=Hearing())
    for message in heard:
        yield 1, "pgettext", (CONTEXT, message), ()


def _told(node: Any, say: Callable[[str], str]) -> Any:
    """Return a schema with all that a reader sees of it in other words."""
    if isinstance(node, list):
        return [_told(each, say) for each in node]
    if not isinstance(node, dict):
        return node
    made: dict[str, Any] = {}
    for key, value in node.items():
        # A catalogue's key can have these names, too: what stands behind it is no text.
        if key in ("title", "description", _CURE) and isinstance(value, str):
            made[key] = say(value)
        elif key == "enumDescriptions":
            made[key] = [say(each) for each in value]
        else:
            made[key] = _told(value, say)
    return made


def _close(node: Any) -> None:
    """Refuse keys that are no ids: pydantic only says what the value of a good key must be."""
    if isinstance(node, dict):
        if "patternProperties" in node:
            node["additionalProperties"] = False
            node["propertyNames"] = {"type": "string", "maxLength": ID_SCHEMA["maxLength"]}
        for value in node.values():
            _close(value)
    elif isinstance(node, list):
        for item in node:
            _close(item)


def _drop_null(node: Any) -> None:
    """Take out "or nothing": a key is left out or filled, and nothing after the colon is a slip."""
    if isinstance(node, list):
        for item in node:
            _drop_null(item)
    elif isinstance(node, dict):
        if "anyOf" in node and {"type": "null"} in node["anyOf"]:
            wanted = [each for each in node.pop("anyOf") if each != {"type": "null"}]
            if node.get("default", 0) is None:
                del node["default"]
            # What is said of the key goes before what is said of every value of its kind.
            node.update({"anyOf": wanted} if len(wanted) > 1 else {**wanted[0], **node})
        for value in node.values():
            _drop_null(value)


def _describe(made: dict[str, Any]) -> None:
    """Give each key a title, and the description of what it holds where it has none of its own: hover shows these."""
    for entry in (made, *made["$defs"].values()):
        entry["title"] = re.sub("(?<=[a-z])(?=[A-Z])", " ", entry["title"]).capitalize()
        for key, value in entry.get("properties", {}).items():
            if "description" not in value and (told := _description(value, made["$defs"])):
                value["description"] = told
            value["title"] = key.replace("_", " ").capitalize()


def _describe_lists(node: Any) -> None:
    """Let a list that stands for one value say what the value says: else an editor has two titles for it, or none."""
    if isinstance(node, list):
        for each in node:
            _describe_lists(each)
    elif isinstance(node, dict):
        if isinstance(told := node.get("description"), str):
            for each in node.get("anyOf", ()):
                if each.get("type") == "array":
                    each["description"] = told
        for each in node.values():
            _describe_lists(each)


def _description(node: dict[str, Any], defs: dict[str, Any]) -> str:
    if "description" in node:
        return str(node["description"])
    within = [*node.get("anyOf", ()), *node.get("patternProperties", {}).values()]
    if "items" in node:
        within.append(node["items"])
    if "$ref" in node:
        within.append(defs[node["$ref"].rpartition("/")[2]])
    return next((told for each in within if (told := _description(each, defs))), "")


def _offers(root: dict[str, Any], offered: Offer) -> dict[str, Offer]:
    """Collect the ids of a catalogue by what they are of; ``value of outcome`` has those of one dimension."""
    offers = {kind: _ids(_at_home(root, kind)) for kind in HOMES}
    offers[UNKNOWN.value] = {UNKNOWN.value: offered[UNKNOWN.value]}
    for kind, (part, listed) in PARTS.items():
        offers |= {
            f"{part} of {_text(each, 'id')}": _ids(_items(each, listed)) for each in _at_home(root, kind)
        }
    return offers


def _at_home(root: Value, kind: str) -> Iterator[Value]:
    """Give the entries of a kind in a tree that may be broken, from where they should stand."""
    found: list[Value] = [root]
    for key in HOMES[kind]:
        below = [each.get(key) for each in found if isinstance(each, dict)]
        found = [item for each in below for item in (each if isinstance(each, list) else (each,))]
    yield from found


def _items(value: Value, key: str) -> Iterator[Value]:
    found = value.get(key) if isinstance(value, dict) else None
    if isinstance(found, list):
        yield from found


def _ids(entries: Iterable[Value]) -> Offer:
    found: Offer = {}
    for each in entries:
        if id_ := _text(each, "id"):
            told = next(
                (text for key in ("name", "text", "term", "title") if (text := _text(each, key))), id_
            )
            found.setdefault(id_, told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…")
    return found


def _text(value: Value, key: str) -> str:
    found = value.get(key) if isinstance(value, dict) else None
    return found.strip() if isinstance(found, str) else ""


def _offer(defs: dict[str, Any], offers: dict[str, Offer], offered: Offer, form: dict[str, Any]) -> None:
    """Put the ids where they are wanted; each list of them stands once, under a name of its own.

    ``form`` is what any other word has to be.
    """

    def known(mark: RefersTo) -> str:
        kinds = (*mark.kinds, *((UNKNOWN.value,) if mark.or_unknown else ()))
        return listed("Or".join(map(_named, kinds)), *(offers[kind] for kind in kinds))

    def listed(name: str, *found: Offer) -> str:
        ids: Offer = {id_: told for each in found for id_, told in each.items()}
        if not ids:
            return ""
        told = {"enumDescriptions": list(ids.values()), "errorMessage": form[_CURE]}
        listing = {"type": "string", "enum": list(ids), **told}
        defs[f"Known{name}"] = {"anyOf": [listing, dict(form)]}
        return f"#/$defs/Known{name}"

    def part(cases: Cases, key: str) -> str:
        """Return the ids that stand behind a key of a map of cases."""
        if key in cases.built_in:
            return known(cases.part(key))
        of = f"{PARTS[cases.of][0]} of {key}"
        return listed(_named(of), offers.get(of, {}))

    for kind in _kinds_of_entries(Catalogue):
        for key, mark in marks(kind).items():
            value = defs[kind.__name__]["properties"][key]
            if isinstance(mark, Cases):
                names = {each: offered[each] for each in mark.built_in} | offers[mark.of]
                _name_keys(value, {id_: (told, part(mark, id_)) for id_, told in names.items()})
            elif "patternProperties" in value:
                names = {id_: told for each in mark.kinds for id_, told in offers[each].items()}
                _name_keys(value, {id_: (told, "") for id_, told in names.items()})
            elif ref := known(mark):
                _refer(value, ref)


def _offer_beside(defs: dict[str, Any], key: str, offer: Offer) -> None:
    """Offer what a key takes, wherever it stands; any other text of the same form is for the check to judge."""
    name = f"Known{key.title()}"
    for entry in (defs[kind] for kind in BESIDE[key]):
        node = entry["properties"][key]
        form = {each: node.pop(each) for each in (*_FORM, _CURE) if each in node}
        node.pop("examples", None)
        told = {"enumDescriptions": list(offer.values())}
        told |= {"errorMessage": form[_CURE]} if _CURE in form else {}
        defs[name] = {"anyOf": [{"type": "string", "enum": list(offer), **told}, form]}
        node["$ref"] = f"#/$defs/{name}"


def _named(kind: str) -> str:
    return kind.title().replace(" ", "")


def _kinds_of_entries(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Give every kind of entry that a kind holds, and those that they hold, each once."""
    seen: dict[type[BaseModel], None] = {}
    left = [kind]
    while left:
        for field in left.pop().model_fields.values():
            for each in _models(field.annotation):
                if each not in seen:
                    seen[each] = None
                    left.append(each)
    yield from seen


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and not get_args(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _models(each)


def _is_id(node: dict[str, Any]) -> bool:
    return all(node.get(key) == ID_SCHEMA[key] for key in _FORM)


def _refer(node: dict[str, Any], ref: str) -> None:
    """Put the known ids in the place of every id that a value is or holds."""
    if _is_id(node):
        for key in (*_FORM, _CURE, "examples"):
            node.pop(key, None)
        node["$ref"] = ref
        return
    for each in (*node.get("anyOf", ()), *((node["items"],) if "items" in node else ())):
        if _is_id(each):
            each.pop("description", None)
        _refer(each, ref)


def _name_keys(node: dict[str, Any], names: dict[str, tuple[str, str]]) -> None:
    """Name the keys that a map can have, each with what it is and, where there are such, the ids it can hold."""
    (form,) = node["patternProperties"].values()
    properties = {}
    for id_, (told, ref) in names.items():
        value = json.loads(json.dumps(form))
        if ref:
            _refer(value, ref)
        properties[id_] = {**value, "description": told}
    node["properties"] = properties
