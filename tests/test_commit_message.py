"""What git refuses as a commit message, by the hook that a contributor installs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]

WHOLE = "finder: the best comes first\n\nReaders took the first one.\n"

REFUSED = {
    "the best comes first\n\nReaders took the first one.\n": "names no place",
    "finder:\n\nReaders took the first one.\n": "names no place",
    "finder: the best comes first\n": "nothing says why",
    "finder: the best comes first\n\n# Please enter the message.\n": "nothing says why",
    "finder: the best comes first\nReaders took the first one.\n": "the second line is not empty",
    "finder: the best comes first.\n\nReaders took the first one.\n": "full stop",
    f"finder: {'the best ' * 12}comes first\n\nReaders took the first one.\n": "longer than",
    "finder: the best comes first\n\n# - >8 -\ndiff --git a/one b/one\n": "nothing says why",
}

TAKEN = (
    WHOLE,
    "# A remark.\nfinder: the best comes first\n\nReaders took the first one.\n",
    "Merge branch 'other'\n",
    "fixup! finder: the best comes first\n",
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the hook, and a change to commit."""
    git(tmp_path, "init", "-q")
    hook = tmp_path / ".git" / "hooks" / "commit-msg"
    hook.parent.mkdir(exist_ok=True)
    shutil.copy(TOP / ".ci" / "commit-message", hook)
    hook.chmod(0o755)
    (tmp_path / "file").write_text("text", encoding="utf-8")
    git(tmp_path, "add", "file")
    return tmp_path


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git as somebody, with no settings of this machine."""
    who = {
        f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(
        ("git", *arguments),
        cwd=folder,
        env={**os.environ, **who, **alone},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def committed(repository: Path, message: str) -> subprocess.CompletedProcess[str]:
    (repository / "message").write_text(message, encoding="utf-8", newline="\n")
    return git(repository, "commit", "--cleanup=strip", "-F", "message")


@pytest.mark.parametrize("message", TAKEN)
def test_a_whole_message_is_taken(repository: Path, message: str):
    """A place, what changed, and why; a merge, and what will be squashed, has git's own words."""
    done = committed(repository, message)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("message", REFUSED)
def test_a_message_that_lacks_something_is_refused(repository: Path, message: str):
    """Nothing is committed, and what is missing is told with the form that is wanted."""
    done = committed(repository, message)
    assert done.returncode == 1
    assert REFUSED[message] in done.stderr
    assert 'Write "place: what, as a sentence"' in done.stderr
    assert git(repository, "rev-parse", "--verify", "-q", "HEAD").returncode == 1
