"""A new project: the files that it begins with, some as they lie here or beside its language's words."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from generator import __version__
from generator.catalogue.json_schema import schema_text
from generator.catalogue.loader import load
from generator.i18n import LOCALES, STARTER, words
from generator.linter.offers import beside
from generator.promises import file as promises
from generator.promises import reading
from generator.source.parser import parse
from generator.source.reader import SourceFile

SHARED = Path(__file__).with_name("shared")
"""What is the same in every language; what is not lies in the language's own folder."""

DOT = "dot-"
"""How a name begins here that begins with a dot in the project: git and editors must not take it for this project's."""

CATALOGUE = "modalities.yaml"

NAME = "relationship-guide"
"""What pip calls this engine."""


def files(language: str) -> dict[str, str]:
    """Return the text of every file of a new project by its place in it."""
    own = LOCALES / language.replace("-", "_") / STARTER
    lying = {**_lying(SHARED), **_lying(own)}
    return {**lying, **_made(lying[CATALOGUE], language)}


def _lying(folder: Path) -> dict[str, str]:
    return {
        _name(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _made(catalogue: str, language: str) -> dict[str, str]:
    """Return what depends on this version of the engine."""
    tree, told = parse(SourceFile(CATALOGUE, catalogue)), words(language)
    sound = load(tree).catalogue
    assert sound is not None  # what a project begins with has no faults
    return {
        "modalities.schema.json": schema_text(tree, told, beside(language)),
        promises.NAME: promises.text(reading.promises(sound, told), told),
        "requirements.txt": f"{_engine()}\n",
    }


def _engine() -> str:
    """Name this engine as pip finds it again: where it was installed from, by address, or by its version."""
    try:
        found = json.loads(distribution(NAME).read_text("direct_url.json") or "{}")
    except PackageNotFoundError:
        found = {}
    match found:
        case {"url": str(url), "vcs_info": {"vcs": str(vcs), "commit_id": str(commit)}}:
            return f"{NAME} @ {vcs}+{url}@{commit}"
        case {"url": str(url)} if url.startswith("https://"):
            return f"{NAME} @ {url}"
    return f"{NAME}=={__version__}"


def _name(path: Path) -> str:
    return "/".join(f".{part.removeprefix(DOT)}" if part.startswith(DOT) else part for part in path.parts)
