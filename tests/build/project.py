"""A copy of a guide in which the real commands may break whatever they like."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.catalogues import PORTUGUESE_GUIDE

INPUTS = ("mkdocs.yml", "modalities.yaml", "content", "overrides")

SITE_URL = "https://guide.invalid/guia/"

Bytes = dict[str, tuple[bytes, int]]
"""Each file of a site: its bytes, and the time of its last change."""


@dataclass(frozen=True)
class Project:
    """The inputs of a guide in a folder of its own."""

    folder: Path

    @classmethod
    def copied(cls, folder: Path, source: Path = PORTUGUESE_GUIDE) -> Project:
        """Copy the inputs, and a built site where there is one in another copy."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in (*INPUTS, *(() if source == PORTUGUESE_GUIDE else ("site",))):
            path = source / name
            if path.is_dir():
                shutil.copytree(path, folder / name)
            else:
                shutil.copy2(path, folder / name)
        return cls(folder)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the first occurrence of a text that must be there."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new, 1))

    def rename_guide(self, title: str) -> None:
        """Give the guide another title, which every page shows."""
        lines = (self.folder / "modalities.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
        at = next(number for number, line in enumerate(lines) if line.startswith("  title: "))
        lines[at] = f"  title: {title}\n"
        self.write("modalities.yaml", "".join(lines))

    def start(
        self, *arguments: str, output: IO[str] | int = subprocess.PIPE, **variables: str
    ) -> subprocess.Popen[str]:
        """Start `mkdocs` with some arguments."""
        return subprocess.Popen(
            (sys.executable, "-m", "mkdocs", *arguments),
            cwd=self.folder,
            env=environment(variables),
            stdout=output,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def run(self, *arguments: str, **variables: str) -> tuple[int, str]:
        """Run `mkdocs`; return its exit code and all that it said."""
        with self.start(*arguments, **variables) as process:
            said, _ = process.communicate(timeout=60)
            return process.returncode, said

    def files(self, folder: str = "site") -> Bytes:
        return files(self.folder / folder)

    def left_over(self) -> list[str]:
        """Name whatever a build left beside its site."""
        return sorted(path.name for path in self.folder.iterdir() if path.name.startswith("."))


def files(folder: Path) -> Bytes:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def environment(variables: dict[str, str]) -> dict[str, str]:
    """Return the environment of a command: with an address, so that there is a sitemap, and no date."""
    inherited = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    ours = {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",
        "GUIDE_SITE_URL": SITE_URL,
    }
    return {**inherited, **ours, **variables}


def until(true: Callable[[], bool], seconds: float = 40) -> None:
    """Wait for something to come true, as short as it takes."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, f"not within {seconds} seconds"
        time.sleep(0.02)
