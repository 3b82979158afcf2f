"""Who pays: nobody where nothing is charged, else the row's party, else the one who is billed for the requester."""

from __future__ import annotations

import pytest

from generator import pricing
from generator.catalogue.pricing_rules import PriceRow, PriceState
from generator.catalogue.requesters import Requester
from generator.pricing.payer import PAID, payer
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

RESELLER = Requester(
    id="reseller",
    code="RES",
    name="Reseller",
    description="You sell it.",
    billed="partner",
    billed_facts="f1",
    facts="f1",
)


def row(then: str, payer_: str | None = None) -> PriceRow:
    return PriceRow(id="row", then=then, payer=payer_, reason="Because.", facts="f1")


@pytest.mark.parametrize("state", ["charged", "on_quote"])
def test_the_one_who_is_billed_for_the_requester_pays(state):
    """Where the row names nobody, a reseller's request is paid by the partner company."""
    assert payer(row(state), RESELLER) == "partner"


@pytest.mark.parametrize("state", ["charged", "on_quote"])
def test_the_party_that_the_row_names_pays_instead(state):
    """A row may send the bill to somebody else than usual."""
    assert payer(row(state, "operator"), RESELLER) == "operator"


@pytest.mark.parametrize("state", ["charged", "on_quote"])
def test_where_no_source_tells_who_pays_nobody_is_guessed(state):
    """An unknown payer is not replaced by the one who is usually billed."""
    assert payer(row(state, "unknown"), RESELLER) == "unknown"


@pytest.mark.parametrize("named", [None, "operator", "unknown"])
@pytest.mark.parametrize("state", ["free", "waived", "not_offered", "unknown"])
def test_nobody_pays_where_nothing_is_charged(state, named):
    """What is free, waived, not offered or not known has no payer, whatever the row says."""
    assert payer(row(state, named), RESELLER) is None


def test_each_result_is_either_paid_or_not():
    """Of the six results two are paid; a seventh would have to take its side here."""
    assert {"charged", "on_quote"} == {state.value for state in PAID}
    assert len(PriceState) == 6


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_each_case_of_a_catalogue_has_a_payer_exactly_if_somebody_pays(path):
    """No case is charged to nobody, and none that costs nothing is put on somebody's bill."""
    offer = catalogue(path)
    parties = {*offer.party, "unknown"}

    wrong = [
        case.id
        for modality in offer.modalities
        for case in pricing.cases(offer, modality)
        if (case.payer in parties) is not (case.state in PAID) or (case.payer is None) is (case.state in PAID)
    ]

    assert wrong == []


def test_a_consultant_s_request_is_never_billed_to_the_client():
    """In the Portuguese guide, what a consultant asks for is paid by the unit or franchise, whatever the outcome."""
    offer = catalogue(PORTUGUESE)
    payers = {
        case.payer
        for name in ("consultoria-do-suporte", "consultoria-tecnica")
        for case in pricing.cases(offer, offer.modality[name])
        if case.case["requester"] != "cliente" and case.state is PriceState.CHARGED
    }

    assert {"unidade-responsavel"} == payers


def test_a_roll_out_is_billed_to_the_port_operator_though_the_integrator_asks():
    """In the other guide, one row turns the usual payer round, and only for integrators."""
    offer = catalogue(HARBOUR)
    payers = {
        case.case["requester"]: case.payer
        for case in pricing.cases(offer, offer.modality["advisory-time"])
        if case.state is PriceState.CHARGED
    }

    assert payers == {"operator-staff": "operator", "reseller": "partner", "integrator": "operator"}
