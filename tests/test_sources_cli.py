"""`guia sources check`, run as a writer and a workflow run it, on sources that a server on this machine publishes."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import jsonschema
import pytest

from generator.watched.data import SCHEMA
from generator.watched.fetching import Fetcher
from tests.command import Done
from tests.command import guia as run
from tests.test_cli import change, folder
from tests.watched.server import QUICK, Server, sending, serving

__all__ = ["folder"]  # the fixture: a folder with the smallest catalogue, in Portuguese

PAGE = "<p>The signed offer prevails.<p>Repairs cost EUR 40.00.<p>Lamps only."
NAMED = "    where: The counter\n"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made, patch.object(Fetcher.__init__, "__defaults__", (QUICK, lambda *_: True)):
        yield made


@pytest.fixture
def guide(folder: Path, server: Server) -> Path:
    """A folder with a catalogue whose only source is at the server, and was read there."""
    change(folder, NAMED, f"{NAMED}    url: {server.url()}\n")
    server.pages["/page"] = PAGE
    done = guia("--accept", cwd=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    return folder


def guia(*options: str, cwd: Path) -> Done:
    return run("sources", "check", *options, cwd=cwd)


def text(done: Done) -> str:
    return done.stdout.decode()


def held(done: Done) -> dict:
    made = json.loads(done.stdout)
    jsonschema.validate(made, json.loads(SCHEMA.read_text("utf-8")))
    return made


def test_nothing_has_been_read(folder: Path, server: Server):
    """Without sources.lock nobody is asked for anything: there is nothing to compare with, and how to begin is told."""
    change(folder, NAMED, f"{NAMED}    url: {server.url()}\n")
    done = guia(cwd=folder)
    assert (done.returncode, done.stdout, server.asked) == (2, b"", [])
    assert done.stderr.decode() == (
        "sources.lock não existe: nada foi lido ainda. "
        "Para ler as fontes e guardar a leitura, rode: guia sources check --accept\n"
    )


def test_the_first_look_fails(folder: Path, server: Server):
    """Where nothing can be read the first time, nothing is written, and how to begin is told again."""
    change(folder, NAMED, f"{NAMED}    url: {server.url()}\n")
    server.pages["/page"] = sending(503)
    assert guia("--accept", cwd=folder).returncode == 3
    assert not (folder / "sources.lock").exists()


def test_it_cannot_be_written(guide: Path, server: Server):
    """Where sources.lock cannot be written that is told, and ends with 2."""
    server.pages["/page"] = "<p>Another"
    with patch("generator.watched.lock.write", side_effect=PermissionError(13, "Permission denied")):
        done = guia("--accept", cwd=guide)
    assert done.returncode == 2
    assert done.stderr.decode() == "Não foi possível escrever sources.lock: Permission denied.\n"


def test_unchanged(guide: Path, server: Server):
    """A source that is as it was asks nothing of anybody, whether the server knows that or sends it again."""
    lock = (guide / "sources.lock").read_bytes()
    done = guia(cwd=guide)
    assert (done.returncode, done.stderr) == (0, b"")
    assert text(done) == (
        "Fontes de modalities.yaml: 1 como estava.\n\n"
        f"L · Customer leaflet\n  {server.url()}\n  Como na última leitura.\n"
    )
    server.pages["/page"] = sending(304)
    change_lock(guide, '"paragraphs"', '"etag": "\\"1\\"",\n   "paragraphs"')
    assert guia(cwd=guide).returncode == 0
    assert server.asked[-1][1]["If-None-Match"] == '"1"'
    change_lock(guide, '"etag": "\\"1\\"",\n   "paragraphs"', '"paragraphs"')
    assert (guide / "sources.lock").read_bytes() == lock


def change_lock(guide: Path, old: str, new: str) -> None:
    file = guide / "sources.lock"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="\n")


def test_changed(guide: Path, server: Server):
    """What changed is told by its place and its new words, with the facts to look at again, and nothing is written."""
    lock = (guide / "sources.lock").read_bytes()
    server.pages["/page"] = (
        "<p>The signed offer prevails.<p>Repairs cost EUR 42.00.<p>Lamps only.<p>Closed on Mondays."
    )
    done = guia(cwd=guide)
    assert (done.returncode, done.stderr) == (1, b"")
    assert text(done) == (
        "Fontes de modalities.yaml: 1 mudou.\n\n"
        f"L · Customer leaflet\n  {server.url()}\n"
        "  Mudou: 1 parágrafo é outro, 1 é novo.\n"
        "    - o parágrafo 2 é outro: “Repairs cost EUR 42.00.”\n"
        "    - o parágrafo 4 é novo: “Closed on Mondays.”\n"
        "  Confira de novo os fatos que citam esta fonte e atualize `checked` (modalities.yaml:21):\n"
        "    modalities.yaml:23 offer\n    modalities.yaml:24 lamps\n    modalities.yaml:25 fee\n\n"
        "Feito isso, confirme o que foi visto: guia sources check --accept\n"
    )
    assert (guide / "sources.lock").read_bytes() == lock
    lines = (guide / "modalities.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[20].startswith("    checked: ")
    assert lines[22].startswith("      - {id: offer,")
    assert guia("--accept", cwd=guide).returncode == 0
    assert guia(cwd=guide).returncode == 0
    kept = (guide / "sources.lock").read_text(encoding="utf-8")
    assert "EUR" not in kept
    assert [*guide.glob(".sources*")] == []


def test_no_format_that_is_kept_has_words_of_a_source(guide: Path, server: Server):
    """What may end up in an issue or a file has the places of what changed, and none of the words."""
    server.pages["/page"] = "<p>The signed offer prevails.<p>Lamps only.<p>Closed on Mondays."
    markdown, data = guia("--format", "markdown", cwd=guide), guia("--format", "json", cwd=guide)
    assert (markdown.returncode, data.returncode) == (1, 1)
    for each in (markdown, data):
        assert "Monday" not in text(each)
        assert "offer prevails" not in text(each)
    assert text(markdown).startswith("**Fontes de modalities.yaml: 1 mudou.**\n\n### L · Customer leaflet\n")
    assert "\n- o parágrafo 3 é novo\n" in text(markdown)
    assert "- modalities.yaml:23 offer\n" in text(markdown)
    (source,) = held(data)["sources"]
    assert source["differences"] == [{"before": 2, "after": None}, {"before": None, "after": 3}]
    assert source["facts"][0] == {"id": "offer", "line": 23}


def test_reordered(guide: Path, server: Server):
    """Paragraphs in another order are no change, and are told."""
    server.pages["/page"] = "<p>Lamps only.<p>The signed offer prevails.<p>Repairs cost EUR 40.00."
    done = guia(cwd=guide)
    assert done.returncode == 0
    assert "  Os mesmos parágrafos em outra ordem.\n" in text(done)
    (source,) = held(guia("--format", "json", cwd=guide))["sources"]
    assert (source["came"], source["reordered"], source["differences"]) == ("reordered", True, [])


@pytest.mark.parametrize("status", [404, 410])
def test_gone(guide: Path, server: Server, status: int):
    """A source that is gone is a change that accepting does not do away with: what was read stays kept."""
    lock = (guide / "sources.lock").read_bytes()
    server.pages["/page"] = sending(status)
    for options in ((), ("--accept",)):
        done = guia(*options, cwd=guide)
        assert done.returncode == 1
        assert f"  Não existe mais: o servidor diz {status}.\n" in text(done)
        assert "modalities.yaml:23 offer" in text(done)
    assert (guide / "sources.lock").read_bytes() == lock


def test_what_may_answer_tomorrow(guide: Path, server: Server):
    """A server with a problem is no change: it ends with a code of its own, and what was read stays kept."""
    lock = (guide / "sources.lock").read_bytes()
    server.pages["/page"] = sending(503)
    for options in ((), ("--accept",)):
        done = guia(*options, cwd=guide)
        assert done.returncode == 3
        assert "  Não pôde ser lida: o servidor está com um problema (503).\n" in text(done)
    assert held(guia("--format", "json", cwd=guide))["sources"][0]["why"] == "status"
    assert (guide / "sources.lock").read_bytes() == lock


def test_what_can_never_be_read(guide: Path, server: Server):
    """A source that programs cannot or must not read is told until that is accepted, and again for another reason."""
    server.pages["/page"] = sending(200, b"%PDF-1.7", content_type="application/pdf")
    done = guia(cwd=guide)
    assert done.returncode == 3
    assert "não é uma página nem texto simples" in text(done)
    assert guia("--accept", cwd=guide).returncode == 0
    done = guia(cwd=guide)
    assert done.returncode == 0
    assert "Não pode ser lida, como já foi aceito" in text(done)
    server.pages["/robots.txt"] = "User-agent: *\nDisallow: /\n"
    assert guia(cwd=guide).returncode == 3
    server.pages |= {"/robots.txt": "", "/page": PAGE}
    assert guia(cwd=guide).returncode == 1
    assert "Lida pela primeira vez" in text(guia(cwd=guide))


def test_another_address(guide: Path, server: Server):
    """What was read at one address says nothing of another; where a source has moved to is told."""
    server.pages |= {"/page": sending(301, location="/new"), "/new": PAGE}
    done = guia(cwd=guide)
    assert done.returncode == 0
    assert f"  {server.url()}, encontrada em {server.url('/new')}\n" in text(done)
    change(guide, server.url(), server.url("/new"))
    assert guia(cwd=guide).returncode == 1


def test_several_addresses(guide: Path, server: Server):
    """A source that is several pages, to which its place in words leads, is looked at on each of them."""
    where = f"[One]({server.url()}), [two](<{server.url('/two')}>)"
    change(guide, f"{NAMED}    url: {server.url()}\n", f"    where: '{where}'\n")
    server.pages["/two"] = "<p>Two"
    done = guia("--accept", cwd=guide)
    assert text(done).startswith("Fontes de modalities.yaml: 1 lida pela primeira vez, 1 como estava.\n")
    server.pages["/two"] = "<p>Three"
    told = text(guia(cwd=guide))
    assert told.startswith("Fontes de modalities.yaml: 1 mudou, 1 como estava.\n")
    assert f"  {server.url('/two')}\n  Mudou: 1 parágrafo é outro.\n" in told


def test_one_source_alone(guide: Path, server: Server):
    """One source can be looked at and accepted, and the others stay as they were read; one without address cannot."""
    other = f"""  - id: sign
    code: S
    kind: page
    title: Sign
    where: The door
    url: {server.url("/sign")}
    trust: official
    checked: 2025-03-01
    facts:
      - {{id: door, text: The door is open.}}
parties:
"""
    change(guide, "parties:\n", other)
    change(guide, "facts: lamps}]", "facts: [lamps, door]}]")
    server.pages |= {"/sign": "<p>Open", "/page": f"{PAGE}<p>more"}
    assert guia("--source", "sign", "--accept", cwd=guide).returncode == 0
    assert "/page" not in server.paths[-2:]
    done = guia(cwd=guide)
    assert done.returncode == 1
    assert text(done).startswith("Fontes de modalities.yaml: 1 mudou, 1 como estava.\n")
    done = guia("--source", "nothing", cwd=guide)
    assert done.returncode == 2
    assert "leaflet, sign" in done.stderr.decode()


def test_hostile_words(guide: Path, server: Server):
    """What a page says gives no orders to a terminal, hides nothing in it, and is no markup of an issue."""
    server.pages["/page"] = f"{PAGE}<p>&#27;[2J\x1b]0;title\x07 a\u2028b" + "x" * 1000
    told = text(guia(cwd=guide))
    assert "\x1b" not in told
    assert "\u2028" not in told
    assert "<U+001B>" in told
    assert max(map(len, told.splitlines())) < 250
    server.pages["/page"] = sending(200, b"x", content_type="text/x-<img>;\x1b[2J@all")
    for form in ("text", "markdown"):
        told = text(guia("--format", form, cwd=guide))
        assert "\x1b" not in told
        assert form == "text" or "<img>" not in told


def test_a_lock_that_nobody_can_read(guide: Path):
    """A file that another version or a merge has left is not empty: it ends with 2, and says how to write it again."""
    file = guide / "sources.lock"
    for left in (b"<<<<<<< ours\n", b"\xff", b'{"version": 99}'):
        file.write_bytes(left)
        for options in ((), ("--accept",)):
            done = guia(*options, cwd=guide)
            assert (done.returncode, done.stdout) == (2, b"")
            assert "guia sources check --accept" in done.stderr.decode()
        assert file.read_bytes() == left


def test_what_does_not_fit(guide: Path, server: Server):
    """A catalogue with an error, one that is not there and another word for a format end with 2, and ask nobody."""
    asked = len(server.asked)
    done = guia("--format", "html", cwd=guide)
    assert done.returncode == 2
    assert "text, markdown, json" in done.stderr.decode()
    assert guia("nowhere.yaml", cwd=guide).returncode == 2
    change(guide, "minimum: 1", "minimum: yes")
    done = guia(cwd=guide)
    assert done.returncode == 2
    assert "erro[bad-count]" in done.stderr.decode()
    assert run("sources", "nothing", cwd=guide).returncode == 2
    assert len(server.asked) == asked


def test_a_guide_without_addresses(folder: Path):
    """Where no source has an address there is nothing to look at, which is no fault."""
    assert guia("--accept", cwd=folder).returncode == 0
    assert text(guia(cwd=folder)) == "Nenhuma fonte de modalities.yaml tem um endereço para conferir.\n"


def test_the_example_of_the_help(guide: Path):
    """The example that the help shows is run as it stands there, and the help tells every code of its end."""
    helped = " ".join(text(guia("--help", cwd=guide)).split())
    found = re.search(r"Exemplo: (guia sources check)", helped)
    assert found
    assert all(re.search(rf"\b{code} onde", helped) for code in (0, 1, 2, 3))
    assert run(*shlex.split(found[1])[1:], cwd=guide).returncode == 0
