"""A basis of price stands in two files: its word in the model, and the row that says what the word means."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.catalogue.pricing_rules import Basis, PriceState
from generator.pricing.basis import BASES
from tests.catalogues import HARBOUR
from tests.node import TOP
from tests.package import copied

PACKAGE = TOP / "generator"
MODEL, TABLE = "catalogue/pricing_rules.py", "pricing/basis.py"
NAMED = re.compile(rf"\bBasis\.(?:{'|'.join(Basis.__members__)})\b|\bbasis (?:==|!=|in) ")


def test_each_basis_has_its_row():
    """Whoever asks what a basis means gets an answer."""
    assert list(BASES) == list(Basis)


def test_no_other_module_asks_for_a_single_basis():
    """Of all that the package does, nothing depends on which basis it is, but on what its row says."""
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*")
        if path.suffix in (".py", ".jinja", ".js") and NAMED.search(path.read_text(encoding="utf-8"))
    }
    assert asking == {TABLE}


def test_a_basis_has_amounts_only_where_it_may_charge():
    """An amount is what somebody is charged, and so is a bill by time."""
    for basis, row in BASES.items():
        assert row.may_charge or not (row.has_amounts or row.by_time), basis
        assert not (row.has_amounts and row.by_time), basis
        assert row.may_charge is (PriceState.CHARGED not in row.never), basis


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A copy of the package that has one basis more, by a change of two files."""
    copied(tmp_path)
    word, row = '    QUOTE = "quote"', "    Basis.QUOTE: Traits("
    for name, before, added in (
        (MODEL, word, '    WEIGHT = "weight", "What is carried, by its weight."\n'),
        (TABLE, row, '    Basis.WEIGHT: Traits(name=lambda _words: "by weight", has_amounts=True),\n'),
    ):
        file = tmp_path / "generator" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1
        file.write_text(text.replace(before, added + before), encoding="utf-8")
    return tmp_path


def test_a_new_basis_is_a_word_and_a_row(changed: Path):
    """With both in place a catalogue may use it: the checks take its amounts, and a promise has its name."""
    catalogue = HARBOUR.read_text(encoding="utf-8")
    assert catalogue.count("basis: recurring") == 1
    (changed / "harbour.yaml").write_text(
        catalogue.replace("basis: recurring", "basis: weight"), encoding="utf-8"
    )
    checked, promised = (
        subprocess.run(
            [sys.executable, "-m", "generator", *command],
            cwd=changed,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for command in (["check", "harbour.yaml"], ["promises", "harbour.yaml"])
    )
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
    assert "by weight" in promised.stdout
