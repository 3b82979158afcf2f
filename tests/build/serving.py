"""The real `mkdocs serve` at work on a copy of the project, and what it shows and says."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import generator
from tests.build.project import Project, until


@dataclass(frozen=True)
class Preview:
    """A server at work on a project and on a copy of the package, so that nothing in the checkout is touched."""

    project: Project
    package: Path
    temporary: Path
    address: str
    process: subprocess.Popen[str]
    console: Path

    def said(self) -> str:
        return self.console.read_text(encoding="utf-8")

    def rebuilds(self) -> int:
        return self.said().count("Building documentation...")

    def page(self, address: str = "") -> str:
        """Return a page, or nothing where the server has none or gives no answer in a second."""
        try:
            with urllib.request.urlopen(f"{self.address}{address}", timeout=1) as answer:
                content: bytes = answer.read()
                return content.decode("utf-8")
        except (urllib.error.URLError, TimeoutError):
            return ""

    def missing(self, address: str) -> str:
        """Return what is shown at an address that has no page."""
        try:
            urllib.request.urlopen(f"{self.address}{address}", timeout=1)
        except urllib.error.HTTPError as error:
            return error.read().decode("utf-8")
        except (urllib.error.URLError, TimeoutError):
            pass
        return ""

    def style(self) -> str:
        """Return the guide's style sheet, under the address that the home page gives it now."""
        found = re.search(r'href="(assets/guide\.\w+\.css)"', self.page())
        return self.page(found[1]) if found else ""

    def shows(self, text: str, address: str = "") -> str:
        """Wait for a text on a page, and return that page."""
        seen = ""

        def shown() -> bool:
            nonlocal seen
            seen = self.page(address)
            return text in seen

        until(shown)
        return seen

    def says(self, text: str, since: int) -> None:
        until(lambda: text in self.said()[since:])

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file of the package's copy."""
        Project(self.package).edit(name, old, new)


@contextmanager
def serving(
    folder: Path, *arguments: str, before: Callable[[Project], object] = lambda _project: None
) -> Iterator[Preview]:
    """Run `mkdocs serve` on a copy of the project, to which something may be done first."""
    project = Project.copied(folder / "project")
    before(project)
    package = folder / "package"
    # Another process may be at work in the folders of what is compiled.
    compiled = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(generator.__file__).parent, package / "generator", ignore=compiled)
    temporary = folder / "tmp"
    temporary.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    console = folder / "console"
    with (
        console.open("w", encoding="utf-8") as file,
        project.start(
            *("serve", *arguments, "-a", place), output=file, PYTHONPATH=str(package), TMPDIR=str(temporary)
        ) as process,
    ):
        preview = Preview(project, package, temporary, f"http://{place}/guia/", process, console)
        try:
            until(lambda: "Serving on" in preview.said() or process.poll() is not None)
            assert process.poll() is None, preview.said()
            yield preview
        finally:
            process.kill()
