"""The README: its ten lines are lines of a catalogue and become what it says, and what it shows is there."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator import pages, rendering
from generator.i18n import words
from generator.linter.examples import SMALLEST
from generator.linter.runner import examine
from generator.source.reader import read
from generator.views.context import WholeGuide
from tests.docs.shown import TOP, blocks, run, stands_in

README = (TOP / "README.md").read_text(encoding="utf-8")
LARGEST_PICTURE = 150_000


def shown(kind: str) -> list[str]:
    return [block.text for block in blocks(README) if block.kind == kind]


def test_picture_comes_first() -> None:
    """It opens with a picture of the guide that says in words what is on it, and weighs little."""
    told, file = re.findall(r"\A# .+\n\n!\[([^]]+)\]\((.+?)\)", README)[0]
    assert len(told) > 40
    data = (TOP / file).read_bytes()
    assert data.startswith(b"\x89PNG\r\n")
    assert len(data) < LARGEST_PICTURE
    width, height = struct.unpack(">II", data[16:24])
    assert width >= 1000
    assert width > height


def test_ten_lines_stand_in_a_catalogue() -> None:
    """The ten lines are those of the smallest catalogue, letter for letter."""
    (lines,) = shown("yaml")
    assert lines.count("\n") == 10
    missing = [
        line for line in lines.splitlines() if line not in SMALLEST.read_text(encoding="utf-8").splitlines()
    ]
    assert missing == []


def test_ten_lines_become_the_table() -> None:
    """The table is that of the page of costs, cell by cell."""
    examined = examine(read(SMALLEST))
    assert examined.catalogue is not None
    whole = WholeGuide(examined.catalogue, words("en"), lambda _: (1, 1))
    costs = next(
        page for page in pages.all_pages(whole, examined.source) if page.address == whole.addresses.costs
    )
    html = LexborHTMLParser(rendering.render(rendering.environment(words("en")), whole, costs).html)
    made = [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in html.css("tr")][1:]
    table = re.findall(r"^\| (Owner .+) \|$", README, re.MULTILINE)
    assert len(made) == len(table)
    for cells, row in zip(made, table, strict=True):
        for cell, told in zip(cells, row.split(" | "), strict=True):
            assert cell.startswith(told)


def test_ten_lines_become_the_answer(tmp_path: Path) -> None:
    """`guia quote` says of the case what the README shows, and without the last line `guia check` refuses."""
    file = tmp_path / "modalities.yaml"
    text = SMALLEST.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    answer, refusal = shown("text")
    (command,) = (each for block in shown("console") for each in block.splitlines() if "guia quote" in each)
    done = run(command, tmp_path)
    assert done.returncode == 0
    stands_in(answer, done.stdout)
    last = shown("yaml")[0].splitlines()[-1]
    file.write_text(text.replace(f"{last}\n", ""), encoding="utf-8")
    done = run("guia check", tmp_path)
    assert done.returncode == 1
    stands_in(refusal, done.stdout)


def test_links_lead_to_files() -> None:
    """Each link to a file of the repository leads to one, and each `make …` that is named is a target."""
    for target in re.findall(r"\]\((?!https?:)(.+?)\)", README):
        assert (TOP / target).exists(), target
    targets = re.findall(r"^([a-z-]+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"`?make ([a-z-]+)\b(?=`|   )", README)) <= set(targets)
