"""Builds beside the published folder and swaps at the end: a failed build never touches the last good site."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.i18n import N_

if sys.platform == "win32":
    import msvcrt

    def _claim(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _claim(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Unusable(Exception):
    """No site can be built there; ``message`` is to be translated and takes ``path``."""

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message)
        self.message = message
        self.path = path


class Staging:
    """A folder beside the target, on the same file system, that takes the target's place in one step.

    It stands in a hidden room of its own, ``.<target>.new``, which is locked while somebody builds and gone
    afterwards. What a killed run left there is put right by the next one.
    """

    def __init__(self, target: Path) -> None:
        # A link stays a link: what it points to is what is replaced.
        self.target = Path(os.path.realpath(target))
        if self.target.exists() and not self.target.is_dir():
            raise Unusable(
                N_("{path} is a file: a site needs a folder; move the file away or name another."), target
            )
        self._room = self.target.with_name(f".{self.target.name}.new")
        self.folder = self._room / "site"
        self._lock = _Lock(self._room)
        try:
            self._recover()
            _remove(self.folder)
        except BaseException:
            self._lock.release()
            raise

    def discard(self) -> None:
        """Forget what was built."""
        if self._lock.held:
            shutil.rmtree(self.folder, ignore_errors=True)
            self._lock.release()

    def swap(self) -> None:
        """Put what was built in the target's place, whole."""
        try:
            if self.folder.is_dir():
                self._swap()
        finally:
            self.discard()

    def _swap(self) -> None:
        if not self.target.exists():
            self.folder.rename(self.target)
            return
        shutil.copymode(self.target, self.folder)
        old = self._room / "old"
        try:
            self.target.rename(old)
        except OSError:  # a mount point cannot be renamed; what is in it can
            self._swap_content()
            return
        try:
            self.folder.rename(self.target)
        except OSError:
            old.rename(self.target)
            raise
        self._retire(old)

    def _swap_content(self) -> None:
        # The copy comes first: on a full disk it fails while the old site still stands.
        room = self.target / self._room.name
        new, old = room / "site", room / "old"
        old.mkdir(parents=True)
        moved = []
        try:
            _copy(self.folder, new)
            for name in sorted({path.name for path in (*_visible(self.target), *new.iterdir())}):
                for source, goal in ((self.target / name, old / name), (new / name, self.target / name)):
                    if os.path.lexists(source):
                        source.rename(goal)
                        moved.append((source, goal))
        except OSError:
            for source, goal in reversed(moved):
                goal.rename(source)
            raise
        finally:
            shutil.rmtree(room, ignore_errors=True)

    def _recover(self) -> None:
        """Put the old site back where an earlier run was killed in the middle of its swap."""
        old = self._room / "old"
        if old.is_dir():
            if self.target.exists():
                self._retire(old)
            else:
                old.rename(self.target)
        inside = self.target / self._room.name
        if inside.is_dir():
            for path in (inside / "old").iterdir() if (inside / "old").is_dir() else ():
                if not os.path.lexists(self.target / path.name):
                    path.rename(self.target / path.name)
            _remove(inside)

    def _retire(self, old: Path) -> None:
        # Hidden entries are no part of a site and no build makes them: `.git` of a branch checked out there stays.
        for path in old.iterdir():
            if path.name.startswith(".") and not os.path.lexists(self.target / path.name):
                path.rename(self.target / path.name)
        shutil.rmtree(old, ignore_errors=True)


class _Lock:
    """A room that one process holds; the system lets go of it however that process ends."""

    def __init__(self, room: Path) -> None:
        self._room = room
        self._path = room / "lock"
        self._file = -1
        # Whoever leaves the room removes it: between making and locking it may go, and is made again.
        while not self.held:
            room.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                self._file = self._take()

    def _take(self) -> int:
        file = os.open(self._path, os.O_RDWR | os.O_CREAT)
        try:
            _claim(file)
            if not os.path.samestat(os.fstat(file), self._path.stat()):
                raise FileNotFoundError
        except (BlockingIOError, PermissionError):
            os.close(file)
            raise Unusable(
                N_("Another build is writing {path} now: wait until it is done, then try again."), self._room
            ) from None
        except FileNotFoundError:
            os.close(file)
            raise
        except OSError:
            pass  # a file system without locks: as good as it gets
        return file

    @property
    def held(self) -> bool:
        return self._file >= 0

    def release(self) -> None:
        """Leave the room, and remove it where nothing is left in it."""
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(self._file)
        with suppress(OSError):
            self._path.unlink()
            self._room.rmdir()
        if sys.platform != "win32":
            os.close(self._file)
        self._file = -1


def _visible(folder: Path) -> Iterator[Path]:
    """Give what a site may have left in a folder; ``lost+found`` belongs to the file system."""
    return (path for path in folder.iterdir() if not path.name.startswith(".") and path.name != "lost+found")


def _copy(folder: Path, goal: Path) -> None:
    try:
        shutil.copytree(folder, goal, symlinks=True)
    except shutil.Error as error:
        # It holds a sentence for each of a thousand files; the first says what is the matter.
        raise OSError(error.args[0][0][2]) from None


def _remove(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder)
