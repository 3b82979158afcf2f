"""What is published for scripts has the shape that it is said to have, no more and no less."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from generator.publish import shape
from tests.scripts import types
from tests.site.site import Site

SCHEMA = shape.schema()

Place = tuple[str, str]
"""The name of a shape, and a key of it."""


def published(site: Site) -> dict[str, Any]:
    """Return both files of a built site."""
    names = {"data": "data.json", "index": "search.json"}
    (folder,) = site.folder.glob("assets/guide.*/")
    return {key: json.loads((folder / name).read_text(encoding="utf-8")) for key, name in names.items()}


def told(schema: dict[str, Any], value: Any, name: str = "") -> Iterator[Place]:
    """Give each place of a schema that a value fills."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = SCHEMA["$defs"][name]
    if value is None:
        return
    for each in schema.get("anyOf", ()):
        if each.get("type") != "null":
            yield from told(each, value, name)
    if isinstance(value, list):
        for each in value if "items" in schema else ():
            yield from told(schema["items"], each, name)
    if isinstance(value, dict):
        for key, each in value.items():
            if key in schema.get("properties", {}):
                yield name, key
                yield from told(schema["properties"][key], each, f"{name}.{key}")
            elif isinstance(schema.get("additionalProperties"), dict):
                yield from told(schema["additionalProperties"], each, name)


def test_the_published_data_has_its_shape(site: Site) -> None:
    """Each key is one that the scripts know, none is missing, and each value is of its kind."""
    validator = jsonschema.Draft202012Validator(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    faults = [f"{each.json_path}: {each.message}" for each in validator.iter_errors(published(site))]
    assert faults == []


def test_the_shape_has_nothing_that_is_never_published(portuguese: Site, harbour: Site) -> None:
    """Each key of the shape is filled by one of the two guides, so that no script waits for what never comes."""
    filled = {place for site in (portuguese, harbour) for place in told(SCHEMA, published(site))}
    wanted = {(name, key) for name, each in SCHEMA["$defs"].items() for key in each.get("properties", ())}
    assert wanted - filled == set()


@pytest.mark.parametrize(
    "place", [("data",), ("data", "words", "simulator"), ("data", "finder"), ("index",)], ids=".".join
)
def test_a_key_that_no_script_knows_is_refused(portuguese: Site, place: tuple[str, ...]) -> None:
    """The shape is closed: what is published under a new name, or no longer under the old one, is a fault."""
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for spoil in ("add", "remove"):
        made = published(portuguese)
        within = made
        for key in place:
            within = within[key]
        if spoil == "add":
            within["invented"] = "x"
        else:
            within.pop(next(iter(within)))
        assert not validator.is_valid(made), spoil


def test_the_types_of_the_scripts_are_fresh() -> None:
    """The types that the scripts are held to are those of the shape, and no folder of scripts is left out."""
    assert types.TYPES.read_text(encoding="utf-8") == types.types()
    assert types.SETTINGS.read_text(encoding="utf-8") == types.settings()
