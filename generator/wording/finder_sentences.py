"""The finder's sentences: one set of words for its script and for the terminal."""

from __future__ import annotations

from generator.i18n import Words


def sentences(words: Words) -> dict[str, str]:
    """Return every sentence by its key, in one language, with holes such as ``{modality}``."""
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
        "unsure": _("No source tells whether this is open to {requesters}: {modalities}. Ask first: {whom}."),
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
