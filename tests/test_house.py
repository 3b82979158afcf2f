"""The promises of the tree: what stands beside what, so that a newcomer's guess is right."""

import ast
import re
import string
from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.i18n import words
from generator.linter.examples import examples
from generator.linter.runner import FAMILIES, check, codes

GENERATOR = Path(__file__).parents[1] / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))
FOUND_ELSEWHERE = ("syntax", "shape", "suppressions")


def emitted() -> set[str]:
    """The codes that no check of their own finds, as the texts of those that find them have them."""
    given = set()
    finders = (
        "source/reader.py",
        "source/parser.py",
        "source/syntax_errors.py",
        "source/aliases.py",
        "catalogue/loader.py",
        "catalogue/fields.py",
        "linter/suppression.py",
        "linter/runner.py",
    )
    for name in finders:
        for node in ast.walk(ast.parse((GENERATOR / name).read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Unreadable"), args=[_, ast.Constant(value=str(code)), *_]):
                    given.add(code)
                case ast.Call(func=ast.Name(id="Diagnostic" | "PydanticCustomError"), args=[code, *_]):
                    given |= constants(code)
                case ast.Call(func=ast.Name(id="_matching"), args=[_, code]):
                    given |= constants(code)
                case ast.Call(func=ast.Attribute(attr="problem"), args=[code, *_]):
                    given |= constants(code)
                case ast.Assign(targets=[ast.Name(id="code")], value=code):
                    given |= constants(code)
                case ast.FunctionDef(name="_cause" | "_misplaced" | "slip"):
                    for inner in ast.walk(node):
                        if isinstance(inner, ast.Return) and isinstance(inner.value, ast.Tuple | ast.Call):
                            given |= {each for each in constants(inner.value) if "-" in each}
                        elif isinstance(inner, ast.Dict):
                            given |= {str(key.value) for key in inner.keys if isinstance(key, ast.Constant)}
    return given


def constants(node: ast.AST) -> set[str]:
    return {
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant)
        and isinstance(each.value, str)
        and re.fullmatch(r"[a-z0-9-]+", each.value)
    }


def test_emitted_codes_have_a_module():
    """Each fault that the reader, the loader or a suppression finds has its words, and no such words lie unused."""
    told = {code for code in codes() if check(code).family in FOUND_ELSEWHERE}
    assert emitted() == told


def test_families():
    """Each folder of checks has its place in the order in which they run."""
    folders = {path.parent.name for path in (GENERATOR / "rules").glob("*/__init__.py")}
    assert folders == set(FAMILIES)


@pytest.mark.parametrize("code", codes())
def test_check_is_whole(code: str):
    """A check says why it exists, what is wrong and how to mend it, and does its work or leaves it to the loader."""
    known = check(code)
    assert known.why.strip().endswith(".")
    assert known.title
    assert not known.title.endswith(".")
    assert known.message.endswith(".")
    assert known.cure.endswith(".")
    assert (known.run is None) == (known.family in FOUND_ELSEWHERE)
    if known.run is None and known.code != "text-lost-in-comment":
        assert known.severity is Severity.ERROR


@pytest.mark.parametrize("code", codes())
def test_check_has_both_kinds_of_example(code: str):
    """A check shows a fault and a near miss, each with the reason why it is one."""
    shown = examples(check(code).examples)
    assert shown["broken"]
    assert shown["near_miss"]
    assert all(example.why.endswith(".") for group in shown.values() for example in group)


@pytest.mark.parametrize("code", codes())
def test_check_speaks_portuguese(code: str):
    """A check has its words in Portuguese, with the same holes."""
    known = check(code)
    portuguese = words("pt-BR")
    terms = [term for group in known.terms.values() for term in group.values()]
    for message in (known.title, known.message, known.cure, *terms):
        translated = portuguese.gettext(message)
        assert translated != message
        assert holes(translated) == holes(message)


def holes(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


def test_each_check_is_two_files():
    """Beside each module of a check lie its examples, and no examples lie alone."""
    for family in FAMILIES:
        folder = GENERATOR / "rules" / family
        modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
        assert modules == {path.stem for path in folder.glob("*.yaml")}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_module_says_why_it_exists(module: Path):
    """Each module opens with a sentence on why it exists."""
    opening = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert opening
    assert opening.split("\n\n")[0].rstrip().endswith(".")


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
