"""`guia promises`, run as a writer runs it."""

from __future__ import annotations

from pathlib import Path

from tests.command import guia
from tests.test_cli import change, folder

__all__ = ["folder"]  # the fixture: a folder with the smallest catalogue, in Portuguese


def accept(folder: Path) -> str:
    done = guia("promises", "-o", "promises.txt", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    return (folder / "promises.txt").read_text(encoding="utf-8")


def test_written_in_the_language_of_the_guide(folder: Path):
    """The file says in the guide's language what each case comes to, whoever writes it."""
    text = accept(folder)
    assert "caso REP-OWN-FLT: dispensado [fee]\n" in text
    assert "caso REP-OWN-WRN: cobrado; quem paga: holder [fee]\n" in text
    assert "conta by-hour: por tempo; em horas; mínimo 1; incremento 1 [fee]\n" in text
    assert "caminho dark=yes-dark: REP [lamps]\n" in text
    assert text.splitlines() == [line.rstrip() for line in text.splitlines()]
    done = guia("promises", cwd=folder, LC_ALL="en_US.UTF-8")
    assert done.stdout.decode() == text


def test_nothing_has_changed(folder: Path):
    """Where the guide promises what it promised, `--check` says nothing and ends with 0."""
    accept(folder)
    change(folder, "# The smallest valid catalogue", "# A comment, which is no promise")
    done = guia("promises", "--check", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_change_is_told_for_whom(folder: Path):
    """A case that is charged now is told with its names, as worse, and with the command that accepts it."""
    accept(folder)
    change(folder, "then: waived", "then: charged")
    change(folder, "expect: {state: waived}", "minutes: 60, expect: {state: charged}")
    done = guia("promises", "--check", cwd=folder)
    told = done.stdout.decode()
    assert (done.returncode, done.stderr) == (1, b"")
    assert told.startswith("promises.txt não diz mais o que o guia promete. O que muda:\n")
    assert (
        "  REP-OWN-FLT (Repair · Owner · Maker's fault)\n"
        "    antes: dispensado [fee]\n"
        "    agora: cobrado; quem paga: holder [fee]\n"
        "    pior para quem paga\n"
    ) in told
    assert told.endswith("Se é isto mesmo, rode: guia promises -o promises.txt\n")
    accept(folder)
    assert guia("promises", "--check", cwd=folder).returncode == 0


def test_what_is_no_longer_told(folder: Path):
    """A promise that is gone is told with what it said."""
    text = accept(folder)
    more = text.replace("# Como cada caso", "diz glossary.x: term “x” [fee]\n\n# Como cada caso", 1)
    (folder / "promises.txt").write_text(more, encoding="utf-8")
    done = guia("promises", "--check", cwd=folder)
    assert done.returncode == 1
    assert "  glossary.x\n    antes: term “x” [fee]\n    agora: não se diz mais\n" in done.stdout.decode()


def test_nothing_to_compare_with(folder: Path):
    """Without the file `--check` says how to write it; with a broken catalogue it says what `guia check` says."""
    done = guia("promises", "--check", cwd=folder)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == (
        "promises.txt não existe: nada foi aceito ainda. Para aceitar, rode: guia promises -o promises.txt\n"
    )
    change(folder, "minimum: 1", "minimum: yes")
    done = guia("promises", "-o", "promises.txt", cwd=folder)
    assert done.returncode == 1
    assert "erro[bad-count]" in done.stderr.decode()
    assert not (folder / "promises.txt").exists()


def test_the_command_that_accepts_leads_back(folder: Path):
    """From another folder, the command that is named has the files as they are called from there."""
    accept(folder)
    there = folder / "my guide"
    there.mkdir()
    for name in ("modalities.yaml", "promises.txt"):
        (folder / name).rename(there / name)
    file = there / "modalities.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("The lamp is old.", "The lamp is worn."), encoding="utf-8")
    done = guia("promises", "--check", "my guide/modalities.yaml", cwd=folder)
    last = done.stdout.decode().splitlines()[-1]
    assert last == (
        "Se é isto mesmo, rode: guia promises 'my guide/modalities.yaml' -o 'my guide/promises.txt'"
    )


def test_a_file_that_cannot_be_written(folder: Path):
    """Where the file cannot be written, the command says why and ends with 2."""
    done = guia("promises", "-o", "nowhere/promises.txt", cwd=folder)
    assert done.returncode == 2
    assert "nowhere/promises.txt" in done.stderr.decode()


def test_a_file_that_says_the_same_in_another_order(folder: Path):
    """A file that is not as it is written would bury the next change: it is told, and mended by the command."""
    text = accept(folder)
    lines = text.splitlines(keepends=True)
    (folder / "promises.txt").write_text("".join(reversed(lines)), encoding="utf-8")
    done = guia("promises", "--check", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.decode().startswith(
        "promises.txt promete o mesmo, mas não está como o comando o grava."
    )
    assert accept(folder) == text


def test_a_file_of_windows(folder: Path):
    """Line ends and the mark of an encoding, which an editor of another system may leave, say nothing."""
    text = accept(folder)
    (folder / "promises.txt").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    done = guia("promises", "--check", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_files_that_cannot_be_compared(folder: Path):
    """An empty file, one in another language, one in another encoding and a folder are told as what they are."""
    file = folder / "promises.txt"
    for content, told in (
        (b"", "está vazio ou em outro idioma"),
        (b"case REP-OWN-WRN: charged [fee]\n", "está vazio ou em outro idioma"),
        ("caso REP-OWN-WRN: não\n".encode("latin-1"), "não é um texto em UTF-8"),
    ):
        file.write_bytes(content)
        done = guia("promises", "--check", cwd=folder)
        assert done.returncode == 1
        assert told in (done.stdout + done.stderr).decode()
    file.unlink()
    file.mkdir()
    done = guia("promises", "--check", cwd=folder)
    assert done.returncode == 1
    assert "Dê outro nome ao que está no lugar dele" in done.stderr.decode()
