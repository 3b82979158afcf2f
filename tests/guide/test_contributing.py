"""What `CONTRIBUTING.md` tells writers: its examples fit the catalogue, and its commands do what it says."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
GUIDE = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Para quem escreve\n")[2]

_FENCE = re.compile(r"^```(?P<kind>[a-z]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    kind: str
    text: str


def blocks(section: str) -> list[Block]:
    return [Block(found["kind"], found["text"]) for found in _FENCE.finditer(section)]


SECTIONS = {
    section.partition("\n")[0]: blocks(section)
    for section in re.split(r"^### ", GUIDE, flags=re.MULTILINE)[1:]
}


def applied(text: str, diff: str) -> str:
    """Change a text as a diff says; each of its pieces must stand in the text exactly once."""
    for piece in re.split(r"^@@\n", diff, flags=re.MULTILINE):
        lines = [(line[:1], f"{line[1:]}\n") for line in piece.splitlines()]
        old = "".join(line for sign, line in lines if sign != "+")
        new = "".join(line for sign, line in lines if sign != "-")
        if piece:
            assert text.count(old) == 1, f"stands {text.count(old)} times in the catalogue:\n{old}"
            text = text.replace(old, new)
    return text


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


def test_part_for_writers_is_there():
    """The part takes a writer through the four things that are done, and through an error."""
    assert list(SECTIONS) == [
        "Do clone à mudança publicada",
        "Ler um erro",
        "Acrescentar uma modalidade",
        "Mudar uma regra de preço",
        "Encerrar uma modalidade",
    ]


@pytest.mark.parametrize("title", [title for title in SECTIONS if title != "Do clone à mudança publicada"])
def test_examples(title: str, tmp_path: Path):
    """Each change applies to the catalogue, and `guia check` then says what the text says, and nothing worse."""
    file = tmp_path / "modalities.yaml"
    shutil.copy(TOP / "modalities.yaml", file)
    told = None
    for block in SECTIONS[title]:
        match block.kind:
            case "diff":
                text = file.read_text(encoding="utf-8")
                file.write_text(applied(text, block.text), encoding="utf-8")
            case "console":
                for command in block.text.splitlines():
                    told = run(command, tmp_path)
                    assert told.returncode == (0 if "explain" in command else told.returncode)
            case "text":
                assert told is not None
                position = 0
                for line in block.text.splitlines():
                    # The numbers of lines change with every entry above them; nothing else does.
                    pattern = re.sub(r"(yaml:|^)\d+(?=:|\\ \\\|)", r"\1\\d+", re.escape(line.strip()))
                    found = re.compile(pattern).search(told.stdout, position)
                    assert found, f"{line}\n\nis not in:\n\n{told.stdout}"
                    position = found.end()
                good = "nenhum problema" in block.text
                assert told.returncode == (1 if "erro" in block.text else 0)
                assert not good or told.stdout == "modalities.yaml: nenhum problema.\n"


@pytest.mark.parametrize(
    "title", ["Acrescentar uma modalidade", "Mudar uma regra de preço", "Encerrar uma modalidade"]
)
def test_changes_end_well(title: str):
    """Each way leads to a catalogue without problems."""
    assert SECTIONS[title][-1].text == "modalities.yaml: nenhum problema.\n"


def test_from_clone_to_review(tmp_path: Path):
    """The commands lead from a clone to a branch that can be reviewed."""
    remote, there = tmp_path / "remote", tmp_path / "there"
    there.mkdir()
    for name in ("modalities.yaml", "modalities.schema.json"):
        shutil.copy(TOP / name, there / name)
    assert run("git init -q -b main && git add . && git commit -q -m start", there).returncode == 0
    assert run(f"git clone -q --bare '{there}' '{remote}'", tmp_path).returncode == 0
    targets = re.findall(r"^([a-z-]+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    folder = tmp_path
    for block in SECTIONS["Do clone à mudança publicada"]:
        for command in block.text.splitlines():
            name, _, rest = command.partition(" ")
            if name == "cd":
                folder = folder / rest
            elif name == "make":
                assert rest in targets
            elif name == "source":
                assert (TOP / rest).is_file() or not rest.startswith(".venv/bin/")
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
