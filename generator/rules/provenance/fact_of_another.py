"""A fact that speaks of one modality says nothing of another: cited there, it was taken from the wrong line."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.standing import Standing, standing
from generator.catalogue.fields import Model
from generator.catalogue.root import Catalogue
from generator.catalogue.sources import Fact
from generator.diagnostics import Finding
from generator.language.wordlists import small


def check(catalogue: Catalogue) -> Iterator[Finding]:
    stands = standing(catalogue)
    if stands is None:
        return
    speaks = {name: _named(stands, fact) for name, fact in catalogue.facts.items()}
    for path, entry, facts in stands.citing("modalities"):
        others = [speaks[fact] for fact in facts]
        if len(path) > 2 and all(
            each and catalogue.modalities[int(path[1])].id not in each for each in others
        ):
            said = small(" ".join(_texts(entry)))
            if not any(small(name) in said for each in others for name in each.values()):
                values = {"fact": facts[0], "names": ", ".join(others[0].values())}
                yield Finding((*path, "facts"), values, facts=facts)


def _named(stands: Standing, fact: Fact) -> dict[str, str]:
    """Return the modalities that a fact names. A name of one word may be one of every day, and a sentence start so."""
    return {
        each.id: each.name
        for written, each in stands.named_in(fact.text)
        if written.startswith(each.name) and (" " in each.name or not fact.text.startswith(written))
    }


def _texts(entry: Model) -> Iterator[str]:
    return (text for _, text in entry if type(text) is str)
