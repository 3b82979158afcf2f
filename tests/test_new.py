"""`guia new`: a whole project that is sound from its first minute, and never a stroke over what is there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator import __version__, starter
from generator.cli import main
from generator.cli import new as command
from generator.i18n import STARTER, having, languages
from generator.linter.runner import examine_file

TOP = Path(__file__).parents[1]
LANGUAGES = having(STARTER)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, on a machine that says no language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def guia(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert isinstance(ended.value.code, int)
    return ended.value.code


def lying(folder: Path) -> list[str]:
    """All that a folder holds, hidden things too."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


# What is written


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_project_is_whole_and_sound(here: Path, language: str):
    """Every file is there, the catalogue has no error, warning or hint, and the editor's schema is up to date."""
    assert guia("new", "guide", "--language", language) == 0
    assert {
        *(".editorconfig", ".github/workflows/guide.yml", ".gitignore", ".vscode/extensions.json"),
        *(".vscode/settings.json", "README.md", "content/assets/tokens.css", "mkdocs.yml"),
        *(
            "modalities.schema.json",
            "modalities.yaml",
            "overrides/partials/imprint.html",
            "promises.txt",
            "requirements.txt",
        ),
    } <= set(lying(here / "guide"))
    assert lying(here)[0] == "guide"
    examined = examine_file(here / "guide" / "modalities.yaml", "modalities.yaml")
    assert examined.diagnostics == ()
    assert examined.catalogue is not None
    assert examined.catalogue.guide.language == language
    file = here / "guide" / "modalities"
    assert guia("schema", f"{file}.yaml", "--check", "-o", f"{file}.schema.json") == 0


def test_a_project_can_begin_in_every_language_that_there_are_words_in():
    """A language that is added to the words is missed here until it has a project to begin with."""
    assert set(LANGUAGES) == set(languages())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_is_marked_as_one_and_shows_what_a_catalogue_can_say(here: Path, language: str):
    """Nobody takes it for real; waiver, unknown values, questions, glossary, claims and examples are all in it."""
    assert guia("new", "guide", "--language", language) == 0
    catalogue = examine_file(here / "guide" / "modalities.yaml", "modalities.yaml").catalogue
    assert catalogue is not None
    assert re.search("Example|Exemplo", catalogue.guide.organisation)
    assert 2 <= len(catalogue.modalities) <= 3
    assert len(catalogue.finder.questions) == 2
    assert {"free", "waived", "charged"} <= {
        row.then for rule in catalogue.pricing_rules for row in rule.rows
    }
    assert any(stand.state == "unknown" for each in catalogue.modalities for stand in each.scopes.values())
    for part in (catalogue.glossary, catalogue.claims, catalogue.open_questions):
        assert part
    assert any(rule.examples for rule in catalogue.pricing_rules)


def test_both_languages_have_the_same_project(here: Path):
    """What differs is what is told, not what there is: but for the name of the page, file by file and key by key."""
    for language in LANGUAGES:
        assert guia("new", language, "--language", language) == 0
    own = ("content/about.md", "content/sobre.md")
    names = [[name for name in lying(here / language) if name not in own] for language in LANGUAGES]
    assert names[0] == names[1]
    keys = [
        re.findall(r"^ *(?:- )?([a-z_]+):", (here / language / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
        for language in LANGUAGES
    ]
    assert keys[0] == keys[1]


def test_the_workflow_is_pinned_as_ours_are():
    """An action is named by the bytes that ran when it was chosen: the same ones here and there."""
    own = (path.read_text("utf-8") for path in (TOP / ".github" / "workflows").glob("*.yml"))
    ours = {each for text in own for each in re.findall(r"uses: (.*)", text)}
    used = re.findall(r"uses: (.*)", starter.files("en")[".github/workflows/guide.yml"])
    assert len(used) == 2
    assert set(used) <= ours
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v[0-9.]+", each) for each in used)


# In whose language


@pytest.mark.parametrize(
    ("asked", "locale", "language"),
    [("", "", "pt-BR"), ("", "en_GB.UTF-8", "en"), ("pt", "en_GB.UTF-8", "pt-BR"), ("en", "", "en")],
)
def test_the_language_is_the_one_asked_for_else_the_reader_s(
    here: Path, monkeypatch: pytest.MonkeyPatch, asked: str, locale: str, language: str
):
    """A language is named as people name it; without any it is Portuguese, as with all commands."""
    monkeypatch.setenv("LANG", locale)
    assert guia("new", "guide", *(("--language", asked) if asked else ())) == 0
    assert f"  language: {language}" in (here / "guide" / "modalities.yaml").read_text("utf-8")


def test_a_language_that_there_is_none_of_is_refused(here: Path, capsys: pytest.CaptureFixture[str]):
    """With those that there are, and nothing written."""
    assert guia("new", "guide", "--language", "de") == 2
    assert "Não existe “de” para --language. O que existe: en, pt-BR." in capsys.readouterr().err
    assert lying(here) == []


# Where


def test_the_next_commands_are_told(here: Path, capsys: pytest.CaptureFixture[str]):
    """As a shell takes them, a name with spaces too; whoever stands in the folder need not go there."""
    assert guia("new", "um guia") == 0
    assert capsys.readouterr().out.endswith("\n\n  cd 'um guia'\n  guia check\n  mkdocs serve\n")
    (here / "other").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(here / "other")
        assert guia("new", ".") == 0
    assert capsys.readouterr().out.endswith(":\n\n  guia check\n  mkdocs serve\n")
    assert lying(here / "other") == lying(here / "um guia")


def test_folders_on_the_way_are_made(here: Path):
    """Each that is missing."""
    assert guia("new", "a/b/guide") == 0
    assert (here / "a" / "b" / "guide" / "modalities.yaml").is_file()


def test_a_folder_must_be_named(here: Path, capsys: pytest.CaptureFixture[str]):
    """With an example of how."""
    assert guia("new") == 2
    assert "`guia new meu-guia`" in capsys.readouterr().err
    assert lying(here) == []


def test_nothing_is_written_over(here: Path, capsys: pytest.CaptureFixture[str]):
    """Neither into a folder that holds something, be it one hidden file, nor in the place of a file or a dead link."""
    (here / "held").mkdir()
    (here / "held" / ".kept").touch()
    (here / "file").touch()
    (here / "link").symlink_to("nowhere")
    before = lying(here)
    for name, told in {"held": "não está vazia", "file": "é um arquivo", "link": "é um arquivo"}.items():
        assert guia("new", name) == 2
        said = capsys.readouterr()
        assert f"“{name}” {told}, e nada foi escrito. Como consertar: " in said.err
        assert said.out == ""
    assert lying(here) == before


@pytest.mark.parametrize("name", ["a/guide", "empty"])
def test_a_failure_half_way_leaves_nothing_behind(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
):
    """Neither a part of the project, nor a folder on the way to it; an empty folder stays empty."""
    (here / "empty").mkdir()
    write = Path.write_text

    def full(path: Path, text: str, **named: str) -> int:
        if path.name == "mkdocs.yml":
            raise OSError(28, "No space left on device")
        return write(path, text, **named)

    monkeypatch.setattr(Path, "write_text", full)
    assert guia("new", name) == 2
    assert f"Não foi possível escrever {name}: No space left on device." in capsys.readouterr().err
    assert lying(here) == ["empty"]


def test_a_failure_of_the_last_move_leaves_an_empty_folder_empty(here: Path, monkeypatch: pytest.MonkeyPatch):
    """What was moved into it is moved out again."""
    (here / "empty").mkdir()
    rename = Path.rename

    def torn(path: Path, target: Path) -> Path:
        if target == here / "empty" / "mkdocs.yml":
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(command.Path, "rename", torn)
    assert guia("new", "empty") == 2
    assert lying(here) == ["empty"]


@pytest.mark.parametrize(
    ("installed", "wanted"),
    [
        (None, f"relationship-guide=={__version__}"),
        ({"url": "file:///somewhere", "dir_info": {"editable": True}}, f"relationship-guide=={__version__}"),
        (
            {"url": "https://example.org/guide", "vcs_info": {"vcs": "git", "commit_id": "a1b2"}},
            "relationship-guide @ git+https://example.org/guide@a1b2",
        ),
        (
            {"url": "https://example.org/relationship_guide-1-py3-none-any.whl", "archive_info": {}},
            "relationship-guide @ https://example.org/relationship_guide-1-py3-none-any.whl",
        ),
    ],
)
def test_a_new_project_asks_for_the_engine_from_where_it_came(
    installed: dict[str, object] | None, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was installed from an address is asked for from there again, not from an index that may not have it."""

    class Distribution:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return json.dumps(installed) if installed else None

    monkeypatch.setattr(starter, "distribution", lambda _name: Distribution())
    assert starter.files("en")["requirements.txt"] == f"{wanted}\n"
