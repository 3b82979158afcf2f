"""The measuring itself: grown catalogues are as sound as what they grow from, and a run tells what it should."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from benchmarks import grow as growing
from benchmarks.grow import grow
from benchmarks.plain import markdown
from generator.linter.runner import examine, examine_file
from generator.source.reader import SourceFile
from tests.catalogues import PORTUGUESE, PORTUGUESE_GUIDE
from tests.node import TOP


@pytest.mark.parametrize("number", [5, 7, 30, 120])
def test_a_grown_catalogue_is_sound(number: int) -> None:
    examined = examine(SourceFile("grown.yaml", grow(PORTUGUESE, number)))
    # Nothing but what that catalogue has itself: as a rule, nothing.
    known = {each.code for each in examine_file(PORTUGUESE).diagnostics}
    assert [each for each in examined.diagnostics if each.code not in known] == []
    assert examined.catalogue is not None
    assert len(examined.catalogue.modalities) == number
    assert len({modality.name for modality in examined.catalogue.modalities}) == number


def test_groups_and_pricing_rules_grow_along() -> None:
    small, large = (
        examine(SourceFile("grown.yaml", grow(PORTUGUESE, number))).catalogue for number in (30, 120)
    )
    assert small is not None
    assert large is not None
    assert len(small.guide.groups) < len(large.guide.groups)
    assert len(small.pricing_rules) < len(large.pricing_rules)


def test_rounds_share_answers_of_a_large_finder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many rounds, the finder has no row for each: no tree of so many could be shown; all stay within reach."""
    monkeypatch.setattr(growing, "ROWS", 60)
    examined = examine(SourceFile("grown.yaml", grow(PORTUGUESE, 120)))
    assert [each.code for each in examined.diagnostics] == []
    assert examined.catalogue is not None
    finder = examined.catalogue.finder
    assert len(finder.rows) <= 60
    assert {id_ for row in finder.rows for id_ in row.recommend} >= set(examined.catalogue.modality)


def test_a_full_text_grows_no_longer(tmp_path: Path) -> None:
    """A text that fills its place has no room for the number of its round."""
    base = yaml.safe_load(PORTUGUESE.read_text(encoding="utf-8"))
    base["finder"]["rows"][0]["reason"] = "Sem razão alguma.".ljust(400, "!")
    full = tmp_path / "full.yaml"
    full.write_text(yaml.safe_dump(base, allow_unicode=True), encoding="utf-8")
    examined = examine(SourceFile("grown.yaml", grow(full, 17)))
    assert "text-too-long" not in {each.code for each in examined.diagnostics}


def test_markdown_holds_what_the_page_tells() -> None:
    html = (
        '<div><h2 id="a">Costs <a class="permalink" href="#a">#</a></h2><p>See <a href="../b/#c">there</a>.</p>'
        "<ul><li>one</li><li><strong>two</strong></li></ul>"
        "<table><caption>All</caption><thead><tr><th>X</th><th>Y</th></tr></thead>"
        "<tbody><tr><th>1</th><td>a|b</td></tr></tbody></table><footer>left out</footer></div>"
    )
    assert markdown(html, "a/") == (
        "## Costs\n\nSee [there](../b/index.md#c).\n\n- one\n- **two**\n\n"
        "All\n\n| X | Y |\n| --- | --- |\n| 1 | a\\|b |\n"
    )


def test_a_run_prints_its_table() -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "benchmarks.run",
            "--sizes",
            "5",
            "--guide",
            str(PORTUGUESE_GUIDE),
            "--repeats",
            "1",
            "--many",
            "30",
            "--checks",
            "1",
        ],
        cwd=TOP,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    lines = run.stdout.splitlines()
    assert lines[0].split()[:3] == ["modalities", "CPU", "s"]
    assert [line.split()[0] for line in lines[1:4]] == ["5", "plain", "ratio"]
    assert any("guia check" in line for line in lines)
