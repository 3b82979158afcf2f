"""What the scripts say, in the guide's language: a dictionary for each component, published with its data."""

from __future__ import annotations

from generator.catalogue.pricing_rules import PriceState
from generator.i18n import Words
from generator.views.states import price_word
from generator.wording import finder_sentences, phrases


def words(words: Words) -> dict[str, dict[str, str]]:
    """Return the words of all scripts; ``{name}`` in one is filled in the browser."""
    return {
        "states": {state.value: price_word(words, state) for state in PriceState},
        "shared": _shared(words),
        "finder": finder_sentences.sentences(words),
        "matrix": _matrix(words),
        "quote": phrases.sentences(words),
    }


def _shared(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "sources": _("Sources:"),
        "inference": _("inference"),
    }


def _matrix(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "count": _("{shown} of {all}"),
        "status": _("Shown: {shown} of {all} modalities, {rows} of {all_rows} rows."),
        "none": _("Choose at least one modality."),
        "alike": _("In every row, the modalities shown say the same."),
        "single": _("Differences show once two modalities stand side by side."),
        "highlight": _("Highlight {modality}"),
        "closed": _("{modality}, {state}"),
        "left_out": _("Not on this paper: {what}."),
        "left_modalities": _("the modalities {names}"),
        "left_alike": _("rows in which the modalities shown say the same: {number}"),
        "left_requesters": _("what concerns other requesters only ({requester} asks)"),
        "marked": _("Highlighted: {names}."),
    }
