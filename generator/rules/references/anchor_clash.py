"""On some pages ids are anchors: one that is an anchor already would lead every shared link to the wrong part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding, Path
from generator.i18n import words
from generator.routes import anchors, prefixes

NEEDS = ("guide.language",)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    told = words(catalogue.guide.language)
    modalities = [(("modalities", index, "id"), each.id) for index, each in enumerate(catalogue.modalities)]
    questions = [
        (("open_questions", index, "id"), each.id) for index, each in enumerate(catalogue.open_questions)
    ]
    facts = [
        (("sources", index, "facts", number, "id"), fact.id)
        for index, source in enumerate(catalogue.sources)
        for number, fact in enumerate(source.facts)
    ]
    taken = anchors(told, "requester") | anchors(told, "costs") | anchors(told, "open_questions")
    yield from _clashes(modalities, taken, prefixes(told, "costs"))
    yield from _clashes(questions, anchors(told, "open_questions") | catalogue.modality.keys())
    yield from _clashes(facts, (), prefixes(told, "sources"))
    # A case is called by its codes, in small letters on the page: those of the modality, who asks, how it ended.
    codes = [{each.code.lower() for each in part} for part in (catalogue.modalities, catalogue.requesters)]
    outcomes = {each.code.lower() for each in catalogue.outcomes}
    for path, id_ in modalities:
        parts = id_.split("-")
        if len(parts) > 2 and all(
            part in known for part, known in zip(parts, (*codes, outcomes), strict=False)
        ):
            yield Finding(path, {"id": id_})


def _clashes(
    ids: Iterable[tuple[Path, str]], taken: Iterable[str], beginnings: tuple[str, ...] = ()
) -> Iterator[Finding]:
    for path, id_ in ids:
        if id_ in taken or (beginnings and id_.startswith(beginnings)):
            yield Finding(path, {"id": id_})
