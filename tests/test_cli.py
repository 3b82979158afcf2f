"""The `guia` command, run as its users run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.checks.examples import smallest

TOP = Path(__file__).parents[1]


def guia(*arguments: str, cwd: Path = TOP, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(TOP), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the smallest catalogue, in Portuguese."""
    text = smallest().replace("language: en", "language: pt-BR")
    (tmp_path / "modalities.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "modalities.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_clean(folder: Path):
    """Without problems `guia check` says so and ends with 0."""
    done = guia("check", cwd=folder)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (
        0,
        "modalities.yaml: nenhum problema.\n",
        b"",
    )


def test_the_catalogue_of_this_guide():
    """The catalogue of this guide has no errors and no warnings."""
    done = guia("check")
    assert (done.returncode, done.stdout.decode()) == (0, "modalities.yaml: nenhum problema.\n")


def test_problems(folder: Path):
    """Errors end with 1, and the report goes to the output, not to the errors of the command."""
    change(folder, "minimum: 1", "minimum: yes")
    done = guia("check", cwd=folder)
    assert done.returncode == 1
    assert "modalities.yaml:53:14: erro[bad-count]: “yes” não é um número inteiro." in done.stdout.decode()
    assert done.stderr == b""


def test_warnings_alone(folder: Path):
    """Warnings alone are told, but end with 0."""
    change(folder, "sources:\n", "glossary: []\nsources:\n")
    change(folder, "parties:\n", "      - {id: hours, text: Open from nine.}\nparties:\n")
    done = guia("check", "modalities.yaml", cwd=folder)
    assert done.returncode == 0
    assert "aviso[fact-never-cited]" in done.stdout.decode()
    assert "modalities.yaml: 1 aviso." in done.stdout.decode()


def test_unreadable(folder: Path):
    """A file that cannot be read ends with 2, without a traceback."""
    done = guia("check", "none.yaml", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert (
        "none.yaml:1:1: erro[unreadable-file]: O arquivo não pôde ser lido: esse arquivo"
        in done.stderr.decode()
    )
    assert b"there is no such file" in guia("check", "none.yaml", "--lang", "en", cwd=folder).stderr
    done = guia("check", ".", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "é uma pasta" in done.stderr.decode()


def test_language(folder: Path):
    """The report speaks the catalogue's language, or the one that is asked for."""
    change(folder, "minimum: 1", "minimum: yes")
    assert "Como consertar:" in guia("check", cwd=folder).stdout.decode()
    assert "How to mend it:" in guia("check", "--lang", "en", cwd=folder).stdout.decode()
    change(folder, "language: pt-BR", "language: en")
    assert "How to mend it:" in guia("check", cwd=folder).stdout.decode()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "cp850"])
def test_output_of_few_letters(folder: Path, encoding: str):
    """An output that knows few letters gets the whole report, and the exit code stays (B18)."""
    change(folder, "code: REP", "code: → ✓ \U0001f600")
    done = guia("check", cwd=folder, PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert "modalities.yaml: 1 erro." in done.stdout.decode(encoding)
    assert done.stderr == b""


def test_closed_output(folder: Path):
    """A reader that closes the pipe early, as `head` does, causes no traceback."""
    change(folder, "minimum: 1", "minimum: yes")
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m generator check | true"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(TOP)},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_help_is_in_portuguese():
    """The help reads in Portuguese, headings too, and names every command."""
    told = guia("--help").stdout.decode()
    assert told.startswith("Uso: guia [OPÇÕES] COMANDO")
    for word in ("Opções:", "Comandos:", "check", "schema", "Mostra esta ajuda"):
        assert word in told
    for command in ("check", "schema"):
        told = guia(command, "--help").stdout.decode()
        assert told.startswith(f"Uso: guia {command} [OPÇÕES]")
        assert not any(word in told for word in ("Usage", "Options", "Show this", "default", "FILE"))


def test_version():
    """`guia --version` names the version of the package."""
    assert guia("--version").stdout.decode() == f"guia {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "Não existe o comando “chek”."),
        (["check", "--colour"], "Não existe a opção “--colour”."),
        (["check", "a", "b"], "Estes argumentos não servem"),
        (["check", "--lang"], "A opção “--lang” não se usa assim."),
    ],
)
def test_slips_in_arguments(arguments: list[str], said: str):
    """A slip in the arguments is told in Portuguese, with the way to the help."""
    done = guia(*arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert "--help` mostra" in done.stderr.decode()


def test_nothing_asked():
    """Without a command the help is shown."""
    done = guia()
    assert "Comandos:" in (done.stdout + done.stderr).decode()


def test_schema(folder: Path):
    """The schema goes to the output or to a file, and a stale one is told with its cure."""
    assert json.loads(guia("schema", cwd=folder).stdout)["title"] == "Catalogue"
    assert guia("schema", "--check", cwd=folder).returncode == 1
    assert guia("schema", "-o", "modalities.schema.json", cwd=folder).returncode == 0
    assert guia("schema", "--check", cwd=folder).returncode == 0
    (folder / "modalities.schema.json").write_text("{}\n", encoding="utf-8")
    done = guia("schema", "--check", cwd=folder)
    assert done.returncode == 1
    assert "rode `guia schema -o modalities.schema.json`" in done.stderr.decode()


def test_schema_that_cannot_be_written(folder: Path):
    """A file that cannot be written is told without a traceback."""
    done = guia("schema", "-o", "none/schema.json", cwd=folder)
    assert done.returncode == 2
    assert "Não foi possível escrever none/schema.json" in done.stderr.decode()


def test_check_is_light(folder: Path):
    """`guia check` loads neither MkDocs nor Jinja: a writer runs it after every change."""
    code = (
        "import sys; from generator.cli import main\n"
        "try: main(['check'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'mkdocs', 'jinja2', 'material', 'markdown_it'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(TOP), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"
