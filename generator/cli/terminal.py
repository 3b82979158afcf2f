"""The terminal: what is shown on it, in which colours and letters, and the codes with which a command ends."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Any

OK, PROBLEMS, UNREADABLE = 0, 1, 2

FILE = Path("modalities.yaml")


def name_of(file: Path) -> str:
    """Call a file as seen from here, so that a report read elsewhere leads to it too."""
    try:
        return file.relative_to(Path.cwd()).as_posix() if file.is_absolute() else file.as_posix()
    except (ValueError, OSError):
        return file.as_posix()


def colour(stream: IO[str]) -> bool:
    """Tell whether a stream is shown in colours: on a terminal, unless its reader asks for none."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def show(text: str, stream: Any) -> None:
    """Write a text to a stream that may know only the letters of one country, or none at all."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
    stream.flush()
