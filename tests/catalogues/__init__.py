"""The catalogues that tests run on, and a loader that takes none with a fault in its shape."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.catalogue.load import load
from generator.catalogue.whole import Catalogue
from generator.source.reader import read
from generator.source.tree import parse

REAL = Path(__file__).parents[2] / "modalities.yaml"
HARBOUR = Path(__file__).with_name("harbour.yaml")


@cache
def catalogue(path: Path) -> Catalogue:
    """Load a catalogue once; its objects are frozen, so that tests may share them."""
    loaded = load(parse(read(path)))
    assert loaded.diagnostics == ()
    assert loaded.catalogue is not None
    return loaded.catalogue
