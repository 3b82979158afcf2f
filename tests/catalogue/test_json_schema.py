"""The editor's JSON Schema: equal to the model, of one mind with the loader, in the reader's language."""

import gettext
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.catalogue.json_schema import schema
from generator.cli import main
from generator.linter.examples import RuleExample, examples
from generator.linter.runner import check, codes
from generator.source.nodes import Mapping, Node, Scalar, Sequence, Value
from generator.source.parser import parse
from generator.source.reader import SourceFile, decode, read
from tests.catalogues import HARBOUR, PORTUGUESE

VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def as_editor(value: Value, node: Node | None, lines: list[str]) -> object:
    """What an editor makes of a text: the core schema of YAML 1.2, which turns some plain words into values."""
    match value, node:
        case str(), Scalar(line=line, column=column) if lines[line - 1][column - 1] not in "'\"|>":
            return _as_editor(value)
        case list(), Sequence(items=items):
            return [as_editor(*each, lines) for each in zip(value, items, strict=True)]
        case dict(), Mapping(items=items):
            return {key: as_editor(item, items[key][1], lines) for key, item in value.items()}
    return value


def _as_editor(word: str) -> object:
    if word in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return word.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", word):
        return int(word)
    if re.fullmatch(r"0x[0-9a-fA-F]+|0o[0-7]+", word):
        return int(word, 0)
    if re.fullmatch(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", word):
        return float(word)
    return word


def complaints(source: SourceFile) -> list[str]:
    tree = parse(source)
    seen = as_editor(tree.values, tree.root, source.lines)
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(seen)]


def shown(node: object, *path: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each text of a schema that an editor shows, with the keys that lead to it."""
    match node:
        case str() if path[-1] in ("title", "description", "enumDescriptions"):
            yield path, node
        case list():
            for each in node:
                yield from shown(each, *path)
        case dict():
            for key, value in node.items():
                yield from shown(value, *path, key)


class Marking(gettext.NullTranslations):
    """A language in which every sentence is the English one, marked."""

    def pgettext(self, context: str, message: str) -> str:
        return f"«{context}: {message}»"


def test_every_word_is_translated():
    """Whatever an editor shows of its own accord goes through the translation, once."""
    made = list(shown(schema(parse(SourceFile("empty.yaml", "{}")), Marking())))
    assert len(made) > 500
    assert [(path, text) for path, text in made if not re.fullmatch("«schema: [^«»]+»", text)] == []


def test_every_word_of_a_key_is_told():
    """A key has a title and a description, and so has every word that it can hold."""
    made = schema()
    for name, entry in (("the whole", made), *made["$defs"].items()):
        assert entry["title"], name
        assert entry["description"], name
        assert len(entry.get("enumDescriptions", ())) == len(entry.get("enum", ())), name
        for key, value in entry.get("properties", {}).items():
            assert value["title"], (name, key)
            assert value["description"], (name, key)


@pytest.mark.parametrize(
    ("file", "option", "told"),
    [
        (PORTUGUESE, (), "Uma forma de atender o cliente."),
        (PORTUGUESE, ("--lang", "en"), "A way in which customers are served."),
        (HARBOUR, (), "A way in which customers are served."),
        (HARBOUR, ("--lang", "pt-BR"), "Uma forma de atender o cliente."),
        (HARBOUR.with_name("none.yaml"), (), "Uma forma de atender o cliente."),
    ],
)
def test_language(
    file: Path,
    option: tuple[str, ...],
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    """It speaks the catalogue's language or the one asked for, and never that of the machine: it is committed."""
    for locale in ("pt_BR.UTF-8", "en_AU.UTF-8"):
        monkeypatch.setenv("LC_ALL", locale)
        with pytest.raises(SystemExit) as end:
            main(["schema", str(file), *option])
        assert end.value.code == 0
        assert json.loads(capsys.readouterr().out)["$defs"]["Modality"]["description"] == told


def test_schema_is_a_schema():
    """The schema is one itself."""
    Draft202012Validator.check_schema(schema())


def test_catalogue_is_valid():
    """An editor has nothing to complain of in a sound catalogue."""
    assert complaints(read(PORTUGUESE)) == []


# What YAML 1.2 turns into a good value before a schema can see it, and what has the form of a language but is none, or
# none that this program speaks: only `guia check` can refuse these.
UNSEEN = {"020", "0x10", "1e3", "fee", "da"}

SHAPE = [
    pytest.param(kind, example, id=f"{code}-{kind}-{number}")
    for code in codes()
    if check(code).family == "shape"
    for kind, group in examples(check(code).file).items()
    for number, example in enumerate(group)
    if not any(f": {word} " in example.shown or f": {word}," in example.shown for word in UNSEEN)
]


@pytest.mark.parametrize(("kind", "example"), SHAPE)
def test_editor_and_check_agree(kind: str, example: RuleExample):
    """What the loader refuses, an editor refuses while it is being written, and no more (B09, B10)."""
    assert example.data is not None
    assert bool(complaints(decode(example.data, "some.yaml"))) == (kind == "broken")
