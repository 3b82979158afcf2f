"""What readers notice, as links: into the finder with an answer given, or to a modality."""

from __future__ import annotations

from urllib.parse import urlencode

from generator.catalogue.finder import Symptom
from generator.views.context import Context, Link
from generator.views.finder_places import anchor, followed


def symptoms(context: Context) -> tuple[Link, ...]:
    """Give the symptoms in the catalogue's order."""
    return tuple(Link(each.text, _href(context, each)) for each in context.catalogue.finder.symptoms)


def _href(context: Context, symptom: Symptom) -> str:
    """The query is for the finder's script; without one, the anchor leads to the same part of its tree."""
    if symptom.modality:
        return context.href(context.addresses.modality(symptom.modality))
    place = followed(context.whole.tree, symptom.answers)
    there = context.href(context.addresses.finder)
    return f"{there}?{urlencode(symptom.answers)}#{anchor(context.whole.words, place)}"
