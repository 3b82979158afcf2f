"""Whatever is handed to `guia check`, it ends soon, takes little memory, and says what is wrong or finds nothing."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest

from generator.diagnostics import MOST
from generator.i18n import words
from generator.reporters.text import render_unreadable
from generator.source.reader import Unreadable, read
from tests.catalogues import PORTUGUESE
from tests.command import guia
from tests.hostile import many, measured

TOP = Path(__file__).parents[2]

SECONDS = 2
"""What a check of anything may take of a processor: time of its own process, whatever the clock says meanwhile."""

TIMES = 8
"""So many times what an ordinary catalogue takes beside it, where that is more: a machine may be slow, or shared."""

MOST_SECONDS = 30
"""Of a processor, after which a check is ended on any machine."""

MEGABYTES = 300
"""What a check of anything may take of memory, on any machine."""

LARGEST_SMALL = 150_000
"""Bytes up to which files are checked one after the other in one process."""

SHARES = 4
"""So many tests have them, so that as many workers can take part."""

LONGEST_REPORT = 1_500_000
"""Characters of any report: a problem may take 3,000."""

WAITS = 60
"""Seconds by the clock after which a check is said to hang."""


@dataclass(frozen=True)
class Done:
    """What one run of the command came to."""

    code: int
    seconds: float
    megabytes: float
    out: str
    err: str


def check(folder: Path, file: str, *arguments: str) -> Done:
    """Run `guia check` on a file of a folder, and hold it to what it may take."""
    return held(run(folder, "-m", "generator", "check", file, "--lang", "en", *arguments))


def held(done: Done) -> Done:
    assert done.code in (0, 1, 2), done
    assert done.seconds < SECONDS or done.seconds < TIMES * ordinary(), done
    assert done.megabytes < MEGABYTES
    assert "Traceback" not in done.out + done.err
    return done


def ordinary() -> float:
    """The seconds that a check of an ordinary catalogue takes of a processor here and now: what others are held to."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "modalities.yaml").write_bytes(sound())
        return run(Path(folder), "-m", "generator", "check", "modalities.yaml", "--lang", "en").seconds


def run(folder: Path, *arguments: str, limit: int = MOST_SECONDS) -> Done:
    ran = subprocess.run(
        (
            *(sys.executable, "-S", measured.__file__, str(limit), str(WAITS)),
            *(sys.executable, *arguments),
        ),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(TOP), "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=WAITS + 10,
    )
    code, seconds, megabytes = json.loads(ran.stdout)
    out, err = ((folder / name).read_text(encoding="utf-8", errors="strict") for name in ("out", "err"))
    return Done(code, seconds, megabytes, out, err)


@cache
def sound() -> bytes:
    """The catalogue of this guide, which most of these files are made from."""
    return PORTUGUESE.read_bytes()


def changed(old: bytes, new: bytes) -> bytes:
    assert old in sound(), old
    return sound().replace(old, new, 1)


def nested(opening: bytes, closing: bytes, levels: int = 100_000) -> bytes:
    return b"guide: " + opening * levels + closing * levels + b"\n"


def laughs() -> bytes:
    """Nine levels of ten each: a thousand million, for whoever follows them."""
    levels = [b'a0: &a0 ["lol"]']
    levels += [b"a%d: &a%d [%s]" % (i, i, b", ".join([b"*a%d" % (i - 1)] * 10)) for i in range(1, 10)]
    return b"\n".join(levels) + b"\n"


def terms(entry: bytes, number: int) -> bytes:
    """A whole catalogue with many more terms in its glossary; `%d` is the number of each."""
    entries = b"".join(entry.replace(b"%d", b"%d" % i) for i in range(number))
    return changed(b"glossary:\n", b"glossary:\n" + entries)


def facts_and_slips() -> bytes:
    facts = b"".join(b"      - {id: zz%d, text: A fact.}\n" % i for i in range(10_000))
    before = b"    facts:\n      - id: p6\n"
    slips = terms(b"  - {id: g%d, term: T%d, definition: D., facts: vz%d}\n", 10_000)
    assert slips.count(before) == 1
    return slips.replace(before, facts.join(before.split(b"      - id", 1)[:1]) + facts + b"      - id: p6\n")


@dataclass(frozen=True)
class File:
    """Something to hand to the command.

    ``finds`` are the codes that must be told and no others, in the order in which they first appear; none means that
    the file is fine.
    """

    name: str
    make: Callable[[], bytes]
    finds: tuple[str, ...]
    at: str | None = None
    """Line and column of the first problem, where the place tells something."""


def file(name: str, make: bytes | Callable[[], bytes], *finds: str, at: str | None = None) -> File:
    return File(name, make if callable(make) else lambda: make, finds, at)


MINIMUM = f"{PORTUGUESE.read_text(encoding='utf-8').splitlines().index('    minimum: 10') + 1}:14"
"""Where the least time of a price stands in it."""

EMPTY = ("empty-file",)
NOT_ONE = ("not-a-catalogue",)

FILES = (
    # What a catalogue may be, whatever wrote it.
    file("as it is", sound),
    file("byte order mark", lambda: b"\xef\xbb\xbf" + sound()),
    file("carriage returns and line feeds", lambda: sound().replace(b"\n", b"\r\n")),
    file("carriage returns", lambda: sound().replace(b"\n", b"\r")),
    file("faults in the same place whatever ends a line", lambda: changed(b"minimum: 10", b"minimum: yes")
         .replace(b"\n", b"\r\n"), "bad-count", at=MINIMUM),
    file("right to left", lambda: changed("Dúvidas pontuais".encode(), "שאלות נקודתיות وأسئلة".encode())),
    # What is no text.
    file("100 megabytes", b"x" * 100_000_000, "file-too-large"),
    file("100 megabytes of comments", lambda: sound() + b"# more\n" * 15_000_000, "file-too-large"),
    file("NUL", lambda: changed(b"TOTVS", b"TO\0VS"), "not-utf8"),
    file("only NUL", bytes(4096), "not-utf8"),
    file("UTF-16 with a mark", lambda: sound().decode().encode("utf-16"), "not-utf8"),
    file("UTF-16, big end first", lambda: b"\xfe\xff" + sound().decode().encode("utf-16-be"), "not-utf8"),
    file("UTF-16 without a mark", lambda: sound().decode().encode("utf-16-le"), "not-utf8", at="1:2"),
    file("UTF-32", lambda: sound().decode().encode("utf-32"), "not-utf8"),
    file("UTF-32 without a mark", lambda: sound().decode().encode("utf-32-be"), "not-utf8", at="1:1"),
    file("Latin-1", lambda: sound().decode().encode("latin-1", "replace"), "not-utf8"),
    file("half a letter at the end", lambda: sound() + "ç".encode()[:1], "not-utf8"),
    file("a compressed file", b"\x1f\x8b\x08\x00" + bytes(range(256)) * 40, "not-utf8"),
    # What holds nothing, or something else.
    file("empty", b"", *EMPTY),
    file("one line feed", b"\n", *EMPTY),
    file("only a mark", b"\xef\xbb\xbf", *EMPTY),
    file("only comments", b"# a\n  # b\n\n# c\n", *EMPTY),
    file("only a document mark", b"---\n", *EMPTY),
    file("nothing but spaces", b" " * 15_000_000, *EMPTY),
    file("a list at the top", b"- guide\n- sources\n", *NOT_ONE),
    file("a text at the top", b"guide\n", *NOT_ONE),
    file("a number at the top", b"42\n", *NOT_ONE),
    file("JSON of something else", b'["guide"]', *NOT_ONE),
    file("two documents", lambda: sound() + b"---\nguide: {}\n", "second-document"),
    # What asks for more than it gives.
    file("a thousand million laughs", laughs, "piece-used-again"),
    file("100,000 aliases", b"x: &x [1]\ny:\n" + b"- *x\n" * 100_000, "piece-used-again", at="1:4"),
    file("an alias of itself", b"guide: &a [*a]\n", "piece-used-again"),
    file("100,000 levels of brackets", lambda: nested(b"[", b"]"), "nested-too-deep"),
    file("100,000 levels of braces", lambda: nested(b"{a: ", b"}"), "nested-too-deep"),
    file("100,000 levels of dashes", b"guide:\n" + b"- " * 100_000 + b"x\n", "nested-too-deep"),
    file("2,000 levels of keys", b"".join(b" " * i + b"a:\n" for i in range(2_000)), "nested-too-deep"),
    file("100,000 keys of keys", b"? " * 100_000 + b"\n", "key-not-text", "nested-too-deep"),
    file("a line of ten megabytes", lambda: changed(b"title: Guia", b"title: " + b"nunca " * 1_700_000 + b"Guia"),
         "too-long"),
    file("a key of a megabyte", lambda: sound() + b"? " + b"k" * 1_000_000 + b"\n: 1\n", "unknown-key"),
    file("a number of 5,000 digits", lambda: changed(b"minimum: 10\n", b"minimum: " + b"9" * 5_000 + b"\n"),
         "bad-count"),
    file("a day of 5,000 digits", lambda: changed(b"date: 2026", b"date: " + b"9" * 5_000), "bad-date"),
    file("100,000 keys at the top", b"".join(b"k%d: 1\n" % i for i in range(100_000)), "file-too-large"),
    file("9,000 keys at the top", lambda: sound() + b"".join(b"k%d: 1\n" % i for i in range(9_000)),
         "unknown-key", "too-many-problems"),
    file("9,000 keys of another file", b"".join(b"k%d: 1\n" % i for i in range(9_000)), "not-a-catalogue"),
    file("100,000 times the same key", b"k: 1\n" * 100_000, "duplicate-key"),
    file("three million lines", b"a: b\n" * 3_000_000, "file-too-large"),
    file("five million words", b"[" + b"x," * 5_000_000, "file-too-large"),
    file("900,000 maps", b"guide:\n" + b"  - {b: c}\n" * 900_000, "file-too-large"),
    file("15 megabytes of control characters", b"\x01" * 15_000_000, "forbidden-character", "too-many-problems"),
    file("15 megabytes of quotes", b'"' * 15_000_000, "unclosed-quote"),
    file(
        "letters that take four bytes",
        lambda: changed(b"title: Guia", b"title: " + "\U0001f600".encode() * 3_900_000),
        "too-long",
    ),
    file("50,000 modalities that hold nothing", lambda: changed(
        b"\nclaims:\n", b"".join(b"\n  - id: m%d\n    nme: x\n" % i for i in range(50_000)) + b"\nclaims:\n"),
        "missing-key", "unknown-key", "too-many-problems"),
    file("one id 10,000 times", lambda: terms(b"  - {id: same, term: T%d, definition: D., facts: v1}\n", 10_000),
         "duplicate-id", "too-many-problems"),
    file("10,000 ids that lead nowhere",
         lambda: terms(b"  - {id: g%d, term: T%d, definition: D., facts: vz%d}\n", 10_000),
         "unknown-reference", "too-many-problems"),
    file("10,000 slips among 10,000 facts", facts_and_slips, "unknown-reference", "too-many-problems"),
    # What happens to files.
    file("tabs", lambda: changed(b"  organisation:", b"\torganisation:"), "tab-indentation"),
    file("an unclosed quote", lambda: changed(b'revision: "1"', b'revision: "1'), "unclosed-quote"),
    file("an unclosed bracket", lambda: changed(b"[b2, d2]", b"[b2, d2"), "unclosed-bracket"),
    file("a conflict", lambda: changed(
        b"  organisation: TOTVS\n",
        b"<<<<<<< HEAD\n  organisation: TOTVS\n=======\n  organisation: Totvs\n>>>>>>> theirs\n"), "conflict-marker"),
    file("characters that turn the text around", lambda: changed(
        "Suporte Técnico".encode(), "Suporte \u202eTécnico\u202c".encode()), "hidden-character"),
    file("half an emoji", lambda: changed(b"organisation: TOTVS", b'organisation: "TOTVS \\ud83d"'), "bad-escape"),
    file("half an emoji in bytes", lambda: changed(b"TOTVS", b"TO\xed\xa0\xbdTVS"), "not-utf8"),
    file("an escape above all letters", lambda: changed(
        b"organisation: TOTVS", b'organisation: "TOTVS \\U00110000"'), "bad-escape"),
    file("a line end of other systems", lambda: changed(b"TOTVS\n", "TOTVS\u2028ou outra\n".encode()),
         "forbidden-character"),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder whose large files are gone after the test."""
    yield tmp_path
    for path in tmp_path.iterdir():
        if path.is_file() and not path.is_symlink():
            path.unlink()


SMALL = [each for each in FILES if len(each.make()) <= LARGEST_SMALL]
LARGE = [each for each in FILES if each not in SMALL]


@pytest.mark.parametrize("share", range(SHARES))
def test_a_small_file_is_read_or_refused(folder: Path, share: int):
    """Each file gets just the problems that it has, soon and in little memory, for people and for machines alike."""
    all_are_read_or_refused(folder, SMALL[share::SHARES])


@pytest.mark.parametrize("hostile", LARGE, ids=lambda each: each.name)
def test_a_large_file_is_read_or_refused(folder: Path, hostile: File):
    """The same in a process of its own, whose time and memory nothing else takes."""
    all_are_read_or_refused(folder, [hostile])


def all_are_read_or_refused(folder: Path, files: list[File]) -> None:
    asked = []
    for number, hostile in enumerate(files):
        (folder / f"{number}.yaml").write_bytes(hostile.make())
        asked.append(f"{number}.yaml=json,text{FURTHER.get(hostile.name, '')}")
    done = run(folder, many.__file__, *asked, limit=WAITS)
    assert (done.code, done.err) == (0, "")
    told = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    for number, (hostile, found) in enumerate(zip(files, told["found"], strict=True)):
        reports = {form: Done(code, 0, 0, out, err) for form, (code, _, out, err) in found.items()}
        # One examination is behind all reports of a file, which together may take what a check may.
        seconds = told["started"] + sum(seconds for _, seconds, _, _ in found.values())
        said = "".join(each.out + each.err for each in reports.values())
        held(Done(reports["json"].code, seconds, done.megabytes, said, ""))
        as_it_should_be(hostile, f"{number}.yaml", reports["json"], reports["text"])
        for form in reports.keys() - {"json", "text"}:
            stays_small(hostile, form, reports[form])


def as_it_should_be(hostile: File, name: str, done: Done, plain: Done) -> None:
    told = json.loads(done.out)
    problems = told["problems"]
    assert tuple(dict.fromkeys(each["code"] for each in problems)) == hostile.finds, hostile.name
    assert len(problems) <= MOST + 1
    assert done.code == (0 if not problems else 1 if told["readable"] else 2)
    assert done.err == ""
    data = hostile.make()
    lengths = [len(line) for line in data.decode("utf-8", "replace").splitlines()] if told["readable"] else []
    for each in problems:
        assert all(each[key] for key in ("message", "cure", "title"))
        assert len(each["message"]) < 1_000
        if told["readable"] and lengths:
            assert 1 <= each["place"]["line"] <= len(lengths) + 1
    if hostile.at:
        assert f"{problems[0]['place']['line']}:{problems[0]['place']['column']}" == hostile.at

    assert plain.code == done.code
    said = plain.err if plain.code == 2 else plain.out
    assert plain.out == "" or plain.code < 2
    assert len(said) < LONGEST_REPORT
    assert said.count(f"{name}:") >= len(problems)
    for code in hostile.finds:
        assert f"[{code}]" in said


FURTHER = {
    "UTF-16 without a mark": ",github",
    "empty": ",sarif",
    "a line of ten megabytes": ",github",
    "a key of a megabyte": ",sarif",
    "100,000 times the same key": ",github",
    "10,000 slips among 10,000 facts": ",sarif",
    "characters that turn the text around": ",github",
}
"""Of which files a workflow or a code host is told as well."""


def stays_small(hostile: File, form: str, done: Done) -> None:
    """What it is told stays within the same bounds, however long the lines are."""
    assert len(done.out) < LONGEST_REPORT
    assert hostile.finds[0] in done.out
    if form == "sarif":
        places = json.loads(done.out)["runs"][0]["results"]
        assert 1 <= len(places) <= MOST + 1


def test_a_workflow_is_told_of_files_that_there_are():
    """No report is left out because a file has another name by now."""
    assert FURTHER.keys() <= {each.name for each in FILES}


def test_what_is_told_of_a_file_is_bounded(folder: Path):
    """The closing problem says how many are shown, and stands last."""
    (folder / "modalities.yaml").write_bytes(b"\x01" * 100_000)
    *_, last = check(folder, "modalities.yaml").out.strip().split("\n\n")[:-1]
    assert "error[too-many-problems]" in last
    assert f"more than {MOST} problems" in last


# What is no file, or none that may be read.

DEVICES = ("/dev/zero", "/dev/null", "/dev/urandom")


@pytest.mark.parametrize("device", DEVICES)
def test_devices(folder: Path, device: str):
    """A device ends like a file that is too large, is empty, or is no text."""
    codes = {"/dev/zero": "file-too-large", "/dev/null": "empty-file", "/dev/urandom": "file-too-large"}
    done = check(folder, device)
    assert f"[{codes[device]}]" in done.out + done.err


def test_a_pipe_that_nobody_writes_to(folder: Path):
    """A named pipe without a writer is empty: nobody waits for what may never come."""
    os.mkfifo(folder / "modalities.yaml")
    done = check(folder, "modalities.yaml")
    assert (done.code, done.err) == (1, "")
    assert "error[empty-file]" in done.out


@pytest.mark.parametrize(
    ("what", "form"),
    [
        *(("missing", form) for form in ("text", "json", "github", "sarif")),
        ("folder", "text"),
        ("link to itself", "json"),
        ("links in a circle", "text"),
        ("link to nothing", "json"),
        ("long name", "text"),
        ("folder is a file", "json"),
    ],
)
def test_what_cannot_be_opened(folder: Path, what: str, form: str):
    """What is no file gets one problem, in every format, and the code that says that nothing could be read."""
    name = "modalities.yaml"
    path = folder / name
    match what:
        case "folder":
            path.mkdir()
        case "link to itself":
            path.symlink_to(path)
        case "links in a circle":
            path.symlink_to(folder / "other.yaml")
            (folder / "other.yaml").symlink_to(path)
        case "link to nothing":
            path.symlink_to(folder / "nothing.yaml")
        case "long name":
            name = "x" * 5_000 + ".yaml"
        case "folder is a file":
            path.write_text("guide: {}\n", encoding="utf-8")
            name = "modalities.yaml/more.yaml"
    done = guia("check", name, "--lang", "en", "--format", form, cwd=folder)
    assert done.returncode == 2
    assert (done.stdout == b"") is (form == "text")
    assert b"unreadable-file" in done.stdout + done.stderr
    if form == "json":
        assert [each["place"] for each in json.loads(done.stdout)["problems"]] == [None]


def test_no_permission(folder: Path, monkeypatch: pytest.MonkeyPatch):
    """A file that may not be read is told as such; where the user may read all, the system's answer is made up."""
    path = folder / "modalities.yaml"
    path.write_bytes(sound())
    path.chmod(0)
    if not os.access(path, os.R_OK):
        done = check(folder, path.name)
        assert done.code == 2
        assert "error[unreadable-file]" in done.err
    # In this process too, so that there is a test whoever runs it.
    monkeypatch.setattr("generator.source.reader.open", refused, raising=False)
    with pytest.raises(Unreadable) as caught:
        read(path)
    assert caught.value.diagnostic.code == "unreadable-file"
    told = render_unreadable(caught.value, words("en"))
    assert "you may not read it" in told or "permission" in told.lower()


def refused(path: Path, *_arguments: object, **_named: object) -> NoReturn:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
