"""Tells a file that was never meant as a catalogue: what its lines lack as one is worth a single word."""

from __future__ import annotations

import re

from generator.catalogue.keys_meant import near
from generator.catalogue.root import Catalogue
from generator.source.parser import Tree
from generator.source.reader import SourceFile

_KEYS = Catalogue.model_fields.keys()
_BEGINS = re.compile(rf"^\W{{0,3}}(?:{'|'.join(_KEYS)})[\"']?[ \t]*(?::|$)", re.MULTILINE)
_FEW = 40
"""Keys at the top of a file that are compared with those of a catalogue, which has fewer."""


def is_another(tree: Tree, source: SourceFile) -> bool:
    """Tell whether no line of a text begins as a key of a catalogue does, not even as a slip in one."""
    values = tree.values
    if values is None and not tree.diagnostics:
        return False  # empty, but for comments
    keys = list(values)[:_FEW] if isinstance(values, dict) else []
    return not (any(key in _KEYS or near(key, _KEYS) for key in keys) or _BEGINS.search(source.text))
