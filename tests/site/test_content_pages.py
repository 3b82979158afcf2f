"""Pages that people write: they name what the catalogue says instead of repeating it, and a slip stops the build."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from generator.publish.written import template
from generator.views.content_pages import Entries
from generator.wording.inline_markdown import plain
from tests.catalogues import HARBOUR
from tests.conftest import mkdocs_build, second_guide
from tests.site.site import Site, Target, squeeze, text_of

FRONT_MATTER = "---\ntitle: Welcome\ndescription: Where to begin.\n---\n"


def test_values_of_the_catalogue_stand_on_a_hand_written_page(tmp_path: Path) -> None:
    """A page by hand takes names, texts and links from the catalogue, so that nothing is typed twice."""
    text = (
        f"{FRONT_MATTER}\n# Welcome\n\n"
        '{{ modality["incident-support"].name }} is by {{ guide.organisation }}.\n\n'
        'See {{ link("modality", "advisory-time") }}, {{ link("term", "pack") }} or {{ link("costs") }}.\n\n'
        '- {{ requester["reseller"].description }}\n- {{ fact["g6"].text }}\n'
    )
    config = second_guide(tmp_path, {"welcome.md": text})
    done = mkdocs_build(config, tmp_path / "site")
    assert (done.returncode, done.stdout) == (0, "")
    site = Site("welcome", tmp_path / "site", HARBOUR, tmp_path / "content")
    page = site.page("welcome/")
    catalogue = site.catalogue
    sentences = [text_of(node) for node in page.css("p, li")]
    assert sentences == [
        "Incident Support is by Harbour Systems.",
        "See Advisory Time, pack or Will I pay?.",
        catalogue.requester["reseller"].description,
        squeeze(catalogue.facts["g6"].text),
    ]
    assert [target for _, target in page.links(page.css("p")[1])] == [
        Target(site.addresses.modality("advisory-time"), ""),
        Target(site.addresses.glossary, "pack"),
        Target(site.addresses.costs, ""),
    ]


def test_a_statement_brings_its_facts_and_their_mark_along(tmp_path: Path) -> None:
    """What a page by hand takes from the catalogue is cited there as everywhere, and a name is only a name;
    what a mark opens comes along as well.
    """
    text = (
        f"{FRONT_MATTER}\n# Welcome\n\n"
        "{{ guide.prevails }}\n\n"
        '{{ modality["incident-support"].summary | upper }}\n\n'
        '{% for each in modality["incident-support"].steps %}{{ each.text }} {% endfor %}\n\n\n'
        '{{ fact["g6"].text }}\n\n{{ modality["incident-support"].name }}\n'
    )
    config = second_guide(tmp_path, {"welcome.md": text})
    catalogue_text = HARBOUR.read_text(encoding="utf-8")
    path = tmp_path / "modalities.yaml"
    path.write_text(
        re.sub(r"(- id: g1\n( +))", r"\1inferred: true\n\2basis: g2 and g3.\n\2", catalogue_text, count=1),
        encoding="utf-8",
    )
    config.write_text(config.read_text(encoding="utf-8").replace(str(HARBOUR), str(path)), encoding="utf-8")
    done = mkdocs_build(config, tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    site = Site("welcome", tmp_path / "site", path, tmp_path / "content")
    page = site.page("welcome/")
    guide, modality = site.catalogue.guide, site.catalogue.modality["incident-support"]
    prevails, summary, steps, fact, name = (page.told(node) for node in page.css("p"))
    assert prevails == site.told(guide.prevails, guide.prevails_facts)
    assert prevails.inferred
    assert summary == site.told(plain(modality.summary).upper(), modality.facts)
    assert steps.facts == tuple(fact for step in modality.steps for fact in step.facts)
    assert fact.facts == ("g6",)
    assert name == site.told(modality.name, ())
    cited = {
        id_ for node in page.css("[data-cites]") for id_ in (node.attributes["data-cites"] or "").split()
    }
    assert cited == {node.attributes["data-noted"] for node in page.html.css("[data-noted]")}
    (index,) = site.folder.glob("assets/*/search.json")
    found = {each["at"]: each["text"] for each in json.loads(index.read_text(encoding="utf-8"))["pages"]}
    assert f"{squeeze(plain(guide.prevails))} (inference)" in squeeze(found["welcome/"])
    whole = LexborHTMLParser((site.folder / site.addresses.single_file).read_text(encoding="utf-8"))
    (part,) = (
        each for each in whole.css("section") if [text_of(node) for node in each.css("h2")] == ["Welcome"]
    )
    assert len(part.css("p")[0].css(".citation--inferred")) == 1


@pytest.mark.parametrize(
    ("named", "told"),
    [('{{ modality["no-such-thing"].name }}', "no-such-thing"), ("{{ guide.title", "bad-braces")],
)
def test_a_name_that_does_not_exist_stops_the_build(tmp_path: Path, named: str, told: str) -> None:
    """A slip is told with file and line, front matter counted in, and nothing is published."""
    text = f"{FRONT_MATTER}\n# Welcome\n\nFirst line.\nSecond line, with {named}\n"
    line = 1 + text.split(named, maxsplit=1)[0].count("\n")
    config = second_guide(tmp_path, {"welcome.md": text})
    done = mkdocs_build(config, tmp_path / "site")
    output = done.stdout + done.stderr
    assert done.returncode == 1
    assert f"welcome.md:{line}:" in output
    assert told in output
    assert "Traceback" not in output
    assert not (tmp_path / "site").exists()


def test_pictures_are_in_the_guide_as_one_file(tmp_path: Path) -> None:
    """What a page shows, the file for a contract shows; a picture that it cannot hold is told with its page."""
    config = second_guide(tmp_path, {"welcome.md": "# Welcome\n\n![Two lamps](lamps.svg)\n"})
    picture = tmp_path / "content" / "lamps.svg"
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    done = mkdocs_build(config, tmp_path / "site")
    assert (done.returncode, done.stdout) == (0, "")
    site = Site("welcome", tmp_path / "site", HARBOUR, tmp_path / "content")
    whole = (site.folder / site.addresses.single_file).read_text(encoding="utf-8")
    assert 'alt="Two lamps" src="data:image/svg+xml;base64,PHN2' in whole


def test_a_picture_that_the_guide_as_one_file_leaves_out_is_told_once(tmp_path: Path) -> None:
    """By the check, at its line, however often it stands there."""
    text = (
        "# Welcome\n\n![Two lamps](lamps.svg) ![Again](lamps.svg)\n\n![Far](https://far.example/lamp.png)\n"
    )
    config = second_guide(tmp_path, {"welcome.md": text})
    (tmp_path / "content" / "lamps.svg").write_bytes(b" " * 1_000_001)
    done = mkdocs_build(config, tmp_path / "site")
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert re.findall(r"welcome\.md:(\d+):\d+: warning\[picture-not-carried\]", said) == ["3", "5"]
    assert "the picture “" not in said


def test_a_misspelt_word_is_told_at_its_place(tmp_path: Path) -> None:
    """A word that is in no dictionary is told with file, line and column, and what was likely meant."""
    text = f"{FRONT_MATTER}\n# Welcome\n\nHere you find what the suport does.\n"
    text = text.replace("title: Welcome", "title: The welcom")
    config = second_guide(tmp_path, {"welcome.md": text})
    done = mkdocs_build(config, tmp_path / "site")
    assert done.returncode == 1
    said = done.stdout + done.stderr
    line = 1 + text.split("suport", maxsplit=1)[0].count("\n")
    assert "content/welcome.md:2:12: warning[strange-word]: “welcom” is in no dictionary" in said
    assert f"welcome.md:{line}:24: warning[strange-word]: “suport” is in no dictionary." in said
    assert "Did you mean “support”?" in said
    (tmp_path / "content" / "welcome.md").write_text(
        text.replace("title:", "words: [suport, welcom]\ntitle:"), encoding="utf-8"
    )
    done = mkdocs_build(config, tmp_path / "site")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("id_", ["items", "copy", "keys", "get", "pop", "values", "update"])
def test_an_id_may_be_the_name_of_anything(site: Site, id_: str) -> None:
    """An entry whose id is also a word of the template language is found like any other."""
    requester = site.catalogue.requesters[0].model_copy(update={"id": id_})
    names = {"requester": Entries({id_: requester}, lambda _facts: Markup())}
    filled = template.environment().from_string(f'{{{{ requester["{id_}"].name }}}}').render(names)
    assert filled == requester.name
    filled = template.environment().from_string(f"{{{{ requester.{id_}.name }}}}").render(names)
    assert filled == requester.name
