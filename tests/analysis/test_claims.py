"""Claims: what "always", "never" and "only" say of the cases, and what refutes them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.analysis.claims import modalities, prove
from generator.catalogue.claims import Claim
from generator.catalogue.root import Catalogue
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue

FIXED = {"id": "claim", "phrase": "always", "facts": "g1"}


def claim(**given: object) -> Claim:
    return Claim(**{**FIXED, **given})


def against(**given: object) -> str | None:
    """The id of the first case that refutes a claim about the second organisation."""
    found = prove(catalogue(HARBOUR), claim(**given)).against
    return found.id if found else None


def changed(offer: Catalogue, rule: str, row: str, **changes: object) -> Catalogue:
    """The catalogue with one row of one price changed."""
    rules = tuple(
        each
        if each.id != rule
        else each.model_copy(
            update={
                "rows": tuple(one if one.id != row else one.model_copy(update=changes) for one in each.rows)
            }
        )
        for each in offer.pricing_rules
    )
    # Made anew, as a copy would keep the look-ups of the old one.
    whole = {key: getattr(offer, key) for key in Catalogue.model_fields}
    return Catalogue(**whole | {"pricing_rules": rules})


# What is said


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_every_claim_of_the_catalogues_is_true_of_some_case(path):
    """What the guide promises holds, and is about something."""
    offer = catalogue(path)
    verdicts = {each.id: prove(offer, each) for each in offer.claims}

    assert verdicts
    assert {id_ for id_, verdict in verdicts.items() if verdict.against or verdict.empty} == set()


def test_always_is_refuted_by_the_first_case_that_is_otherwise():
    """Advice is charged in business hours whatever comes of it, but at night it is not to be had."""
    partners = {"requester": ["operator-staff", "partners"]}
    told = {"modality": "advisory-time", "holds": "always", "state": "charged"}

    assert against(**told, when={**partners, "hours": "business"}) is None
    assert against(**told, when=partners) == "ADV-OPR-DEF-AFT"
    assert against(**told) == "ADV-OPR-DEF-AFT"
    assert against(**told, when={"hours": "business"}) == "ADV-TRI-DEF-BUS"


def test_never_is_refuted_by_the_first_case_that_is_so():
    """A defect is never charged as an incident, and is as advice."""
    told = {"when": {"outcome": "defect", "hours": "business"}, "holds": "never", "state": "charged"}

    assert against(**told, modality="incident-support") is None
    assert against(**told, modality=["incident-support", "advisory-time"]) == "ADV-OPR-DEF-BUS"


def test_only_is_refuted_by_a_case_elsewhere():
    """Nothing but another cause is charged as an incident, as far as any source tells; severity has no such power."""
    told = {"modality": "incident-support", "holds": "only", "state": "charged"}
    known = {"outcome": ["other-cause", "closed-early"], "requester": ["operator-staff", "partners"]}

    assert against(**told, when={"outcome": "other-cause"}) == "INC-OPR-DEF-A-AFT-5"
    assert against(**told, when={**known, "severity": "a"}) == "INC-OPR-DEF-A-AFT-5"
    assert (
        against(modality="partner-desk", holds="only", state="charged", when={"requester": "partners"})
        is None
    )
    assert (
        against(modality="partner-desk", holds="only", state="charged", when={"requester": "reseller"})
        == "PAR-INT-DEF"
    )


# What no source tells


def test_what_no_source_tells_refutes_a_promise():
    """Nobody knows whether an incident that is closed early is charged, so nobody can promise that it is not."""
    when = {"outcome": "closed-early", "hours": "business", "requester": "reseller"}

    for holds in ("always", "never"):
        assert (
            against(modality="incident-support", when=when, holds=holds, state="charged")
            == "INC-RES-EAR-A-BUS-1"
        )
    assert against(modality="incident-support", when=when, holds="always", state="unknown") is None


def test_whoever_may_not_be_admitted_gets_at_most_what_the_row_says():
    """Whether a trial user is given a visit no source tells; but if so, it is on a quotation and not free."""
    told = {"modality": "dockside-visit", "when": {"requester": "trial-user"}}

    assert against(**told, holds="never", state="free") is None
    assert against(**told, holds="never", state="on_quote") == "VIS-TRI-DEF"
    assert against(**told, holds="always", state="on_quote") == "VIS-TRI-DEF"
    assert against(**told, holds="always", state=["on_quote", "unknown"]) is None


def test_an_unknown_payer_may_be_anybody():
    """Where the sources do not say who pays, "never the customer" cannot be promised."""
    offer = catalogue(PORTUGUESE)
    said = Claim(id="x", phrase="x", facts="i4", modality="prime", holds="never", payer="cliente")
    found = prove(offer, said).against

    assert found is not None
    assert (found.id, found.payer) == ("PRM-CLI-NOV", "unknown")


# Who pays


def test_of_who_pays_only_the_cases_in_which_somebody_pays_say_anything():
    """That a waived case has no payer does not make "the operator always pays" false."""
    told = {"modality": "incident-support", "holds": "always", "payer": "operator"}
    known = {"requester": "operator-staff", "outcome": ["defect", "other-cause"], "hours": "business"}

    assert against(**told, when=known) is None
    assert against(**told, when={**known, "requester": "partners"}) == "INC-RES-OTH-A-BUS-1"
    assert against(**told, when=known, state="charged") == "INC-OPR-DEF-A-BUS-1"


def test_a_row_that_names_the_payer_goes_before_who_is_billed():
    """During a roll-out the operator pays for what the integrator asks."""
    told = {"modality": "advisory-time", "when": {"requester": "integrator"}}

    assert against(**told, holds="always", payer="operator") is None
    assert against(**told, holds="never", payer="partner") is None


# Which cases are meant


def test_without_a_modality_all_that_are_active_are_meant():
    """A claim about everything says nothing of what is no longer offered."""
    offer = catalogue(HARBOUR)
    named = [each.id for each in modalities(offer, claim(holds="never", state="free"))]

    assert [each.id for each in offer.modalities if each.status == "active"] == named
    assert "night-line" not in named


def test_requires_means_the_modalities_in_which_that_comes_first():
    """Only after the payment: a modality that is charged without it refutes the claim."""
    told = {"requires": "payment", "holds": "only", "state": "charged"}
    when = {"requester": "operator-staff", "outcome": "other-cause", "hours": "business"}

    assert against(**told, modality="incident-support") is None
    assert against(**told, modality=["incident-support", "advisory-time"]) == "ADV-OPR-DEF-BUS"
    assert against(**{**told, "holds": "always"}, when=when) is None


def test_the_modality_can_be_what_tells_the_cases_apart():
    """Advice and incidents are charged, the desk is too: "only" needs all three."""
    told = {"holds": "only", "state": "charged"}
    three = ["incident-support", "advisory-time", "partner-desk"]

    assert against(**told, when={"modality": three}) is None
    assert against(**told, when={"modality": three[:2]}) == "PAR-RES-DEF"


def test_two_modalities_alike_in_all_else_are_told_apart():
    """That only one of two offers is on quote is refuted by the other, though price and requesters are the same."""
    offer = catalogue(PORTUGUESE)
    told = {"id": "x", "phrase": "x", "facts": "l3", "modality": ["prime", "ams"], "holds": "only"}
    found = prove(offer, Claim(**told, when={"modality": "prime"}, state="on_quote")).against

    assert found is not None
    assert found.id == "AMS-CLI-NOV"


def test_a_dimension_that_a_price_does_not_know_has_all_its_values():
    """The desk has one fee at all hours, so that "only in business hours" is not true of it."""
    told = {"modality": "partner-desk", "state": "charged"}
    partners = {"requester": "partners"}

    assert against(**told, holds="always", when={**partners, "hours": "business"}) is None
    assert against(**told, holds="only", when={**partners, "hours": "business"}) == "PAR-RES-DEF"
    assert against(**told, holds="only", when={**partners, "hours": ["business", "after"]}) is None


@pytest.mark.parametrize(
    "said",
    [
        {"holds": "always", "payer": "operator", "modality": "harbour-library"},
        {"holds": "only", "state": "charged", "modality": "dockside-visit"},
        {"holds": "never", "state": "free", "modality": "harbour-library", "requires": "payment"},
    ],
    ids=["nobody pays", "nothing is charged", "nothing comes before"],
)
def test_a_claim_about_no_case_is_empty(said: Mapping[str, object]):
    """It would be true whatever the prices are, and so proves nothing."""
    verdict = prove(catalogue(HARBOUR), claim(**said))

    assert verdict.empty
    assert verdict.against is None


# That the guide cannot drift


@pytest.mark.parametrize(
    ("rule", "row", "changes"),
    [
        ("por-tempo-sempre", "qualquer-resultado", {"then": "waived"}),
        ("por-minuto-com-dispensa", "nova", {"then": "charged"}),
        ("por-minuto-com-dispensa", "publicada", {"then": "waived"}),
        ("por-minuto-com-dispensa", "outra-causa", {"payer": "cliente"}),
        ("sem-cobranca", "sempre-gratis", {"then": "charged"}),
    ],
)
def test_a_price_that_is_turned_round_refutes_what_is_said_of_it(rule, row, changes):
    """Prose and prices cannot part: whoever changes a row is told which sentence is false now."""
    offer = changed(catalogue(PORTUGUESE), rule, row, **changes)

    assert any(prove(offer, each).against for each in offer.claims)
