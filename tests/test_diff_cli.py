"""`guia diff`, run as a reviewer and a workflow run it: over files, and over revisions of git."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from pathlib import Path
from unittest.mock import patch

import jsonschema
import pytest

from generator.diff.data import SCHEMA
from tests.command import Done, guia
from tests.test_cli import change, folder

__all__ = ["folder"]  # the fixture: a folder with the smallest catalogue, in Portuguese

MARKED = ("then: waived", "then: charged")


def git(folder: Path, *arguments: str) -> None:
    who = {
        f"GIT_{who}_{what}": "writer@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **who, **alone}, capture_output=True, check=True
    )


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository with the smallest catalogue, in which a waiver has been lost since."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    lose_the_waiver(folder)
    return folder


def lose_the_waiver(folder: Path) -> None:
    change(folder, *MARKED)
    change(folder, "expect: {state: waived}", "minutes: 60, expect: {state: charged}")


def text(done: Done) -> str:
    return done.stdout.decode()


def test_a_revision_beside_a_file(repository: Path):
    """What a file was at a revision is held against what it is, without a word that it must be called by."""
    done = guia("diff", "HEAD:modalities.yaml", cwd=repository)
    assert (done.returncode, done.stderr) == (0, b"")
    assert text(done) == (
        "O que muda de HEAD:modalities.yaml para modalities.yaml:\n"
        "1 mudança para pior, 1 só de redação.\n\n"
        "Pior para quem pede ou paga (1)\n"
        "  Repair\n"
        "    - Preço para Maker's fault: antes dispensado; agora cobrado, quem paga: the owner.\n\n"
        "Só a redação (1)\n"
        "  Repair\n"
        "    - Preço “By the hour”: Os exemplos são outros.\n"
    )


def test_two_revisions(repository: Path):
    """Both may be revisions, and the other way round what was worse is better."""
    git(repository, "commit", "-qam", "second")
    done = guia("diff", "HEAD:modalities.yaml", "HEAD~1:modalities.yaml", "--format", "json", cwd=repository)
    made = json.loads(done.stdout)
    assert made["worst"] == "better"
    assert made["old"]["name"] == "HEAD:modalities.yaml"
    jsonschema.validate(made, json.loads(SCHEMA.read_text("utf-8")))


def test_a_path_from_another_folder(repository: Path):
    """As in git a path counts from the top of the repository, and one that begins with a dot from here."""
    git(repository, "commit", "-qam", "second")
    there = repository / "docs"
    there.mkdir()
    for path in ("modalities.yaml", "./../modalities.yaml"):
        done = guia("diff", f"HEAD~1:{path}", "../modalities.yaml", cwd=there)
        assert (done.returncode, done.stderr) == (0, b"")
    done = guia("diff", "HEAD:docs/modalities.yaml", "../modalities.yaml", cwd=there)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "ANTES: Não existe “docs/modalities.yaml” em “HEAD”. "
        "O caminho conta a partir do topo do repositório; a partir daqui: ./docs/modalities.yaml.\n"
    )


def test_a_file_goes_before_a_revision(repository: Path):
    """A file that is called like a revision is the file."""
    name = repository / "HEAD:modalities.yaml"
    name.write_bytes((repository / "modalities.yaml").read_bytes())
    done = guia("diff", name.name, cwd=repository)
    assert text(done) == "Nada muda de HEAD:modalities.yaml para modalities.yaml.\n"


@pytest.mark.parametrize(
    ("options", "worse", "wording"),
    [
        ((), 0, 0),
        (("--exit-code",), 1, 1),
        (("--fail-on", "worse"), 1, 0),
        (("--fail-on", "meaning"), 1, 0),
        (("--exit-code", "--fail-on", "worse"), 1, 1),
    ],
)
def test_how_it_ends(folder: Path, options: tuple[str, ...], worse: int, wording: int):
    """It ends with 1 only where that is asked for: by any change, by one that is worse, by more than words."""
    old = folder / "old.yaml"
    old.write_bytes((folder / "modalities.yaml").read_bytes())
    assert guia("diff", "old.yaml", *options, cwd=folder).returncode == 0
    change(folder, "The lamp is old.", "The lamp is worn.")
    assert guia("diff", "old.yaml", *options, cwd=folder).returncode == wording
    lose_the_waiver(folder)
    assert guia("diff", "old.yaml", *options, cwd=folder).returncode == worse


def test_what_cannot_be_compared(repository: Path):
    """A file, a revision or a repository that is not there is told with the side that it is on, and ends with 2."""
    for old, told in (
        ("nowhere.yaml", "nowhere.yaml"),
        ("nothing:modalities.yaml", "Não existe a revisão “nothing” neste repositório.\n"),
        ("--help:modalities.yaml", ""),
        ("-x:modalities.yaml", ""),
        (f"HEAD:{'x' * 5000}", "xxx"),
    ):
        done = guia("diff", "--", old, cwd=repository)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().startswith("ANTES: ")
        assert told in done.stderr.decode()
    outside = repository.parent / "outside"
    outside.mkdir()
    (outside / "modalities.yaml").write_bytes((repository / "modalities.yaml").read_bytes())
    with patch.dict(os.environ, {"GIT_CEILING_DIRECTORIES": str(repository.parent)}):
        done = guia("diff", "HEAD:modalities.yaml", cwd=outside)
    assert "esta pasta não está em um repositório git" in done.stderr.decode()
    with patch.dict(os.environ, {"PATH": ""}):
        done = guia("diff", "HEAD:modalities.yaml", cwd=repository)
    assert done.returncode == 2
    assert "O git não está instalado" in done.stderr.decode()


def test_a_history_that_is_incomplete(repository: Path, tmp_path_factory: pytest.TempPathFactory):
    """In a shallow clone a revision that is not there is told as such, with the command that brings it."""
    git(repository, "commit", "-qam", "second")
    clone = tmp_path_factory.mktemp("shallow")
    git(clone, "clone", "-q", "--depth", "1", repository.as_uri(), "guide")
    done = guia("diff", "HEAD~1:modalities.yaml", cwd=clone / "guide")
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "ANTES: Não existe a revisão “HEAD~1” neste repositório. "
        "O histórico está incompleto; `git fetch --unshallow` traz o resto.\n"
    )


def test_catalogues_with_errors(repository: Path):
    """A catalogue with an error is refused with its report; of two, both are, and each by its side."""
    change(repository, "minimum: 1", "minimum: yes")
    done = guia("diff", "HEAD:modalities.yaml", "--exit-code", cwd=repository)
    assert (done.returncode, done.stdout) == (2, b"")
    told = done.stderr.decode()
    assert told.startswith(
        "DEPOIS: modalities.yaml tem erros, e por isso não se pode dizer o que significa.\n"
    )
    assert "erro[bad-count]" in told
    git(repository, "commit", "-qam", "broken")
    told = guia("diff", "HEAD:modalities.yaml", cwd=repository).stderr.decode()
    assert "ANTES: HEAD:modalities.yaml tem erros" in told
    assert "\nHEAD:modalities.yaml:52:14: erro[bad-count]" in told
    assert "DEPOIS: modalities.yaml tem erros" in told


def test_words_that_there_are_not(folder: Path):
    """Another format or another effect is refused, with what there is."""
    for option, word, there_is in (
        ("--format", "html", "text, markdown, json"),
        ("--fail-on", "anything", "worse, meaning"),
    ):
        done = guia("diff", "modalities.yaml", option, word, cwd=folder)
        assert done.returncode == 2
        assert word in done.stderr.decode()
        assert there_is in done.stderr.decode()
    done = guia("diff", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(
        "Diga com o que comparar: `guia diff HEAD:modalities.yaml`, por exemplo."
    )


def test_the_example_of_the_help(repository: Path):
    """The example that the help shows is run as it stands there."""
    helped = " ".join(text(guia("diff", "--help", cwd=repository)).split())
    found = re.search(r"Exemplo: (guia diff \S+)", helped)
    assert found
    _, *arguments = shlex.split(found[1])
    done = guia(*arguments, cwd=repository)
    assert done.returncode == 0
    assert "1 mudança para pior" in text(done)


def test_markdown(repository: Path):
    """The comment of a pull request begins with what changes, and has what is worse below a heading."""
    told = text(guia("diff", "HEAD:modalities.yaml", "--format", "markdown", cwd=repository))
    assert told.startswith("**O que muda de HEAD:modalities.yaml para modalities.yaml:**\n")
    assert "\n### Pior para quem pede ou paga (1)\n\n**Repair**\n\n- Preço para Maker's fault: antes " in told
