"""A slip in the settings is told at its place, and silences nothing of what else is wrong in a project."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity
from generator.i18n import words
from generator.linter.examples import SMALLEST
from generator.reporters.message import report_of
from tests.publish.projects import SETTINGS, Project


def test_the_settings_are_judged_beside_a_catalogue_with_errors(project: Project):
    """But for what a menu leaves out, which nobody knows then; and so is what lies beside the pages."""
    project.write("mkdocs.yml", f"{SETTINGS}use_directory_urls: false\nnav: [lamps.md]\n")
    project.write("content/404.html", "nothing")
    page = ("content/404.html", 1, "taken-address")
    assert project.found(beside_errors=True) == [("mkdocs.yml", 6, "bad-setting"), page]
    project.write("mkdocs.yml", SETTINGS)
    assert project.found(beside_errors=True) == [page]


@pytest.mark.parametrize(
    ("line", "at", "option", "why"),
    [
        ("site_url: [a]", 6, "site_url", "tem um valor de outro tipo"),
        ("docs_dir: nowhere", 2, "docs_dir", "que não existe"),
        ("nav: 5", 6, "nav", "tem um valor de outro tipo"),
        ("hooks: [nope.py]", 6, "hooks", "que não existe"),
        ("site_dir: content", 6, "site_dir", "ficam uma dentro da outra"),
        ("site_name:", 1, "site_name", "precisa de um valor"),
        ("markdown_extensions: [nope]", 6, "markdown_extensions", "não está instalado"),
        ("markdown_extensions: [{toc: {permalnk: 1}}]", 6, "markdown_extensions", "com estas opções"),
        (
            "plugins: [{guide: {nav_limit: many}}]",
            5,
            "plugins › guide › nav_limit",
            "em algarismos",
        ),
        ("plugins: [guide, guid]", 5, "plugins", "não está instalado"),
        ("INHERIT: none.yml", 6, "INHERIT", "que não existe"),
        ("validation: {nav: bad}", 6, "validation › nav", "tem um valor de outro tipo"),
        ("edit_uri_template: '{x}'", 6, "edit_uri_template", "tem um valor de outro tipo"),
    ],
)
def test_what_mkdocs_refuses_is_told_in_the_readers_language(
    project: Project, line: str, at: int, option: str, why: str
):
    """At the setting, with what is wrong and how to mend it; MkDocs' own words are but a quote of one line."""
    key = line.partition(":")[0]
    others = [each for each in SETTINGS.splitlines() if not each.startswith(f"{key}:")]
    lines = SETTINGS.splitlines()
    where = next((at for at, each in enumerate(lines) if each.startswith(f"{key}:")), len(others))
    project.write("mkdocs.yml", "\n".join([*others[:where], line, *others[where:]]) + "\n")
    assert project.found() == [("mkdocs.yml", at, "refused-settings")]
    (told,) = report_of(project.judged().files[0], words("pt-BR")).problems
    sentence, quoted = told.message.split(" O MkDocs diz: ")
    assert sentence.startswith(f"{option}: ")
    assert why in sentence
    assert "\n" not in quoted
    assert "site-packages" not in quoted


@pytest.mark.parametrize("line", ["extra: [", "extra: a: b", "- a", '"'])
def test_settings_that_are_no_yaml_are_told_at_their_line(project: Project, line: str):
    """As it is told of a catalogue, and not in MkDocs' words; such settings are still those of a guide."""
    project.write("mkdocs.yml", f"{SETTINGS}{line}\n")
    ((name, at, _code),) = project.found()
    assert (name, at in (6, 7)) == ("mkdocs.yml", True)


def test_a_setting_that_mkdocs_does_not_know_is_a_warning(project: Project):
    """As it is to MkDocs; with what was likely meant."""
    project.write("mkdocs.yml", f"{SETTINGS}site_urll: https://lamps.example/\n")
    (file,) = project.judged().files
    (told,) = report_of(file, words("pt-BR")).problems
    assert (told.severity, told.meant, file.ok) == (Severity.WARNING, "site_url", True)


def test_an_option_that_the_guide_does_not_know_is_told_with_the_one_that_was_meant(project: Project):
    """At its line, by the options that there are."""
    project.write("mkdocs.yml", SETTINGS.replace("[guide]", "[guide: {catalog: modalities.yaml}]"))
    (file,) = project.judged().files
    (told,) = report_of(file, words("pt-BR")).problems
    assert (told.place.line if told.place else 0, told.meant) == (5, "catalogue")


def test_a_style_sheet_may_lie_among_the_templates(project: Project):
    """MkDocs takes it from there as from the folder of the pages."""
    project.write(
        "mkdocs.yml", f"{SETTINGS}extra_css: [a.css, b.css]\n".replace("al\n", "al\n  custom_dir: own\n", 1)
    )
    project.write("own/a.css", "")
    project.write("content/b.css", "")
    assert project.found() == []


def test_a_catalogue_that_lies_alone_is_judged_alone(project: Project):
    """Settings of another catalogue are not its own, and none are nobody's."""
    (project.folder / "content" / "lamps.md").write_text("{{ nothing }}", encoding="utf-8")
    settings = project.write("mkdocs.yml", SETTINGS.replace("[guide]", "[guide: {catalogue: other.yaml}]"))
    project.write("other.yaml", SMALLEST.read_text(encoding="utf-8"))
    assert project.found() == []
    settings.unlink()
    assert project.found() == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  name", "\tname", 4),
        ("[guide]", "[guied]", 5),
        ("[guide]", "[search]", 5),
        ("[guide]", "[guide: {catalogue: modality.yaml}]", 5),
        ("site_name: Lamps", "site_name: Lamps: two", 1),
        ("site_name: Lamps", "<<<<<<< HEAD\nsite_name: Lamps\n=======\nsite_name: Lamp\n>>>>>>> b", 1),
        ("plugins: [guide]", "plugins:\n  -guide\n  - search: {}", 6),
        ("docs_dir: content", "docs_dir:content", 2),
        ("docs_dir: content", "docs_dir: contents", 2),
        ("[guide]", "[guide: {nav_limit: -1}]", 5),
    ],
)
def test_whatever_is_wrong_in_the_settings_is_told_and_the_pages_are_judged_all_the_same(
    project: Project, old: str, new: str, line: int
):
    """A slip in the settings must not silence what is said of the pages, nor of itself."""
    project.write("content/lamps.md", "# Lamps\n\n[a](nowhere.md)\n")
    project.write("mkdocs.yml", SETTINGS.replace(old, new))
    settings, page = project.found()
    assert settings[:2] == ("mkdocs.yml", line)
    assert page == ("content/lamps.md", 3, "link-to-nowhere")
    assert not project.judged().ok
