"""A project of the smallest catalogue, with settings and a page by hand, to be judged as `guia check` does."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from generator.linter.examples import SMALLEST
from generator.linter.runner import examine
from generator.pages import Page
from generator.publish.build import Build
from generator.publish.written import verdict
from generator.publish.written.verdict import Judged
from generator.source.reader import SourceFile
from generator.views.context import WholeGuide

SETTINGS = "site_name: Lamps\ndocs_dir: content\ntheme:\n  name: material\nplugins: [guide]\n"


@cache
def lamps() -> tuple[WholeGuide, dict[str, Page]]:
    """The smallest guide, with its pages."""
    made = Build(examine(SourceFile("modalities.yaml", SMALLEST.read_text(encoding="utf-8"))))
    return made.whole, made.pages


class Project:
    """A project of the smallest catalogue, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("modalities.yaml", SMALLEST.read_text(encoding="utf-8"))
        self.write("mkdocs.yml", SETTINGS)
        self.write("content/lamps.md", "# Lamps\n")

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def judged(self, *, beside_errors: bool = False) -> Judged:
        nothing: tuple[None, dict[str, Page]] = (None, {})
        return verdict.of_project(
            self.folder / "modalities.yaml", (lambda: nothing) if beside_errors else lamps
        )

    def found(self, *, beside_errors: bool = False) -> list[tuple[str, int, str]]:
        """File, line and code of each thing that is wrong."""
        return [
            (
                Path(os.path.relpath(each.source.name, os.path.relpath(self.folder))).as_posix(),
                one.place.line,
                one.code,
            )
            for each in self.judged(beside_errors=beside_errors).files
            for one in each.diagnostics
            if one.place
        ]
