"""What `CONTRIBUTING.md` tells writers: its examples fit the catalogue, and its commands do what it says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.catalogues import PORTUGUESE_GUIDE
from tests.command import Done, guia
from tests.docs.shown import applied, blocks

TOP = Path(__file__).parents[1]
GUIDE = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Para quem escreve\n")[2]


SECTIONS = {
    section.partition("\n")[0]: blocks(section)
    for section in re.split(r"^### ", GUIDE, flags=re.MULTILINE)[1:]
}


def surroundings() -> dict[str, str]:
    bare = {
        name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES", "LANG")
    }
    scripts = Path(sys.executable).parent
    return {
        **bare,
        "PYTHONPATH": str(TOP),
        "PYTHONIOENCODING": "utf-8",
        "PATH": f"{scripts}{os.pathsep}{bare['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "A writer" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "writer@example.org" for who in ("AUTHOR", "COMMITTER")},
    }


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def here(command: str, folder: Path) -> Done:
    """Run a command in this process: a shell runs them on the way from a clone to a review."""
    name, *arguments = shlex.split(command)
    assert name == "guia"
    return guia(*arguments, cwd=folder)


FLOW = "Do clone à mudança publicada"
CHANGES = (
    "Acrescentar uma modalidade",
    "Mudar uma regra de preço",
    "Mudar um escopo",
    "Mudar um nome",
    "Encerrar uma modalidade",
)


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide with the shapes of the published one, with all that was accepted of it."""
    folder = tmp_path_factory.mktemp("accepted") / "guide"
    shutil.copytree(PORTUGUESE_GUIDE, folder)
    for command in accepting():
        assert run(command, folder).returncode == 0
    return folder


@pytest.fixture
def project(accepted: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return Path(shutil.copytree(accepted, tmp_path / "guide"))


def accepting() -> list[str]:
    """The commands of the text that write what belongs to the catalogue."""
    commands = [
        line for block in SECTIONS[FLOW] if block.kind == "console" for line in block.text.splitlines()
    ]
    return [command for command in commands if re.match(r"guia .* -o ", command)]


def test_part_for_writers_is_there():
    """The part takes a writer through the five things that are done, and through an error."""
    first, error, *changes = SECTIONS
    assert (first, error) == (FLOW, "Ler um erro")
    assert tuple(changes) == CHANGES


@pytest.mark.parametrize("title", ["Ler um erro", *CHANGES])
def test_examples(title: str, project: Path):
    """Each change applies to the catalogue, and the commands then say what the text says, and nothing worse."""
    file = project / "modalities.yaml"
    told, command = None, ""
    for block in SECTIONS[title]:
        match block.kind:
            case "diff":
                text = file.read_text(encoding="utf-8")
                file.write_text(applied(text, block.text), encoding="utf-8")
            case "console":
                for command in block.text.splitlines():
                    told = here(command, project)
                    assert told.returncode == (0 if "explain" in command else told.returncode)
            case "text":
                assert told is not None
                said = told.stdout.decode("utf-8")
                position = 0
                for line in block.text.splitlines():
                    # The numbers of lines change with every entry above them; nothing else does.
                    pattern = re.sub(r"(yaml:|^)\d+(?=:|\\ \\\|)", r"\1\\d+", re.escape(line.strip()))
                    found = re.compile(pattern).search(said, position)
                    assert found, f"{line}\n\nis not in:\n\n{said}"
                    position = found.end()
                good = "nenhum problema" in block.text
                found_any = re.search(r"(erro|aviso)\[", block.text) or command.startswith(
                    "guia promises --check"
                )
                assert told.returncode == (1 if found_any else 0)
                assert not good or said == "modalities.yaml: nenhum problema.\n"


# One upon the other, for the tests of the guide take their time; the last is told of the same lines as the first.
@pytest.mark.parametrize("titles", [CHANGES[:-1], CHANGES[-1:]], ids=["what comes", "what goes"])
def test_changes_go_from_the_edit_to_a_guide_that_can_be_published(titles: tuple[str, ...], project: Path):
    """After each edit of the text and the commands that accept it, all that the guide is held to is green.

    Nothing else was touched: no test, no page, no other file.
    """
    before = kept(project)
    file = project / "modalities.yaml"
    for title in titles:
        for block in SECTIONS[title]:
            if block.kind == "diff":
                text = file.read_text(encoding="utf-8")
                file.write_text(applied(text, block.text), encoding="utf-8")
        assert here("guia promises --check", project).returncode == 1, title  # the change means something
        for command in (*accepting(), *recipe("check-guide")):
            done = here(command, project)
            assert done.returncode == 0, (title, command, done.stdout.decode(), done.stderr.decode())
    after = kept(project)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed <= {"modalities.yaml", "modalities.schema.json", "promises.txt"}

    tests = (*("-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider"), "-m", "not browser", "tests/guide")
    # Whether templates write valid HTML does not depend on these changes, and takes a third of the time; what its
    # commands say was asked above.
    tests += ("--ignore", "tests/guide/site/test_valid_html.py", "--ignore", "tests/guide/test_commands.py")
    guide = subprocess.run(
        (sys.executable, *tests),
        cwd=TOP,
        env={**os.environ, "GUIDE_FOLDER": str(project)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert guide.returncode == 0, guide.stdout


def kept(folder: Path) -> dict[str, bytes]:
    """Every file of a guide, by its place in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def recipe(target: str) -> list[str]:
    """The commands of a target of the Makefile, as they are called once the environment is active."""
    text = (TOP / "Makefile").read_text(encoding="utf-8")
    lines = re.search(rf"^{target}:[^\n]*\n((?:\t[^\n]*\n)+)", text, re.MULTILINE)
    assert lines
    return [line.strip().removeprefix("@").replace("$(BIN)/", "") for line in lines[1].splitlines()]


def test_make_check_holds_the_guide_to_what_a_change_is_held_to():
    """What the walks above run of `make check` is all that it asks of the guide."""
    text = (TOP / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^check:.*\bcheck-guide\b", text, re.MULTILINE)
    assert [command.split()[:2] for command in recipe("check-guide")] == [
        ["guia", "check"],
        ["guia", "schema"],
        ["guia", "promises"],
    ]
    assert not any(command.startswith("guia ") for command in recipe("check"))


def test_from_clone_to_review(project: Path, tmp_path: Path):
    """The commands lead from a clone to a branch that can be reviewed."""
    remote = tmp_path / "remote"
    assert run("git init -q -b main && git add . && git commit -q -m start", project).returncode == 0
    assert run(f"git clone -q --bare '{project}' '{remote}'", tmp_path).returncode == 0
    targets = re.findall(r"^([a-z-]+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    folder = tmp_path
    for block in SECTIONS[FLOW]:
        for command in block.text.splitlines():
            name, _, rest = command.partition(" ")
            if name == "cd":
                folder = folder / rest
            elif name == "make":
                assert rest in targets
            elif name == "source":
                assert rest == ".venv/bin/activate"
            elif "--watch" not in command:
                if name == "git" and rest.startswith("add"):
                    text = (folder / "modalities.yaml").read_text(encoding="utf-8")
                    (folder / "modalities.yaml").write_text(text + "# fim\n", encoding="utf-8")
                done = run(command.replace("ENDEREÇO-DO-REPOSITÓRIO", f"'{remote}'"), folder)
                assert done.returncode == 0, (command, done.stdout, done.stderr)
    assert "minha-mudanca" in run("git branch", remote).stdout
    assert "o que mudou, e por quê" in run("git log -1 --format=%s minha-mudanca", remote).stdout


def test_targets_that_are_named():
    """Each `make …` that the text names is one."""
    targets = re.findall(r"^([a-z-]+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"`make ([a-z-]+)`", GUIDE)) <= set(targets)
