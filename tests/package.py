"""A copy of the package, for tests that change it as a developer would: its programs run in processes of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import generator


def copied(folder: Path) -> Path:
    """Copy the package into a folder that its programs can be started in; return the copy."""
    # Another process may be at work in the folders of what is compiled.
    compiled = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(Path(generator.__file__).parent, folder / "generator", ignore=compiled))


def run(package: Path, *arguments: str, cwd: Path, locale: str = "C") -> subprocess.CompletedProcess[str]:
    """Run Python in a folder with the copy that lies in ``package`` in the place of the package."""
    ours = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "LC_ALL": locale, "PYTHONPATH": str(package)}
    return subprocess.run(
        (sys.executable, *arguments),
        cwd=cwd,
        env={**os.environ, **ours},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
