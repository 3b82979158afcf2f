"""A fact that speaks of one modality says nothing of another: cited there, it was taken from the wrong line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.analysis.standing import Standing, standing
from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Fact
from generator.diagnostics import Finding, Path
from generator.language.wordlists import small


def check(catalogue: Catalogue) -> Iterator[Finding]:
    stands = standing(catalogue)
    if stands is None:
        return
    speaks = {name: _named(stands, fact) for name, fact in catalogue.facts.items()}
    for path, facts in stands.cited.items():
        if path[0] == "modalities" and len(path) > 2 and all(speaks[fact] for fact in facts):
            own = catalogue.modalities[int(path[1])].name
            names = {name for fact in facts for name in speaks[fact]}
            if any(name in own for name in names):
                continue  # as a rule; to gather all that is said takes longer
            said = small(" ".join((own, *_texts(catalogue, path))))
            if not any(small(name) in said for name in names):
                values = {"fact": facts[0], "names": ", ".join(sorted(speaks[facts[0]]))}
                yield Finding((*path, "facts"), values, facts=facts)


def _named(stands: Standing, fact: Fact) -> set[str]:
    """Return the modalities that a fact names. A name of one word may be one of every day, and a sentence start so."""
    return {
        each.name
        for written, each in stands.named_in(fact.text)
        if written.startswith(each.name) and (" " in each.name or not fact.text.startswith(written))
    }


def _texts(catalogue: Catalogue, path: Path) -> Iterator[str]:
    """Give the texts of the entry at a path."""
    entry: Any = catalogue
    for step in path:
        entry = entry[step] if isinstance(step, int) or isinstance(entry, Mapping) else getattr(entry, step)
    return (text for _, text in entry if type(text) is str)
