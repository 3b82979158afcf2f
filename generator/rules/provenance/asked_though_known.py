"""A question that stands for a gap must not outlive it: the guide would still say that no source tells."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.gaps import missing
from generator.catalogue.root import Catalogue
from generator.diagnostics import Finding

_SHOWN = 3


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Hold a question against each modality that it names; where it names none, one that lacks it is enough."""
    for index, question in enumerate(catalogue.open_questions):
        if not question.gaps:
            continue
        about = [catalogue.modality[id_] for id_ in question.modalities] or list(catalogue.modalities)
        open_ = {each.id: missing(catalogue, each) for each in about}
        for number, kind in enumerate(question.gaps):
            known = [each for each in about if kind not in open_[each.id]]
            if known and (question.modalities or len(known) == len(about)):
                names = ", ".join(each.name for each in known[:_SHOWN])
                yield Finding(
                    ("open_questions", index, "gaps", number),
                    {"gap": kind, "modalities": names + ("…" if len(known) > _SHOWN else "")},
                    related=tuple(("modalities", catalogue.position[each.id]) for each in known[:_SHOWN]),
                )
