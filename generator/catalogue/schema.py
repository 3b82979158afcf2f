"""The editor's JSON Schema, from the same classes that validate."""

from __future__ import annotations

import json
from typing import Any

from generator.catalogue.whole import Catalogue


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a catalogue."""
    made = Catalogue.model_json_schema()
    _close(made)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _close(node: Any) -> None:
    """Refuse keys that are no ids: pydantic only says what the value of a good key must be."""
    if isinstance(node, dict):
        if "patternProperties" in node:
            node["additionalProperties"] = False
        for value in node.values():
            _close(value)
    elif isinstance(node, list):
        for item in node:
            _close(item)


def schema_text() -> str:
    """Return the schema as it is committed: stable order, two spaces, one line end."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
