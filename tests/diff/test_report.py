"""A difference as it is told: grouped by what it is for the customer, safe in a comment, whole as data."""

from __future__ import annotations

import json
import re
from unittest.mock import patch

import jsonschema
import pytest
from markdown_it import MarkdownIt

from generator.catalogue.modalities import ScopeState, Status
from generator.diff.comparing import compare
from generator.diff.data import SCHEMA, as_json
from generator.diff.prices import MOST_CODES
from generator.diff.report import MOST_WORDS, as_markdown, as_text, escaped
from generator.linter.recovery import changed
from tests.diff.edited import GUIDE, HARBOUR_GUIDE, difference, edited

ANOTHER = changed(GUIDE.modalities[0], {("id",): "another", ("code",): "ANO"})
NAMES = ("main:modalities.yaml", "modalities.yaml")
EDITS = {
    "modalities.consultoria-tecnica.scopes.duvidas-pontuais.state": ScopeState.EXCLUDED,
    "modalities.prime.name": "Prime Mais",
    "modalities.ams.contact": "portal",
}


def test_text():
    """What is worse stands first, by modality; words come last; and how many there are of each is told before."""
    assert as_text(difference(EDITS), *NAMES) == (
        "O que muda de main:modalities.yaml para modalities.yaml:\n"
        "1 mudança para pior, 1 neutra, 1 só de redação.\n\n"
        "Pior para quem pede ou paga (1)\n"
        "  Consultoria Técnica\n"
        "    - Cobre – Dúvidas pontuais: antes sim; agora não.\n\n"
        "Nem pior nem melhor, ou não se pode dizer (1)\n"
        "  AMS (oferta de suporte)\n"
        "    - A quem perguntar o que o guia deixa em aberto: "
        "antes “o seu ESN”; agora “o suporte, por um chamado no Portal do Cliente”.\n\n"
        "Só a redação (1)\n"
        "  Prime Mais\n"
        "    - Nome: antes “Prime”; agora “Prime Mais”.\n"
    )


def test_nothing():
    """Where nothing changes, one line says so, in each form."""
    same = compare(GUIDE, GUIDE)
    assert as_text(same, *NAMES) == "Nada muda de main:modalities.yaml para modalities.yaml.\n"
    assert as_markdown(same, *NAMES) == "**Nada muda de main:modalities.yaml para modalities.yaml.**\n"
    assert json.loads(as_json(same, *NAMES))["worst"] is None


def test_many_words():
    """Of changes of words only a few are told, all that is worse is."""
    scopes = GUIDE.modalities[2].scopes
    worse = {f"modalities.consultoria-tecnica.scopes.{each}.state": ScopeState.EXCLUDED for each in scopes}
    words = {f"outcomes.{each}.name": f"X {each}" for each in GUIDE.outcome}
    words |= {f"requesters.{each}.name": f"X {each}" for each in GUIDE.requester}
    told = as_text(difference({**worse, **words, "modalities.prime.status": Status.RETIRED}), *NAMES)
    assert told.rstrip().endswith(f" {len(words) - MOST_WORDS}")
    for name in (
        GUIDE.scope[each].name for each, stand in scopes.items() if stand.state is ScopeState.INCLUDED
    ):
        assert name in told


def test_many_modalities():
    """Of many modalities that change alike a dozen is named, and of cases with another code a few."""
    more = tuple(
        changed(GUIDE.modalities[0], {("id",): f"m{n}", ("code",): f"M{n}", ("name",): f"M {n}"})
        for n in range(20)
    )
    many = edited(GUIDE, {"modalities": (*GUIDE.modalities, *more)})
    told = as_text(compare(many, edited(many, {"pricing_rules.sem-cobranca.name": "Grátis"})), *NAMES)
    assert "Suporte Padrão, M 0, M 1, M 2, M 3, M 4, M 5, M 6, M 7, M 8, M 9, M 10, … e mais 9\n" in told
    told = as_text(compare(GUIDE, edited(GUIDE, {"requesters.cliente.code": "KUN"})), *NAMES)
    assert "CT-CLI-SEM > CT-KUN-SEM.\n" in told
    told = as_text(compare(GUIDE, edited(GUIDE, {"modalities.prime.code": "PRI"})), *NAMES)
    assert told.count(" > PRI-") == MOST_CODES


HOSTILE = " ".join(
    [
        "a | b @team #12 <img src=x onerror=alert(1)> [x](javascript:y) `z` *b* _i_ ~s~ $m$",
        "https://evil.example GH-7 &lt; \\",
    ]
)


def test_markdown_shows_texts_as_they_stand():
    """In a comment no text of a guide is markup, calls anybody, links anywhere or leaves its line."""
    found = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"- {escaped(HOSTILE)}")
    assert "<a" not in found
    assert "<img" not in found
    assert not re.search(r"<(em|strong|code|del|s)>", found)
    shown = re.sub(r"<[^>]+>", "", found).replace("\u200b", "").strip()
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == HOSTILE
    for sign in ("@", "#", "https:", "GH-"):
        assert f"{sign}\u200b" in found
    assert "1." not in MarkdownIt().render(escaped("1. not a list")).replace("1. not", "").replace(
        "\u200b", ""
    )


def test_markdown_of_a_hostile_name():
    """A name that is markup stays a name in headings and in sentences, and a line of its own is none."""
    name = "</details> @all | # x"
    told = as_markdown(
        difference({"modalities.prime.name": name, "modalities.prime.status": Status.RETIRED}), *NAMES
    )
    assert told.count("<details>") == told.count("</details>") == 1
    assert "@all" not in told
    assert "**&lt;/details&gt; @&#8203;all" in told


def test_a_comment_that_is_too_long_is_cut():
    """Of more than a comment may hold, what is worse stands first, the rest is counted, and nothing is left open."""
    cells = (f"modalities.{each}.scopes.{scope}.state" for each in GUIDE.modality for scope in GUIDE.scope)
    scopes = dict.fromkeys(cells, ScopeState.EXCLUDED)
    names = {f"outcomes.{each}.name": f"{each} " * 20 for each in GUIDE.outcome}
    found = difference({**scopes, **names})
    whole = as_markdown(found, *NAMES)
    for most in (600, len(whole) - 100):
        with patch("generator.diff.report.MOST_SIGNS", most):
            told = as_markdown(found, *NAMES)
        assert len(told) < most + 50
        assert told.count("<details>") == told.count("</details>")
        left = sum(line.startswith("- ") for line in whole.splitlines())
        left -= sum(line.startswith("- ") for line in told.splitlines())
        assert told.endswith(f"\n… e mais {left}\n")


@pytest.mark.parametrize("edits", [{}, EDITS, {"modalities": (*GUIDE.modalities, ANOTHER)}])
def test_data_is_of_its_shape(edits: dict[str, object]):
    """What is written is what the schema says, which says it of every key."""
    jsonschema.validate(json.loads(as_json(difference(edits), *NAMES)), json.loads(SCHEMA.read_text("utf-8")))


def test_shape_is_closed():
    """Each object of the schema says what it holds, and takes nothing else."""

    def closed(node: object) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node["additionalProperties"] is False
                assert set(node["required"]) == set(node["properties"])
            for each in node.values():
                closed(each)
        elif isinstance(node, list):
            for each in node:
                closed(each)

    closed(json.loads(SCHEMA.read_text("utf-8")))


def test_data_of_a_change():
    """A change has its ids for a program, and the lines of promises.txt that it rests on."""
    made = json.loads(as_json(difference(EDITS), *NAMES))
    assert made["numbers"] == {"worse": 1, "better": 0, "neutral": 1, "wording": 1}
    assert made["worst"] == "worse"
    assert made["changes"][0] == {
        "effect": "worse",
        "about": "scope",
        "text": "Cobre – Dúvidas pontuais: antes sim; agora não.",
        "modalities": ["consultoria-tecnica"],
        "requesters": [],
        "cases": [],
        "promises": [
            {
                "kind": "scope",
                "subject": "CT duvidas-pontuais",
                "before": {"told": "sim [t8]", "facts": ["t8"], "inferred": False},
                "after": {"told": "não [t8]", "facts": ["t8"], "inferred": False},
            }
        ],
    }


def test_told_in_english():
    """A guide in English is told in English."""
    told = as_text(compare(HARBOUR_GUIDE, edited(HARBOUR_GUIDE, {"guide.title": "Another title"})), *NAMES)
    assert told.startswith(
        "What changes from main:modalities.yaml to modalities.yaml:\nNo change for the worse, "
    )
