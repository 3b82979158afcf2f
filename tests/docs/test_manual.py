"""The manual as a whole: it builds, says what the program says, and leaves out nothing that one can write or run."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from docs.tooling import __main__ as tooling
from docs.tooling.commands import names
from docs.tooling.pages import pages, stale
from generator.catalogue.json_schema import schema
from generator.cli import guia
from generator.linter.examples import examples
from generator.linter.runner import check, codes
from generator.plugin import GuideConfig
from tests.conftest import mkdocs_build
from tests.docs.shown import MANUAL, TOP, page


def both(name: str) -> tuple[str, str]:
    return page(name), page(f"pt-BR/{name}")


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    return pages()


def laid_out(written: dict[str, str], folder: Path) -> None:
    for name, text in written.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_manual_builds(tmp_path: Path) -> None:
    """Plain MkDocs builds the manual without a warning: each page is in the menu, each link leads somewhere."""
    done = mkdocs_build(MANUAL / "tooling" / "mkdocs.yml", tmp_path / "manual")
    assert done.returncode == 0, done.stdout + done.stderr
    made = {path.suffix for path in (tmp_path / "manual").rglob("*") if path.is_file()}
    assert ".py" not in made
    assert ".yml" not in made


def test_written_pages_are_fresh(written: dict[str, str]) -> None:
    """The pages that are written from the program say what it says today."""
    assert stale(written) == ()


def test_stale_pages_are_named(written: dict[str, str], tmp_path: Path) -> None:
    """A page that was edited, one that is missing and one that nothing writes any more are each found."""
    laid_out(written, tmp_path)
    assert stale(written, tmp_path) == ()
    (tmp_path / "catalogue.md").write_text(written["catalogue.md"] + "By hand.\n", encoding="utf-8")
    (tmp_path / "checks" / "money.md").unlink()
    (tmp_path / "checks" / "gone.md").write_text(written["checks/money.md"], encoding="utf-8")
    (tmp_path / "start.md").write_text("# By hand, and welcome\n", encoding="utf-8")
    assert stale(written, tmp_path) == ("catalogue.md", "checks/gone.md", "checks/money.md")


def test_command_mends_what_it_names(
    written: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`python -m docs.tooling --check` names stale pages and fails; without `--check` it mends them."""
    monkeypatch.setattr(tooling, "pages", lambda: written)

    def run(*arguments: str) -> tuple[int, list[str]]:
        done = CliRunner().invoke(tooling.main, ["--into", str(tmp_path), *arguments])
        return done.exit_code, [line.partition(" ")[0] for line in done.stderr.splitlines()]

    laid_out(written, tmp_path)
    (tmp_path / "command-line.md").unlink()
    (tmp_path / "pt-BR" / "checks" / "gone.md").write_text(written["checks/money.md"], encoding="utf-8")
    assert run("--check") == (1, ["docs/command-line.md", "docs/pt-BR/checks/gone.md"])
    assert run() == (0, [])
    assert run("--check") == (0, [])
    assert stale(written, tmp_path) == ()


def test_every_key_is_told() -> None:
    """Each key of the model, each word that one can hold and each class has its place, in both languages."""
    model = schema()
    keys = {key for entry in (model, *model["$defs"].values()) for key in entry.get("properties", {})}
    words = {word for entry in model["$defs"].values() for word in entry.get("enum", ())}
    for text in both("catalogue.md"):
        told = set(re.findall(r"^\| \[?`([a-z_]+)`", text, re.MULTILINE))
        assert told == keys
        assert words <= set(re.findall(r"^- `([a-z_-]+)`: ", text, re.MULTILINE))
        assert set(re.findall(r"^## `([a-z_]+)`", text, re.MULTILINE)) == set(model["properties"])


def test_every_check_is_told() -> None:
    """Each check has its heading in the page of its family, and a line in the list of all."""
    for language in ("", "pt-BR/"):
        for code in codes():
            family = check(code).family
            text = page(f"{language}checks/{family}.md")
            assert text.count(f"\n## `{code}`\n") == 1
            assert page(f"{language}checks/README.md").count(f"[`{code}`]({family}.md#{code})") == 1
    for code in codes():
        broken, *_ = examples(check(code).file)["broken"]
        assert broken.why in page(f"checks/{check(code).family}.md")


@pytest.mark.parametrize("name", [*names()])
def test_every_command_is_told(name: str) -> None:
    """Each command has its part, with each of its options, in both languages."""
    command: click.Command | None = guia
    for each in name.split():
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), each)
    assert command is not None
    options = [option for each in command.params for option in each.opts if option.startswith("-")]
    for text in both("command-line.md"):
        part = text.partition(f"\n## `guia {name}`\n")[2].partition("\n## ")[0]
        assert [option for option in [*options, "--help"] if option not in part] == []


def test_every_option_of_the_plugin_is_told() -> None:
    """Each option that `mkdocs.yml` may give the plugin has a line with its default."""
    text = page("settings.md")
    for name, option in GuideConfig._schema:
        assert f"| `{name}` | `{option.default}` |" in text


def test_every_variable_is_told() -> None:
    """Each variable of the environment with a name of ours is told, and none that nobody reads."""
    files = [TOP / "Makefile"]
    files += [
        path for folder in ("generator", "tests", "benchmarks") for path in (TOP / folder).rglob("*.py")
    ]
    read = {
        found
        for path in files
        for found in re.findall(r"\bGUIDE_[A-Z]+(?:_[A-Z]+)*\b", path.read_text(encoding="utf-8"))
    }
    assert read == set(re.findall(r"^\| `(GUIDE_[A-Z_]+)`", page("settings.md"), re.MULTILINE))


def test_every_page_of_writers_is_told_in_portuguese() -> None:
    """What writers need stands in both languages, under the same names and with the same parts."""
    portuguese = {path.relative_to(MANUAL / "pt-BR") for path in (MANUAL / "pt-BR").rglob("*.md")}
    english = {path.relative_to(MANUAL) for path in MANUAL.rglob("*.md")}
    assert portuguese <= english
    wanted = {"start.md", "catalogue.md", "pages.md", "command-line.md", "checks/README.md"}
    assert wanted <= {path.as_posix() for path in portuguese}
    for path in portuguese - {Path("README.md")}:
        levels = [re.findall(r"^(#+) ", text, re.MULTILINE) for text in both(path.as_posix())]
        assert levels[0] == levels[1]


def test_every_decision_is_listed() -> None:
    """Each decision has a number of its own, a reason and a price, and a line in the list under its own title."""
    folder = MANUAL / "decisions"
    files = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    listed = re.findall(r"^\| \[(\d{4})\]\((.+?)\) \| (.+) \|$", page("decisions/README.md"), re.MULTILINE)
    assert [(path.name[:4], path.name) for path in files] == [(number, file) for number, file, _ in listed]
    for path, (number, _, title) in zip(files, listed, strict=True):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {number}: {title}\n")
        assert re.findall(r"^\*\*(.+?)\.\*\*", text, re.MULTILINE) == ["Decided", "Why", "What it costs"]
