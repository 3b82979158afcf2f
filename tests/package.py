"""A copy of the package, for tests that change it as a developer would."""

from __future__ import annotations

import shutil
from pathlib import Path

import generator


def copied(folder: Path) -> Path:
    """Copy the package into a folder that its programs can be started in; return the copy."""
    return Path(shutil.copytree(Path(generator.__file__).parent, folder / "generator"))
