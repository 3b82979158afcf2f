"""`aspects`: what else readers compare modalities by, where the answer is a few words and no yes or no."""

from __future__ import annotations

from generator.catalogue.entry import Entry
from generator.catalogue.fields import Id, Line


class Aspect(Entry):
    """A thing that is told of every modality, or is said to be unknown: how soon, on which days, in which form."""

    id: Id
    name: Line
