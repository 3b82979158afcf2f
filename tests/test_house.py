"""The promises of the tree: what stands beside what, so that a newcomer's guess is right."""

import ast
import re
import string
from collections import Counter
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import Severity
from generator.i18n import words
from generator.linter.examples import examples
from generator.linter.runner import FAMILIES, check, codes

GENERATOR = Path(__file__).parents[1] / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))
FOUND_ELSEWHERE = ("syntax", "shape", "suppressions", "pages")


def test_families():
    """Each folder of checks has its place in the order in which they run."""
    folders = {path.parent.name for path in (GENERATOR / "rules").glob("*/*.yaml")}
    assert folders == set(FAMILIES)


@pytest.mark.parametrize("code", codes())
def test_check_is_whole(code: str):
    """A check says why it exists, what is wrong and how to mend it, and does its work or leaves it to the loader."""
    known = check(code)
    said = known.words
    assert known.why.strip().endswith(".")
    assert bool(known.opening) != bool(said.why)  # once: where there is code, its module says it
    assert said.title
    assert not said.title.endswith(".")
    assert said.message.endswith(".")
    assert said.cure.endswith(".")
    assert (known.run is None) == (known.family in FOUND_ELSEWHERE)
    if known.run is None and known.code not in (
        "text-lost-in-comment",
        "strange-word",
        "picture-not-carried",
        "left-out-of-the-menu",
        "unread-markdown",
        "page-told-otherwise",
    ):
        assert known.severity is Severity.ERROR


@pytest.mark.parametrize("code", codes())
def test_check_has_both_kinds_of_example(code: str):
    """A check shows a fault and a near miss, each with the reason why it is one."""
    shown = examples(check(code).file)
    assert shown["broken"]
    assert shown["near_miss"]
    assert all(example.why.endswith(".") for group in shown.values() for example in group)


@pytest.mark.parametrize("code", codes())
def test_check_speaks_portuguese(code: str):
    """A check has its words in Portuguese, with the same holes."""
    known = check(code)
    portuguese = words("pt-BR")
    for message in known.words.messages:
        translated = portuguese.gettext(message)
        assert translated != message
        assert holes(translated) == holes(message)


def holes(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


@pytest.mark.parametrize("code", codes())
def test_file_of_a_check_says_nothing_that_is_not_read(code: str):
    """The file of a check has words and examples by their names, and a severity only where a run looks for it."""
    known = check(code)
    said, shown = yaml.safe_load_all(known.file.read_text(encoding="utf-8"))
    assert said.keys() <= {"severity", "why", "title", "message", "cure", "terms"}
    assert shown.keys() == {"broken", "near_miss"}
    assert said.get("severity", Severity.ERROR) == known.severity
    assert said.get("severity") != Severity.ERROR


def test_code_of_a_check_stands_beside_its_file():
    """No module of a family is of another name than a check, and none lies beside a fault that is found elsewhere."""
    for family in FAMILIES:
        folder = GENERATOR / "rules" / family
        modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
        files = {path.stem for path in folder.glob("*.yaml")}
        assert modules == (set() if family in FOUND_ELSEWHERE else files)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_module_says_why_it_exists(module: Path):
    """Each module opens with a sentence on why it exists."""
    opening = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert opening
    assert opening.split("\n\n")[0].rstrip().endswith(".")


def test_no_name_stands_for_two_classes():
    """Whoever reads the name of a class knows which one is meant, wherever it is used."""
    names = Counter(
        node.name
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, number in names.items() if number > 1] == []


OWN = ("totvs", "suporte", "consultoria", "termo", "aceite", "franquia", "esn", "protheus", "tdn")
ENGINE = [
    path
    for path in sorted(GENERATOR.rglob("*"))
    if path.is_file()
    and path.suffix in {".py", ".yaml", ".yml", ".md", ".jinja", ".html", ".css", ".js", ".po", ".cfg"}
]


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_engine_knows_no_organisation(path: Path):
    """No file of the engine names anything of the one catalogue that it was first made for."""
    text = path.read_text(encoding="utf-8").lower()
    # In Portuguese, "termo" is also what any term of a glossary is called.
    own = [word for word in OWN if not (word == "termo" and path.suffix == ".po")]
    assert [word for word in own if re.search(rf"(?<![a-z]){word}s?(?![a-z])", text)] == []
