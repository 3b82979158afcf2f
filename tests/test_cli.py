"""The `guia` command, run as its users run it."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import __version__
from generator.linter.examples import smallest
from tests.catalogues import PORTUGUESE_GUIDE
from tests.command import guia
from tests.command import surroundings as bare

TOP = Path(__file__).parents[1]


def surroundings(**environment: str) -> dict[str, str]:
    return bare(PYTHONPATH=str(TOP), PYTHONIOENCODING="utf-8", **environment)


def process(
    *arguments: str, cwd: Path = PORTUGUESE_GUIDE, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as its users do, in a process of its own; `guia` runs it in this one."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**surroundings(), **environment},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the smallest catalogue, in Portuguese."""
    text = smallest().replace("language: en", "language: pt-BR")
    # A name in Portuguese has its forms: else a hint would stand beside all that is told.
    for name in ("Owner", "Repair"):
        text = text.replace(
            f"    name: {name}\n", f"    name: {name}\n    forms: {{subject: {name}, of: de {name}}}\n"
        )
    (tmp_path / "modalities.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "modalities.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_clean(folder: Path):
    """Without problems `guia check` says so and ends with 0."""
    done = process("check", cwd=folder)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (
        0,
        "modalities.yaml: nenhum problema.\n",
        b"",
    )


def test_problems(folder: Path):
    """Errors end with 1, and the report goes to the output, not to the errors of the command."""
    change(folder, "minimum: 1", "minimum: yes")
    done = process("check", cwd=folder)
    assert done.returncode == 1
    text = (folder / "modalities.yaml").read_text(encoding="utf-8")
    line = text[: text.index("minimum: yes")].count("\n") + 1
    assert f"modalities.yaml:{line}:14: erro[bad-count]: “yes” não é um" in done.stdout.decode()
    assert done.stderr == b""


def test_warnings_alone(folder: Path):
    """Warnings end with 1, as they stop a strict build: what a writer has answered for is suppressed."""
    change(folder, "sources:\n", "glossary: []\nsources:\n")
    change(folder, "parties:\n", "      - {id: hours, text: Open from nine.}\nparties:\n")
    done = process("check", "modalities.yaml", cwd=folder)
    assert done.returncode == 1
    assert "aviso[fact-never-cited]" in done.stdout.decode()
    assert "modalities.yaml: 1 aviso." in done.stdout.decode()


def test_unreadable(folder: Path):
    """A file that cannot be read ends with 2, without a traceback."""
    done = process("check", "none.yaml", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert (
        "none.yaml:1:1: erro[unreadable-file]: O arquivo não pôde ser lido: não há um arquivo"
        in done.stderr.decode()
    )
    assert b"there is no such file" in process("check", "none.yaml", "--lang", "en", cwd=folder).stderr
    done = process("check", ".", cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "é uma pasta" in done.stderr.decode()


def test_language(folder: Path):
    """The report speaks the catalogue's language, or the one that is asked for."""
    change(folder, "minimum: 1", "minimum: yes")
    assert "Como consertar:" in guia("check", cwd=folder).stdout.decode()
    assert "How to mend it:" in guia("check", "--lang", "en", cwd=folder).stdout.decode()
    change(folder, "language: pt-BR", "language: en")
    assert "How to mend it:" in guia("check", cwd=folder).stdout.decode()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "en_US.UTF-8"}, "How to mend it:"),
        ({"LANG": "pt_PT.UTF-8"}, "Como consertar:"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "pt_BR"}, "Como consertar:"),
        ({"LANG": "pt_BR", "LC_MESSAGES": "pt_BR", "LC_ALL": "en_GB"}, "How to mend it:"),
        ({"LANG": "de_DE.UTF-8"}, "Como consertar:"),
        ({"LANG": "C"}, "Como consertar:"),
        ({"LANG": "pt_BR.UTF-8", "LC_ALL": "C.UTF-8"}, "Como consertar:"),
    ],
)
def test_language_of_the_reader(folder: Path, environment: dict[str, str], expected: str):
    """Without `--lang` the reader's locale decides, if there are words in its language; else the catalogue."""
    change(folder, "minimum: 1", "minimum: yes")
    assert expected in guia("check", cwd=folder, **environment).stdout.decode()
    assert "Como consertar:" in guia("check", "--lang", "pt-BR", cwd=folder, **environment).stdout.decode()


def test_english_is_complete(folder: Path):
    """In English nothing is said in another language, help and slips included."""
    change(folder, "minimum: 1", "minimum: yes")
    told = process("check", cwd=folder, LANG="en_US.UTF-8").stdout.decode()
    assert "modalities.yaml: 1 error." in told
    assert (
        process("check", "--help", LANG="en_US.UTF-8")
        .stdout.decode()
        .startswith("Usage: guia check [OPTIONS]")
    )
    assert "There is no command" in process("chek", LANG="en_US.UTF-8").stderr.decode()


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_exit_codes_of_every_format(folder: Path, form: str):
    """Each format ends with 0, 1 or 2, and tells that a file cannot be read in its own way."""
    assert guia("check", "--format", form, cwd=folder).returncode == 0
    change(folder, "minimum: 1", "minimum: yes")
    found = guia("check", "--format", form, cwd=folder)
    assert (found.returncode, found.stderr) == (1, b"")
    assert b"bad-count" in found.stdout
    unreadable = guia("check", "none.yaml", "--format", form, cwd=folder)
    assert unreadable.returncode == 2
    assert b"unreadable-file" in (unreadable.stderr if form == "text" else unreadable.stdout)
    if form in ("json", "sarif"):
        for done in (found, unreadable):
            assert json.loads(done.stdout)
            assert done.stderr == b""


def test_absolute_path_is_told_as_seen_from_here(folder: Path):
    """A file named by its whole path is called as it is seen from where one stands: no machine's folders in a log."""
    done = guia("check", str(folder / "modalities.yaml"), "--format", "sarif", cwd=folder)
    assert json.loads(done.stdout)["runs"][0]["artifacts"][0]["location"]["uri"] == "modalities.yaml"


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colour(folder: Path, environment: dict[str, str], coloured: bool):
    """Into a pipe there is no colour unless it is forced, and never against NO_COLOR."""
    change(folder, "minimum: 1", "minimum: yes")
    assert (b"\x1b[" in process("check", cwd=folder, **environment).stdout) is coloured


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal made by hand is a thing of POSIX")
@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
)
def test_colour_on_a_terminal(folder: Path, environment: dict[str, str], coloured: bool):
    """On a terminal there is colour, unless it has none or NO_COLOR is set."""
    import pty  # noqa: PLC0415 - not on Windows

    change(folder, "minimum: 1", "minimum: yes")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "check"]
    with subprocess.Popen(command, cwd=folder, env=surroundings(**environment), stdout=theirs):
        os.close(theirs)
        told = b""
        with contextlib.suppress(OSError):  # what the end of a terminal looks like
            while piece := os.read(ours, 4096):
                told += piece
    os.close(ours)
    assert b"bad-count" in told
    assert (b"\x1b[31m" in told) is coloured


class Watched:
    """`guia check --watch` in a folder, and what it has told so far."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-u", "-m", "generator", "check", "--watch"]
        self.process = subprocess.Popen(
            command, cwd=folder, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        self.told = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.told += line.decode()

    def runs(self) -> int:
        return self.told.count("Ctrl-C termina.")

    def wait(self, runs: int, deadline: float = 20.0) -> str:
        """Wait until so many runs have ended, and return what the last one told."""
        until = time.monotonic() + deadline
        while self.runs() < runs:
            assert time.monotonic() < until, self.told
            assert self.process.poll() is None, self.told
            time.sleep(0.02)
        return self.told.rstrip().split("── ")[-1]

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(20)
        self._reader.join(20)
        return code


@pytest.fixture
def watched(folder: Path) -> Iterator[Watched]:
    made = Watched(folder)
    yield made
    made.process.kill()
    made.process.wait()
    made._reader.join(20)
    assert made.process.stdout is not None
    made.process.stdout.close()


def rename_over(file: Path, text: str) -> None:
    new = file.with_name("new~")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


def write_in_place(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def write_in_pieces(file: Path, text: str) -> None:
    with file.open("w", encoding="utf-8") as open_:
        for start in range(0, len(text), 1500):
            open_.write(text[start : start + 1500])
            open_.flush()


def delete_and_create(file: Path, text: str) -> None:
    file.unlink()
    time.sleep(0.3)
    file.write_text(text, encoding="utf-8")


def back_up_and_create(file: Path, text: str) -> None:
    file.replace(file.with_name("modalities.yaml~"))
    file.write_text(text, encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a process otherwise there")
@pytest.mark.parametrize(
    "save", [rename_over, write_in_place, write_in_pieces, delete_and_create, back_up_and_create]
)
def test_watch(folder: Path, watched: Watched, save: Callable[[Path, str], None]):
    """Each save is checked, however an editor saves, and Ctrl-C ends with the code of the last run."""
    file = folder / "modalities.yaml"
    good = file.read_text(encoding="utf-8")
    assert "nenhum problema" in watched.wait(1)
    save(file, good.replace("minimum: 1", "minimum: yes"))
    assert "bad-count" in watched.wait(2)
    save(file, good)
    assert "nenhum problema" in watched.wait(3)
    assert watched.runs() == 3
    save(file, good.replace("minimum: 1", "minimum: yes"))
    assert "bad-count" in watched.wait(4)
    assert watched.end() == 1
    assert "Traceback" not in watched.told


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a process otherwise there")
def test_watch_of_many_saves_at_once(folder: Path, watched: Watched):
    """Of several saves within a second the last one counts, and a file that is gone is told and waited for."""
    file = folder / "modalities.yaml"
    good = file.read_text(encoding="utf-8")
    watched.wait(1)
    for turn in range(6):
        rename_over(file, good.replace("minimum: 1", "minimum: yes") if turn % 2 else good + "\n" * turn)
    assert "bad-count" in watched.wait(2)
    file.unlink()
    runs = watched.runs()
    assert "unreadable-file" in watched.wait(runs + 1)
    write_in_place(file, good)
    assert "nenhum problema" in watched.wait(runs + 2)
    assert watched.end() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a process otherwise there")
def test_watch_of_what_lies_beside_the_catalogue(folder: Path, watched: Watched):
    """Settings, pages and templates are checked again at each save, new ones and those in new folders, too."""
    watched.wait(1)
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    assert "nenhum problema" in watched.wait(2)
    (folder / "content" / "more").mkdir()
    assert "nenhum problema" in watched.wait(3)
    page = folder / "content" / "more" / "mao.md"
    page.write_text("# À mão\n\n[mais](nada.md)\n", encoding="utf-8")
    assert "link-to-nowhere" in watched.wait(4)
    page.write_text("# À mão\n", encoding="utf-8")
    assert "nenhum problema" in watched.wait(5)
    (folder / "own").mkdir()
    (folder / "mkdocs.yml").write_text(SETTINGS.replace("material", "material\n  custom_dir: own"))
    assert "nenhum problema" in watched.wait(6)
    (folder / "own" / "main.html").symlink_to(page)
    assert "link-in-content" in watched.wait(7)
    assert watched.end() == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right of its own there")
def test_watch_of_a_folder_that_links_to_itself(folder: Path, watched: Watched):
    """Two such links open more ways than anybody could go to the end of; none is gone, and each is told."""
    watched.wait(1)
    (folder / "content").mkdir()
    for name in ("again", "and-again"):
        (folder / "content" / name).symlink_to(folder / "content")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    assert watched.wait(2).count("link-in-content") == 2
    (folder / "content" / "and-again").unlink()
    assert watched.wait(3).count("link-in-content") == 1
    assert watched.end() == 1


def test_watch_is_for_people(folder: Path):
    """A watch tells no document: it would never end."""
    done = guia("check", "--watch", "--format", "json", cwd=folder)
    assert done.returncode == 2
    assert "só combina com o formato “text”" in done.stderr.decode()


def test_explain():
    """A code is explained in the reader's language; an unknown one is answered with what was meant."""
    assert "Errado:" in guia("explain", "unknown-reference").stdout.decode()
    assert "Wrong:" in guia("explain", "unknown-reference", "--lang", "en").stdout.decode()
    assert "unknown-reference" in guia("explain").stdout.decode()
    done = guia("explain", "unknown-refrence")
    assert done.returncode == 2
    assert (
        "Não existe o código “unknown-refrence”. Você quis dizer “unknown-reference”?" in done.stderr.decode()
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "cp850", "utf-16"])
def test_output_of_few_letters(folder: Path, encoding: str):
    """An output that knows few letters gets the whole report, and the exit code stays (B18)."""
    change(folder, "code: REP", "code: → ✓ \U0001f600")
    done = process("check", cwd=folder, PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert "modalities.yaml: 1 erro." in done.stdout.decode(encoding)
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
def test_closed_output(folder: Path):
    """A reader that closes the pipe early, as `head` does, causes no traceback."""
    change(folder, "minimum: 1", "minimum: yes")
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m generator check | true"],
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_help_is_in_portuguese():
    """The help reads in Portuguese, headings too, and names every command."""
    told = process("--help").stdout.decode()
    assert told.startswith("Uso: guia [OPÇÕES] COMANDO")
    for word in ("Opções:", "Comandos:", "check", "schema", "Mostra esta ajuda"):
        assert word in told
    for command in ("check", "schema"):
        told = process(command, "--help").stdout.decode()
        assert told.startswith(f"Uso: guia {command} [OPÇÕES]")
        assert not any(word in told for word in ("Usage", "Options", "Show this", "default", "FILE"))


def test_version():
    """`guia --version` names the version of the package."""
    assert process("--version").stdout.decode() == f"guia {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "Não existe o comando “chek”."),
        (["check", "--colour"], "Não existe a opção “--colour”."),
        (["check", "a", "b"], "Estes argumentos não servem"),
        (["check", "--lang"], "A opção “--lang” não se usa assim."),
        (["check", "--lang", "de"], "Não existe “de” para --lang. O que existe: en, pt-BR."),
        (
            ["check", "--format", "xml"],
            "Não existe “xml” para --format. O que existe: text, json, github, sarif.",
        ),
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
    done = process()
    assert "Comandos:" in (done.stdout + done.stderr).decode()


def test_schema(folder: Path):
    """The schema goes to the output or to a file, and a stale one is told with its cure."""
    assert json.loads(process("schema", cwd=folder).stdout)["title"] == "Catálogo"
    assert process("schema", "--check", cwd=folder).returncode == 1
    assert process("schema", "-o", "modalities.schema.json", cwd=folder).returncode == 0
    assert process("schema", "--check", cwd=folder).returncode == 0
    (folder / "modalities.schema.json").write_text("{}\n", encoding="utf-8")
    done = process("schema", "--check", cwd=folder)
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
        env=surroundings(),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


SETTINGS = "site_name: Lamps\ndocs_dir: content\ntheme:\n  name: material\nplugins: [guide]\n"


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_pages_and_settings_are_checked_too(folder: Path, form: str):
    """Where a project lies around the catalogue: each format names the file, and the command ends with 1."""
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "content").mkdir()
    (folder / "content" / "about.md").write_text("# Lamps\n\n{{ nothing }}\n", encoding="utf-8")
    done = guia("check", "--format", form, cwd=folder)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"unknown-name" in done.stdout
    assert b"content/about.md" in done.stdout
    if form == "json":
        (problem,) = json.loads(done.stdout)["problems"]
        assert (problem["file"], problem["place"]["line"]) == ("content/about.md", 3)


def test_pages_are_checked_beside_a_catalogue_with_errors(folder: Path):
    """Both are told in one run, by the check as by the build, and the catalogue first."""
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "content").mkdir()
    (folder / "content" / "about.md").write_text("# Lamps\n\n{{ nothing\n", encoding="utf-8")
    change(folder, "minimum: 1", "minimum: yes")
    checked = guia("check", cwd=folder).stdout.decode()
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        check=False,
    )
    for told in (checked, (built.stdout + built.stderr).decode()):
        assert 0 < told.index("bad-count") < told.index("content/about.md:3:1: erro[bad-braces]")


def test_a_hint_stops_nothing(folder: Path):
    """A menu that leaves pages out is told, and the command ends with 0, as a strict build does."""
    (folder / "mkdocs.yml").write_text(SETTINGS + "nav:\n  - index.md\n", encoding="utf-8")
    (folder / "content").mkdir()
    (folder / "content" / "more.md").write_text("# Lamps\n", encoding="utf-8")
    done = guia("check", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"left-out-of-the-menu" in done.stdout


@pytest.mark.parametrize("form", ["text", "github"])
def test_the_name_of_a_file_gives_no_orders(folder: Path, form: str):
    """What a terminal or a workflow would obey is shown, not sent."""
    name = "a\x1b[31m\n::error::b.yaml"
    (folder / name).write_text(smallest().replace("minimum: 1", "minimum: yes"), encoding="utf-8")
    done = guia("check", name, "--format", form, cwd=folder)
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert not [line for line in done.stdout.decode().splitlines() if line.startswith("::error::b")]
