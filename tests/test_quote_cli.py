"""`guia quote`, run as its users run it."""

import json
from pathlib import Path

import pytest

from generator.linter.examples import smallest
from tests.catalogues import HARBOUR
from tests.command import guia

SUPPORT = ("--modality", "consultoria-do-suporte")
PUBLISHED = ("--requester", "cliente", "--outcome", "inconsistencia-publicada")


def test_the_answer_stands_in_the_first_line():
    """Whoever pipes it through `head -1` or `grep` finds the amount, with a plain space in it."""
    done = guia("quote", *SUPPORT, *PUBLISHED, "--minutes", "35", "--rate", "3,50")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines()[0] == "Você paga pelo menos R$ 122,50. (inferência)"


@pytest.mark.parametrize("open_", [(), ("--outcome", "?")])
def test_what_is_not_known_may_be_left_out_or_marked(open_: tuple[str, ...]):
    """Both ways say the same: what is possible, what decides, and what to do now."""
    done = guia("quote", *SUPPORT, "--requester", "cliente", *open_)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "Depende: sem cobrança se for “Inconsistência" in text
    assert "O que decide: Resultado da análise" in text
    assert "O que fazer agora: Procure no Portal do Cliente" in text


def test_the_language_is_the_catalogue_s():
    """An English catalogue is quoted in English, and its rate is the one of the day that is asked for."""
    asked = (
        "--modality",
        "advisory-time",
        "--requester",
        "reseller",
        "--given",
        "hours=business",
        "--minutes",
        "46",
    )
    done = guia("quote", str(HARBOUR), *asked)
    assert done.stdout.decode().splitlines()[0] == "You pay A$267.00."
    done = guia("quote", str(HARBOUR), *asked, "--as-of", "2026-06-30", "--rate", "4.20")
    assert done.stdout.decode().splitlines()[0] == "You pay A$252.00."
    done = guia("quote", str(HARBOUR), *asked, "--as-of", "2020-01-01")
    assert done.stdout.decode().splitlines()[0] == "You pay 60 minutes."
    assert "The guide knows no rate for January 1, 2020." in done.stdout.decode()


def test_data_for_a_program():
    """As JSON, amounts are plain digits and everything has its id."""
    done = guia("quote", *SUPPORT, *PUBLISHED, "--minutes", "35", "--rate", "3,50", "--json")
    made = json.loads(done.stdout)
    assert (made["bill"]["amount"], made["bill"]["units"]) == ("122.50", 35)
    (result,) = made["results"]
    assert (result["state"], result["payer"], result["cases"]) == ("charged", "cliente", ["CS-CLI-PUB"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Diga qual com --modality. O que há: suporte-padrao, "),
        (
            ("--modality", "suporte-padrão"),
            "Não existe “suporte-padrão” para --modality. Você quis dizer “suporte-padrao”?",
        ),
        ((*SUPPORT, "--requester", "clientes"), "Você quis dizer “cliente”?"),
        (
            (*SUPPORT, "--given", "outcome"),
            "--given “outcome” não foi entendido. Escreva como outcome=inconsistencia-nova.",
        ),
        (
            (*SUPPORT, "--outcome", "?", "--given", "outcome=sem-inconsistencia"),
            "“outcome” foi informado duas vezes",
        ),
        (
            (*SUPPORT, "--rate", "3.50"),
            "--rate “3.50”: Este número pode ser lido de duas formas. Escreva como 1,23.",
        ),
        ((*SUPPORT, "--minutes", "noventa"), "--minutes “noventa”: Isto não é um número. Escreva como 90."),
        ((*SUPPORT, "--as-of", "25/11/2026"), "--as-of “25/11/2026” não é um dia."),
    ],
)
def test_slips_end_with_2_and_are_told_with_their_cure(arguments: tuple[str, ...], said: str):
    """A slip is one sentence on the error output, and no quote is printed."""
    done = guia("quote", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_broken_catalogue_is_not_quoted(tmp_path: Path):
    """What has not passed its checks gives no prices: the report says why."""
    text = smallest().replace("basis: time", "basis: tim")
    (tmp_path / "modalities.yaml").write_text(text, encoding="utf-8")
    done = guia("quote", "--modality", "repair", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"bad-choice" in done.stderr
    assert guia("quote", "none.yaml", "--modality", "repair", cwd=tmp_path).returncode == 2
