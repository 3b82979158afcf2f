"""The catalogues of a comparison: of a file, or of a file as it was at some revision of a git repository."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from generator.catalogue.root import Catalogue
from generator.cli.localisation import _, language_of, locale
from generator.cli.terminal import UNREADABLE, colour, name_of, show
from generator.i18n import FIRST_LANGUAGE, words
from generator.source.reader import SourceFile, Unreadable, decode, read


def older_and_newer(old: str, new: str) -> tuple[Catalogue, Catalogue]:
    """Return both catalogues; where one cannot be compared the command ends, and says which of them it is."""
    # Both are looked at before the command ends: whoever mends one wants to know of the other, too.
    made = [_catalogue(each, side) for each, side in ((old, _("OLD")), (new, _("NEW")))]
    if made[0] is None or made[1] is None:
        sys.exit(UNREADABLE)
    return made[0], made[1]


def _catalogue(name: str, side: str) -> Catalogue | None:
    """Read one of them; None, and its report is shown, where it has an error or cannot be read."""
    from generator.linter.runner import examine
    from generator.reporters.text import render, render_unreadable

    try:
        examined = examine(_source(name))
    except _Refused as refused:
        show(f"{side}: {refused}\n", sys.stderr)
        return None
    except Unreadable as fault:
        report = render_unreadable(fault, words(locale() or FIRST_LANGUAGE), colour(sys.stderr))
        show(f"{side}: {report}", sys.stderr)
        return None
    if examined.ok and examined.catalogue is not None:
        return examined.catalogue
    told = _("{side}: {name} has errors, so that nobody can tell what it means.").format(side=side, name=name)
    report = render(examined, words(locale() or language_of(examined.tree)), colour(sys.stderr))
    show(f"{told}\n{report}", sys.stderr)
    return None


class _Refused(Exception):
    """Why a revision cannot be read, in the reader's words."""


def _source(name: str) -> SourceFile:
    """Return the text of a file that is there, else of `REV:FILE`; raises `Unreadable` or `_Refused`."""
    revision, colon, file = name.partition(":")
    if _is_there(Path(name)) or not colon or not revision or not file:
        return read(Path(name), name=name_of(Path(name)))
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        _no_revision(revision)
    data = _git("cat-file", "blob", f"{commit.decode().strip()}:{file}")
    if data is None:
        told = _(
            "There is no “{file}” at “{revision}”. A path counts from the top of the repository; from here: ./{file}."
        )
        _refuse(told.format(file=file, revision=revision))
    return decode(data, name)


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # a name that no file can have, such as one that is too long
        return False


def _no_revision(revision: str) -> NoReturn:
    if _git("rev-parse", "--git-dir") is None:
        _refuse(
            _("There is no file “{revision}:…”, and this folder is in no git repository.").format(
                revision=revision
            )
        )
    told = _("There is no revision “{revision}” in this repository.").format(revision=revision)
    if (_git("rev-parse", "--is-shallow-repository") or b"").strip() == b"true":
        told += " " + _("Its history is incomplete; `git fetch --unshallow` brings the rest.")
    _refuse(told)


def _refuse(told: str) -> NoReturn:
    raise _Refused(told)


def _git(*arguments: str) -> bytes | None:
    """Ask git; None where it says no."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        _refuse(_("git is not installed, and only git knows a revision."))
    return done.stdout if done.returncode == 0 else None
