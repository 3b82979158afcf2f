"""Tells a file that was never meant as a catalogue: what its lines lack as one is worth a single word."""

from __future__ import annotations

import re

from generator.catalogue.keys_meant import near
from generator.catalogue.root import Catalogue
from generator.source.parser import Tree
from generator.source.reader import SourceFile

_KEYS = Catalogue.model_fields.keys()
_BEGINS = re.compile(rf"^\W{{0,3}}(?:{'|'.join(_KEYS)})[\"']?[ \t]*(?::|$)", re.MULTILINE)
_PROSE = frozenset({"colon-in-text", "line-break-in-text", "special-first-character", "tag"})
"""Faults that any text has which was never meant as YAML; all others say more than that it is another file."""
_FEW = 40
"""Keys at the top of a file that are compared with those of a catalogue, which has fewer."""


def is_another(tree: Tree, source: SourceFile) -> bool:
    """Tell whether a text has keys at its top of which none is one of a catalogue, not even as a slip in one."""
    if not isinstance(tree.values, dict) or not tree.values or _BEGINS.search(source.text):
        return False
    if any(each.code not in _PROSE for each in tree.diagnostics):
        return False
    keys = list(tree.values)[:_FEW]
    return not any(key in _KEYS or near(key, _KEYS) for key in keys)
