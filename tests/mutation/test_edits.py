"""Slips of the pen that would mislead a customer are found by `guia check`; `guia promises --check` shows every one."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.i18n import words
from generator.linter.runner import examine
from generator.promises.changes import changes
from generator.promises.reading import promises
from generator.promises.terms import terms
from generator.source.reader import SourceFile
from tests.catalogues import PORTUGUESE, catalogue
from tests.mutation.edits import EDITS, Edit

TEXT = PORTUGUESE.read_text(encoding="utf-8")
WORDS = words("pt-BR")
ACCEPTED = promises(catalogue(PORTUGUESE), WORDS)

BAR = 0.9
"""The least share of edits that the checks find by themselves."""

UNNOTICED = {
    "de você, mas do cliente": "Who pays is told in words that name no price.",
    "A cobrança é feita": "The text leaves a waiver out, and says nothing that is not so.",
    "a cobrança é\n          dobrada": "The text leaves a waiver out, in words that say nothing of a price.",
    "depuracao: {state: included, facts: [p3, d6]": "One of its facts tells of it for another modality.",
    "text: Não, é prioritário ou emergencial": "One word each is too little to go by.",
    "audience: Quem tem um caso que só acontece": "Its own name stands in the text of the other.",
    "audience: Quem precisa de um consultor no próprio local.": "The texts share too few words with their entries.",
    "name: Nenhuma inconsistência": "The outcomes are told in the same few words.",
}
"""What only the promises show, by the beginning of its new text, and why."""


def judge(edit: Edit) -> tuple[list[str], bool]:
    """Give the codes that `guia check` tells of an edit, and whether `guia promises --check` lets it pass."""
    found = examine(SourceFile("modalities.yaml", edit(TEXT)))
    codes = [each.code for each in found.diagnostics]
    if not found.ok or found.catalogue is None:
        return codes, False  # of a catalogue with an error nothing is promised
    return codes, not changes(ACCEPTED, promises(found.catalogue, WORDS), terms(WORDS))


def expected(edit: Edit) -> bool:
    return not any(new.startswith(each) for _, new in edit.changes for each in UNNOTICED)


@pytest.fixture(scope="module")
def judged() -> dict[Edit, tuple[list[str], bool]]:
    return {edit: judge(edit) for edit in EDITS}


def test_most_misleading_edits_are_found_by_the_checks_alone(judged, record_property):
    """Of each kind, all are found that contradict something in the catalogue; of the others, a reason is given."""
    found = Counter(edit.kind for edit, (codes, _) in judged.items() if codes)
    lines = [
        f"{kind:12}{found[kind]:4} of {made}" for kind, made in Counter(each.kind for each in EDITS).items()
    ]
    lines.append(f"{'all':12}{found.total():4} of {len(EDITS)}")
    record_property("score", "\n".join(lines))
    print(*lines, sep="\n")

    assert found.total() >= BAR * len(EDITS)
    assert {edit.name for edit, (codes, _) in judged.items() if bool(codes) != expected(edit)} == set()


def test_every_misleading_edit_changes_the_promises(judged):
    """Whoever reviews a change sees each of them, as an error or as a line of `promises.txt`."""
    assert [edit.name for edit, (_, passes) in judged.items() if passes] == []


def test_the_catalogue_without_an_edit_has_no_finding():
    """Nothing of this would say anything if the checks complained in any case."""
    assert examine(SourceFile("modalities.yaml", TEXT)).diagnostics == ()
    assert len({each.name for each in EDITS}) == len(EDITS)
