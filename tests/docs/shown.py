"""What a page of the manual shows: its blocks, the commands in them, the changes that it asks for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parents[2]
MANUAL = TOP / "docs"

_FENCE = re.compile(r"^(?P<fence>```+)(?P<kind>[a-z]+)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    kind: str
    text: str


def page(name: str) -> str:
    return (MANUAL / name).read_text(encoding="utf-8")


def blocks(text: str) -> list[Block]:
    return [Block(found["kind"], found["text"]) for found in _FENCE.finditer(text)]


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


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell as a reader would, in no language but the catalogue's."""
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("LC_ALL", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH", "GUIDE_SITE_URL")
    }
    ours = {
        "PYTHONPATH": str(TOP),
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{bare['PATH']}",
    }
    return subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env={**bare, **ours},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def stands_in(shown: str, printed: str) -> None:
    """Find each line that a page shows in what was printed, in their order."""
    position = 0
    for line in shown.splitlines():
        found = printed.find(line.strip(), position)
        assert found >= 0, f"{line}\n\nis not in:\n\n{printed}"
        position = found + len(line.strip())
