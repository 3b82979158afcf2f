"""Which tests a change needs: those of the guide where it touches the guide alone, and all of them else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.node import TOP

GUIDE = (
    "modalities.yaml",
    "modalities.schema.json",
    "promises.txt",
    "sources.lock",
    "content/a page.md",
    "tests/guide/queries.txt",
)
ENGINE = "generator/engine.py"
OTHERS = (
    ENGINE,
    "mkdocs.yml",
    "overrides/partials/own.html",
    "README.md",
    "Makefile",
    "generator/content/modalities.yaml",
    "tests/catalogues/suporte/modalities.yaml",
    "tests/guide/test_rules.py",
    "content.py",
    "modalities.yaml.bak",
    "docs\nmodalities.yaml",
)


class Repository:
    """A real repository with a guide and an engine in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "--quiet", "--initial-branch=main")
        self.base = self.commit(*GUIDE, ENGINE)

    def git(self, *arguments: str) -> str:
        who = {
            f"GIT_{role}_{what}": "a@example.org"
            for role in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def commit(self, *names: str) -> str:
        """Change some files, and return the commit that has them."""
        for name in names:
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                path.read_text(encoding="utf-8") + "more\n" if path.is_file() else f"{name}\n", "utf-8"
            )
        return self.committed()

    def committed(self) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=change")
        return self.head()

    def head(self) -> str:
        return self.git("rev-parse", "HEAD")

    def wanted(self, *base: str) -> str:
        done = subprocess.run(
            ["bash", str(TOP / ".ci" / "what-to-test"), *base],
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "guide")


def test_a_change_of_the_guide_alone_needs_the_guides_tests(repository: Repository) -> None:
    """Of all its files, new ones too, in one commit or in several."""
    repository.commit(*GUIDE, "content/pictures/lamp.svg", "content/línea\nnew.md")
    assert repository.wanted(repository.base) == "test-guide"
    repository.commit("modalities.yaml")
    assert repository.wanted(repository.base) == "test-guide"


def test_any_other_change_needs_all_tests(repository: Repository) -> None:
    """Also where the guide changed with it."""
    before = repository.base
    for name in OTHERS:
        after = repository.commit(name, *GUIDE)
        assert repository.wanted(before) == "test", name
        before = after


def test_a_later_change_of_the_guide_hides_nothing(repository: Repository) -> None:
    """All that changed since the commit that has passed counts, not the last commit alone."""
    repository.commit(ENGINE)
    repository.commit(*GUIDE)
    assert repository.wanted(repository.base) == "test"


def test_what_was_moved_or_removed_counts(repository: Repository) -> None:
    """A file of the engine that became a page of the guide has changed the engine."""
    (repository.folder / "content" / "a page.md").unlink()
    repository.committed()
    assert repository.wanted(repository.base) == "test-guide"
    (repository.folder / ENGINE).rename(repository.folder / "content" / "engine.md")
    repository.committed()
    assert repository.wanted(repository.base) == "test"


def test_without_a_commit_to_compare_with_all_is_tested(repository: Repository) -> None:
    """A new branch, a run that somebody starts by hand, and whatever is no commit."""
    repository.commit("modalities.yaml")
    for base in ((), ("",), ("0" * 40,), ("f" * 40,), ("main",), ("--help",)):
        assert repository.wanted(*base) == "test", base


def test_without_a_change_all_is_tested(repository: Repository) -> None:
    """Who asks again for what has passed wants to know it."""
    assert repository.wanted(repository.base) == "test"


def test_a_commit_that_a_push_by_force_left_behind_is_no_base(repository: Repository) -> None:
    """What stood between it and today is not all that changed."""
    left = repository.commit(ENGINE)
    repository.git("reset", "--hard", "--quiet", repository.base)
    repository.commit("modalities.yaml")
    assert repository.wanted(left) == "test"
    assert repository.wanted(repository.base) == "test-guide"


def test_a_clone_that_was_cut_off_tests_all(repository: Repository, tmp_path: Path) -> None:
    """Where the commit before is not at hand, nobody can say what changed."""
    repository.commit("modalities.yaml")
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(tmp_path / "shallow"))
    base, repository.folder = repository.base, tmp_path / "shallow"
    assert repository.wanted(base) == "test"


def test_a_link_needs_all_tests(repository: Repository) -> None:
    """In the folder of the pages, too: what it leads to is no page of the guide."""
    (repository.folder / "content" / "engine.md").symlink_to(f"../{ENGINE}")
    repository.committed()
    assert repository.wanted(repository.base) == "test"
