"""Builds beside the published folder and swaps at the end: a failed build never touches the last good site."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


class Staging:
    """A folder beside the target, on the same file system, that takes the target's place in one step."""

    def __init__(self, target: Path) -> None:
        # A link stays a link: what it points to is what is replaced.
        self.target = Path(os.path.realpath(target))
        self.folder = self.target.with_name(f".{self.target.name}.new")
        self._old = self.target.with_name(f".{self.target.name}.old")
        self.discard()
        self._recover()

    def _recover(self) -> None:
        """Put the old site back where an earlier run was killed between the two renames of its swap."""
        if self._old.exists():
            if self.target.exists():
                shutil.rmtree(self._old)
            else:
                self._old.rename(self.target)

    def discard(self) -> None:
        """Forget what was built."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def swap(self) -> None:
        """Put what was built in the target's place, whole."""
        if not self.folder.is_dir():
            return
        if not self.target.exists():
            self.folder.rename(self.target)
            return
        shutil.copymode(self.target, self.folder)
        try:
            self.target.rename(self._old)
        except OSError:  # a mount point cannot be renamed: its content can be replaced
            self._replace_content()
            return
        self.folder.rename(self.target)
        shutil.rmtree(self._old)

    def _replace_content(self) -> None:
        # Pages first arrive beside the old ones, then what is no longer there goes: no address dies meanwhile.
        shutil.copytree(self.folder, self.target, dirs_exist_ok=True)
        for path in sorted(self.target.rglob("*"), reverse=True):
            if not (self.folder / path.relative_to(self.target)).exists():
                path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        self.discard()
