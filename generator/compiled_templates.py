"""Keeps compiled templates where Python keeps compiled modules: to compile them anew takes a fifth of a small build.

They lie in `__pycache__` beside the templates, or where `PYTHONPYCACHEPREFIX` says. Where nothing can be written there,
or `PYTHONDONTWRITEBYTECODE` forbids it, each build compiles them for itself. All of them can be deleted at any time.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile

import jinja2
from jinja2.bccache import Bucket, BytecodeCache


class BesideTemplates(BytecodeCache):
    """Compiled templates, each for as long as its text, Jinja, and what shapes the code are what they were.

    ``shaped_by`` names the files that say how templates become code. Jinja itself tells one version of Python from
    another.
    """

    def __init__(self, shaped_by: Iterable[str]) -> None:
        shape = hashlib.sha256(jinja2.__version__.encode())
        for file in shaped_by:
            shape.update(Path(file).read_bytes())
        self._shape = shape.hexdigest()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's signature
        """Return where the template's code is kept."""
        return cache_from_source(filename) if filename else ""

    def get_source_checksum(self, source: str) -> str:
        return hashlib.sha256(f"{self._shape}{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            with Path(bucket.key).open("rb") as file:
                bucket.load_bytecode(file)
        except Exception:
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Put it in its place whole, for another build may read it at the same time."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        with suppress(OSError):
            folder = Path(bucket.key).parent
            folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=folder, delete=False) as file:
                try:
                    bucket.write_bytecode(file)
                    file.close()
                    Path(file.name).replace(bucket.key)
                except BaseException:
                    Path(file.name).unlink(missing_ok=True)
                    raise
