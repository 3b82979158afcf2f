"""Swapping a built site in: whole or not at all, and nothing of the way left behind."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publish.staging import Staging, Unusable

OLD = {"index.html": "old", "gone/index.html": "old", "kind": "a file", "assets/a.css": "old"}
NEW = {"index.html": "new", "new/index.html": "new", "kind/index.html": "a folder", "assets/b.css": "new"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with the last good site."""
    return laid(tmp_path / "site", OLD)


def laid(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def told(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def refuse_to_move(monkeypatch: pytest.MonkeyPatch, refused: Path, code: int = errno.EBUSY) -> None:
    """Have one folder behave as a mount point does."""
    rename = Path.rename

    def guarded(self: Path, target: Path) -> Path:
        if self == refused:
            raise OSError(code, "refused", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", guarded)


# What a swap leaves


def test_a_swap_replaces_the_old_site_whole(site: Path):
    """Every new file is there, no old one is, a file may become a folder, and nothing else is left beside."""
    staging = Staging(site)
    laid(staging.folder, NEW)
    staging.swap()
    assert (told(site), names(site.parent)) == (NEW, {"site"})


def test_the_old_site_stands_untouched_until_the_swap(site: Path):
    """Also while the new one is being written."""
    laid(Staging(site).folder, NEW)
    assert told(site) == OLD


def test_a_build_that_is_forgotten_leaves_no_trace(site: Path):
    """The old site is as it was, to the time of its last change, and nothing is left beside it."""
    before = site.stat()
    staging = Staging(site)
    laid(staging.folder, NEW)
    staging.discard()
    after = site.stat()
    assert (told(site), names(site.parent)) == (OLD, {"site"})
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_swap_without_a_build_changes_nothing(site: Path):
    """A run that ended before its first file has nothing to publish."""
    Staging(site).swap()
    assert (told(site), names(site.parent)) == (OLD, {"site"})


@pytest.mark.parametrize("name", ["site", "public/docs/site"])
def test_a_first_site_needs_no_folder(tmp_path: Path, name: str):
    """The target and its parents are made."""
    staging = Staging(tmp_path / name)
    laid(staging.folder, NEW)
    staging.swap()
    assert told(tmp_path / name) == NEW
    assert names((tmp_path / name).parent) == {"site"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o755, 0o750, 0o2775])
def test_the_mode_of_the_old_folder_is_kept(site: Path, mode: int):
    """A web server's group may still read it."""
    site.chmod(mode)
    staging = Staging(site)
    laid(staging.folder, NEW)
    staging.swap()
    assert site.stat().st_mode & 0o7777 == mode


def test_hidden_entries_of_the_old_folder_stay(site: Path):
    """As with MkDocs itself: no build makes them, and `.git` of a branch checked out there is precious."""
    laid(site, {".git": "gitdir: elsewhere", ".well-known/a": "mine"})
    staging = Staging(site)
    laid(staging.folder, NEW)
    staging.swap()
    assert told(site) == {**NEW, ".git": "gitdir: elsewhere", ".well-known/a": "mine"}


# Links and mount points


def test_a_link_stays_a_link_and_what_it_points_to_is_replaced(tmp_path: Path):
    """The link may lead to another disk."""
    real = laid(tmp_path / "elsewhere" / "out", OLD)
    link = tmp_path / "site"
    link.symlink_to(real)
    staging = Staging(link)
    laid(staging.folder, NEW)
    staging.swap()
    assert link.is_symlink()
    assert (told(real), names(real.parent), names(tmp_path)) == (NEW, {"out"}, {"elsewhere", "site"})


def test_a_link_that_leads_nowhere_yet_is_followed(tmp_path: Path):
    """What it points to is made."""
    link = tmp_path / "site"
    link.symlink_to(tmp_path / "elsewhere" / "out")
    staging = Staging(link)
    laid(staging.folder, NEW)
    staging.swap()
    assert link.is_symlink()
    assert told(tmp_path / "elsewhere" / "out") == NEW


@pytest.mark.parametrize("code", [errno.EBUSY, errno.EXDEV, errno.EACCES])
def test_a_mount_point_has_its_content_replaced(site: Path, monkeypatch: pytest.MonkeyPatch, code: int):
    """It cannot be renamed; the folder stays the same one, and nothing stale stays in it."""
    laid(site, {".git": "gitdir: elsewhere", "lost+found/a": "the file system's"})
    before = site.stat().st_ino
    staging = Staging(site)
    laid(staging.folder, NEW)
    refuse_to_move(monkeypatch, site, code)
    staging.swap()
    assert told(site) == {**NEW, ".git": "gitdir: elsewhere", "lost+found/a": "the file system's"}
    assert (site.stat().st_ino, names(site.parent)) == (before, {"site"})


def test_a_full_disk_behind_a_mount_point_leaves_the_old_site(site: Path, monkeypatch: pytest.MonkeyPatch):
    """The copy is made first, so that it fails while the old site still stands."""

    def full(source: Path, goal: Path, **_options: object) -> None:
        raise shutil.Error([(str(source), str(goal), "No space left on device")] * 1000)

    staging = Staging(site)
    laid(staging.folder, NEW)
    refuse_to_move(monkeypatch, site)
    monkeypatch.setattr("shutil.copytree", full)
    with pytest.raises(OSError, match=r"^No space left on device$"):
        staging.swap()
    assert (told(site), names(site.parent)) == (OLD, {"site"})


def test_a_mount_point_that_resists_half_way_is_put_back(site: Path, monkeypatch: pytest.MonkeyPatch):
    """Such as one with a further mount point inside."""
    staging = Staging(site)
    laid(staging.folder, NEW)
    rename = Path.rename

    def guarded(self: Path, target: Path) -> Path:
        if self in (site, site / "kind"):
            raise OSError(errno.EBUSY, "refused", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", guarded)
    with pytest.raises(OSError, match="refused"):
        staging.swap()
    assert (told(site), names(site.parent)) == (OLD, {"site"})


def test_a_new_site_that_cannot_move_in_leaves_the_old_one(site: Path, monkeypatch: pytest.MonkeyPatch):
    """The old one, already moved aside, comes back."""
    staging = Staging(site)
    laid(staging.folder, NEW)
    refuse_to_move(monkeypatch, staging.folder, errno.EIO)
    with pytest.raises(OSError, match="refused"):
        staging.swap()
    assert (told(site), names(site.parent)) == (OLD, {"site"})


# Runs that were killed

KILLED = """
import os, sys
from pathlib import Path
from generator.publish.staging import Staging

site, mounted, steps = Path(sys.argv[1]), sys.argv[2] == "mounted", int(sys.argv[3])
rename = Path.rename

def counted(self, target):
    global steps
    if mounted and self == site:
        raise OSError(16, "busy")
    if steps == 0:
        os._exit(9)
    steps -= 1
    return rename(self, target)

staging = Staging(site)
(staging.folder / "new").mkdir(parents=True)
(staging.folder / "index.html").write_text("new")
(staging.folder / "new" / "index.html").write_text("new")
Path.rename = counted
staging.swap()
"""


def killed(site: Path, kind: str, steps: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(site), kind, str(steps)], check=False, timeout=30
    )
    assert done.returncode == 9


def test_killed_between_the_two_renames_the_next_run_puts_the_old_site_back(site: Path):
    """And then builds as ever; a hidden entry of the old folder is not lost either."""
    laid(site, {".git": "gitdir: elsewhere"})
    killed(site, "plain", 1)
    assert not site.exists()
    staging = Staging(site)
    assert told(site) == {**OLD, ".git": "gitdir: elsewhere"}
    staging.discard()
    assert names(site.parent) == {"site"}


def test_killed_after_the_two_renames_nothing_of_the_old_folder_is_lost(site: Path):
    """The site is new, and the hidden entry that had not moved yet moves with the next run."""
    laid(site, {".git": "gitdir: elsewhere"})
    killed(site, "plain", 2)
    Staging(site).discard()
    assert told(site) == {"index.html": "new", "new/index.html": "new", ".git": "gitdir: elsewhere"}
    assert names(site.parent) == {"site"}


@pytest.mark.parametrize("steps", range(5))
def test_killed_while_a_mount_point_is_filled_no_old_page_is_lost(site: Path, steps: int):
    """What had moved aside and has no successor comes back, and the next build is whole."""
    killed(site, "mounted", steps)
    staging = Staging(site)
    assert {name: text for name, text in told(site).items() if text != "new"}.keys() >= OLD.keys() - {
        "index.html"
    }
    laid(staging.folder, NEW)
    staging.swap()
    assert (told(site), names(site.parent)) == (NEW, {"site"})


def test_the_leftovers_of_a_killed_build_do_not_disturb(site: Path):
    """Half a site from yesterday never becomes a part of today's."""
    laid(site.parent / ".site.new", {"lock": "", "site/half.html": "half"})
    staging = Staging(site)
    laid(staging.folder, NEW)
    staging.swap()
    assert (told(site), names(site.parent)) == (NEW, {"site"})


# What is refused


def test_a_target_that_is_a_file_is_refused_before_anything_is_touched(tmp_path: Path):
    """Nobody's file is deleted for a site."""
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with pytest.raises(Unusable, match="is a file") as refused:
        Staging(tmp_path / "site")
    assert refused.value.path == tmp_path / "site"
    assert ((tmp_path / "site").read_text(encoding="utf-8"), names(tmp_path)) == ("mine", {"site"})


def test_a_second_build_at_the_same_time_is_refused(site: Path):
    """The first goes on undisturbed, and afterwards the way is free."""
    first = Staging(site)
    laid(first.folder, NEW)
    with pytest.raises(Unusable, match="Another build"):
        Staging(site)
    first.swap()
    assert told(site) == NEW
    Staging(site).discard()
    assert names(site.parent) == {"site"}


def test_a_second_end_of_a_build_does_not_disturb_the_next(site: Path):
    """Whoever has left the room has no say in it."""
    first = Staging(site)
    first.discard()
    second = Staging(site)
    laid(second.folder, NEW)
    first.discard()
    second.swap()
    assert told(site) == NEW
