"""Why requesters are told no price: they may not ask, or no source tells whether they may."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalogue.modalities import Access, Modality
from generator.wording.formatting import Formatter, Named, capital


def unpriced(form: Formatter, modality: Modality, requesters: Sequence[str]) -> str:
    """Say it of requesters with one stand, in inline Markdown: in its note where they have one, else by their names."""
    stands = form.catalogue.stands[modality.id]
    notes = {stands[each].note for each in requesters}
    if len(notes) == 1 and (note := notes.pop()):
        return note
    who, asked = form.requesters(requesters), form.named(modality)
    denied = stands[requesters[0]].state is Access.DENIED
    return capital(_denied(form, who, asked) if denied else untold(form, who, asked))


def untold(form: Formatter, who: Named, asked: Named) -> str:
    """Say that no source tells whether they may ask."""
    told = form.words.ngettext(
        "No source tells whether {requesters:subject} may ask for {modalities:object}.",
        "No source tells whether all of these may ask for {modalities:object}: {requesters:subject}.",
        who.number,
    )
    return told.format(requesters=who, modalities=asked)


def _denied(form: Formatter, who: Named, asked: Named) -> str:
    told = form.words.ngettext(
        "{requesters:subject} may not ask for {modality:object}.",
        "{requesters:subject} may not ask for {modality:object}.",
        who.number,
    )
    return told.format(requesters=who, modality=asked)
