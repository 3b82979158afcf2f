"""What the scripts say, in the guide's language: a dictionary for each component, published with its data."""

from __future__ import annotations

from generator.catalogue.pricing_rules import PriceState
from generator.i18n import Words
from generator.views.simulator import sentences
from generator.views.states import price_word


def words(words: Words) -> dict[str, dict[str, str]]:
    """Return the words of all scripts; ``{name}`` in one is filled in the browser."""
    return {
        "states": {state.value: price_word(words, state) for state in PriceState},
        "shared": _shared(words),
        "finder": _finder(words),
        "matrix": _matrix(words),
        "quote": sentences(words),
    }


def _shared(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "sources": _("Sources:"),
        "inference": _("inference"),
    }


def _finder(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        "progress": _("Question {number} of at most {most}"),
        "unknown": _("I do not know yet"),
        "back": _("Back"),
        "again": _("Start again"),
        "answers": _("Your answers"),
        "another": _("Change"),
        "another_for": _("Change your answer to “{question}”"),
        "recommended": _("Recommended: {modality}"),
        "also": _("Also:"),
        "why": _("Why it fits"),
        "others": _("What would fit with one other answer"),
        "near": _("With the answer “{answer}” to “{question}”:"),
        "open": _("It depends: {count} results are possible"),
        "decides": _("What decides: “{question}”"),
        "now": _("What to do now"),
        "possible": _("What is possible"),
        "cost": _("What it costs you"),
        "who": _("You are:"),
        "choose": _("Choose…"),
        "next": _("What to do next"),
        "first": _("First: {what}."),
        "steps": _("How to ask for {modality}, step by step"),
        "ask": _("Ask: {whom}."),
        "share": _("The address of this page holds your answers: keep it, or send it to somebody."),
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
