"""What a writer sees in an editor: the real language server completes, explains and marks, as `check` would."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.catalogue.json_schema import schema_text
from generator.i18n import words
from generator.linter.examples import smallest
from generator.linter.offers import beside
from generator.linter.runner import examine
from generator.source.parser import parse
from generator.source.reader import SourceFile, read
from tests.catalogues import PORTUGUESE
from tests.editor.server import Editor
from tests.node import TOP

NAME = "modalities.yaml"


def started(folder: Path, schema: str) -> Editor:
    """An editor in a folder with this project's settings and a schema, which it has read."""
    shutil.copytree(TOP / ".vscode", folder / ".vscode")
    (folder / "modalities.schema.json").write_text(schema, encoding="utf-8")
    editor = Editor(folder)
    editor.open(NAME, smallest())
    editor.problems()  # until then it answers without the schema
    return editor


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor with this project's settings, and with the schema of the catalogue that it opens."""
    schema = schema_text(parse(read(PORTUGUESE)), words("pt-BR"), beside("pt-BR"))
    opened = started(tmp_path_factory.mktemp("guide"), schema)
    yield opened
    opened.close()


@pytest.fixture
def catalogue() -> str:
    """The catalogue without its first line, which names the schema too: the settings alone must do."""
    return PORTUGUESE.read_text(encoding="utf-8").partition("\n")[2]


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_catalogue_is_without_marks(editor: Editor):
    """The editor has nothing to complain of in a sound catalogue."""
    # Beside the schema: its first line names it for every editor, with or without these settings.
    editor.open(NAME, PORTUGUESE.read_text(encoding="utf-8"), apart=False)
    assert editor.problems() == []


def test_completion_of_a_key(editor: Editor, catalogue: str):
    """In an entry the keys that are still missing are offered, each with what it is for."""
    offered = editor.completions(NAME, changed(catalogue, "    audience:", "    ‸\n    audience:"))
    assert {"status", "retired_on", "replaced_by", "earlier_names"} <= offered.keys()
    assert "audience" not in offered
    assert all(offered.values())
    assert offered["earlier_names"] == "Nomes que o leitor talvez ainda conheça."


@pytest.mark.parametrize(
    ("old", "new", "id_", "told"),
    [
        ("pricing: sem-cobranca", "pricing: ‸", "por-tempo-sempre", "Por tempo registrado"),
        ("prevails_facts: [b2, d2]", "prevails_facts: [b2, ‸]", "d7", "Consultoria do Módulo"),
        ("when: {outcome: inconsistencia-nova}", "when: {outcome: ‸}", "sem-inconsistencia", "Nenhuma"),
        ("      depuracao: {state: excluded, facts: [p3, d6]}\n", "      ‸\n", "depuracao", "Depuração"),
        ("then: waived", "then: ‸", "waived", "Seria cobrado, mas neste caso não é."),
        ("  currency: BRL", "  currency: ‸", "CLP", "Peso chileno"),
        ("    audience:", "    suppress: [{code: ‸}]\n    audience:", "unused-scope", "escopo"),
        ("when: {necessidade: presencial}", "when: {necessidade: ‸}", "oferta", "outra oferta"),
    ],
)
def test_completion_of_an_id(editor: Editor, catalogue: str, old: str, new: str, id_: str, told: str):
    """Where an id is wanted, those of the catalogue are offered, each with its name."""
    assert told in editor.completions(NAME, changed(catalogue, old, new))[id_]


def test_hover(editor: Editor, catalogue: str):
    """A key says in Portuguese what it is for, and the id behind it what there is to choose from."""
    assert editor.hover(NAME, changed(catalogue, "    audience:", "    audi‸ence:")).startswith(
        "#### Para quem\n\nPara quem é, em poucas palavras"
    )
    assert editor.hover(NAME, changed(catalogue, "    facts: [", "    fac‸ts: [")).startswith(
        "#### Fatos\n\nOs fatos de"
    )
    told = editor.hover(NAME, changed(catalogue, "pricing: sem-cobranca", "pricing: sem-‸cobranca"))
    assert "`sob-consulta`: Sob consulta" in told


def test_unknown_key_is_marked(editor: Editor, catalogue: str):
    """A misspelt key is marked at its place."""
    text = changed(catalogue, "    audience:", "    audiense:")
    editor.open(NAME, text)
    line = text[: text.index("audiense")].count("\n") + 1
    assert (line, "Property audiense is not allowed.") in editor.problems()


def test_fresh_id_is_not_marked(editor: Editor, catalogue: str):
    """An id that was added a moment ago, and that no schema can know, is no error in the editor."""
    editor.open(NAME, changed(catalogue, "pricing: sem-cobranca", "pricing: por-visita"))
    assert editor.problems() == []


def test_broken_catalogue_still_offers_ids():
    """The schema takes its ids from a file that has faults, too: they are wanted most while it is being changed."""
    text = changed(smallest(), "minimum: 1", "minimum: yes")
    made = json.loads(schema_text(parse(SourceFile(NAME, text))))
    assert made["$defs"]["KnownContact"]["anyOf"][0]["enum"] == ["counter"]
    assert "KnownContact" not in schema_text(parse(SourceFile(NAME, "guide: [")))
    assert "KnownContact" not in schema_text(None)


PLACES = {
    "flag": ("{id: lamps, text", "{id: lamps, unknown: ‸, text"),
    "text": ("name: Repair\n", "name: ‸\n"),
    "count": ("minimum: 1", "minimum: ‸"),
    "day": ("date: 2025-03-01\n  prevails", "date: ‸\n  prevails"),
    "id": ("  - id: repair\n", "  - id: ‸\n"),
    "code": ("code: REP", "code: ‸"),
}
"""A place of each kind of scalar in the smallest catalogue."""

# fmt: off
SCALARS = [
    "on", "off", "yes", "no", "No", "NO", "y", "n", "~", "null", "10:00", "1:30:00", "1_000", "1.5",
    "-1", ".inf", "2025-01-01", "2025-1-1", '"10"', '""', "=", "<<", "020", "0o17", "0x10", "1e3", "+1",
    "10", "true", "True", "2025-02-30", '"true"',
]
# fmt: on

UNSEEN = (
    {("count", word) for word in ("020", "0o17", "0x10", "1e3", "+1")}
    | {(kind, word) for kind in ("id", "code") for word in ("+1",)}
    | {("code", word) for word in ("0o17", "0x10", "1e3")}
    | {("flag", "True")}
)
"""Of these YAML makes a good number or flag: only `guia check` refuses them."""

STRICTER = {("id", "true")}
"""An id that looks like a flag: an editor wants it in quotes, and `guia check` takes it as written."""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor beside the smallest catalogue, with a schema that knows no ids."""
    opened = started(tmp_path_factory.mktemp("smallest"), schema_text())
    yield opened
    opened.close()


def test_hover_in_english(plain: Editor):
    """Beside an English catalogue the editor speaks English."""
    assert "Who it is for" in plain.hover(NAME, changed(smallest(), "    audience:", "    audi‸ence:"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("code: PRM", "code: prm", "Use de um a oito algarismos ou letras maiúsculas sem acento"),
        ("  - id: prime\n", "  - id: Oferta Prime\n", "Use letras minúsculas sem acento"),
        ("date: 2026-11-25\n", "date: 25/11/2026\n", "Escreva ano, mês e dia, como em"),
        ("minimum: 10\n", "minimum: 10 min\n", "Escreva o número só com algarismos"),
        ("contact: termo\n", "contact: O Termo\n", "Use letras minúsculas sem acento"),
    ],
)
def test_form_is_explained(editor: Editor, catalogue: str, old: str, new: str, told: str):
    """What is not of the wanted form is told in the catalogue's language and in words, not as a pattern."""
    text = changed(catalogue, old, new)
    editor.open(NAME, text)
    line = text[: text.index(new)].count("\n") + 1
    assert [message for at, message in editor.problems() if at == line and told in message]


@pytest.mark.parametrize("word", SCALARS)
@pytest.mark.parametrize("kinds", [("flag", "text", "count", "day", "id"), ("code",)], ids=["most", "code"])
def test_editor_and_check_agree_on_scalars(plain: Editor, kinds: tuple[str, ...], word: str):
    """What a plain word means is judged alike while it is being written and afterwards (B10)."""
    text, lines = smallest(), {}
    for kind in kinds:  # the server tells the same fault of an entry once: so `code` goes without `id`
        old, new = PLACES[kind]
        lines[kind] = text[: text.index(old)].count("\n") + 1
        text = changed(text, old, new.replace("‸", word))
    examined = examine(SourceFile(NAME, text))
    # That nothing has the old id any more is no fault of the new one.
    refused = {examined.place(each).line for each in examined.errors if each.code != "unknown-reference"}
    plain.open(NAME, text)
    marked = {line for line, _ in plain.problems()}
    for kind, line in lines.items():
        told = (line in refused, line in marked)
        wanted = {(True, False)} if (kind, word) in UNSEEN else {(True, True), (False, False)}
        assert told in ({(False, True)} if (kind, word) in STRICTER else wanted), kind


def test_recommended_extension():
    """Who opens the project is offered the extension that does all this."""
    told = json.loads((TOP / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert told["recommendations"] == ["redhat.vscode-yaml"]


def test_lock_names_no_registry():
    """The lock of npm serves every mirror: it holds hashes, and no addresses of files."""
    lock = json.loads((TOP / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert packages
    assert all("integrity" in each and "resolved" not in each for each in packages.values())
