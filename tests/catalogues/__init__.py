"""The catalogues that tests run on, and a loader that takes none with a fault in its shape.

None of them is the guide that is published: what its writers change must break no test of the engine.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.catalogue.loader import load
from generator.catalogue.root import Catalogue
from generator.source.parser import parse
from generator.source.reader import read

PORTUGUESE_GUIDE = Path(__file__).with_name("suporte")
"""A whole guide with the shapes of the published one: catalogue, settings and content."""
PORTUGUESE = PORTUGUESE_GUIDE / "modalities.yaml"
HARBOUR = Path(__file__).with_name("harbour.yaml")


@cache
def catalogue(path: Path) -> Catalogue:
    """Load a catalogue once; its objects are frozen, so that tests may share them."""
    loaded = load(parse(read(path)))
    assert loaded.diagnostics == ()
    assert loaded.catalogue is not None
    return loaded.catalogue
