"""Who may ask for what: each requester, once and in order, with the stand that is meant for them."""

from __future__ import annotations

import pytest

from generator.catalogue.modalities import Access, Modality
from generator.catalogue.root import Catalogue
from tests.catalogues import HARBOUR, PORTUGUESE, catalogue


def stands(path, modality: str) -> dict[str, str]:
    offer = catalogue(path)
    return {requester: stand.state.value for requester, stand in offer.stands[modality].items()}


def having(offer: Catalogue, modality: Modality) -> Catalogue:
    """The same offer with one modality; a copy would also copy what was looked up before."""
    fields = {key: getattr(offer, key) for key in Catalogue.model_fields}
    return Catalogue.model_construct(**fields | {"modalities": (modality,)})


@pytest.mark.parametrize("path", [PORTUGUESE, HARBOUR], ids=lambda path: path.stem)
def test_each_requester_stands_once_in_the_order_of_the_catalogue(path):
    """Readers find themselves in every modality, always at the same place."""
    offer = catalogue(path)
    order = [requester.id for requester in offer.requesters]

    for modality in offer.modalities:
        assert order == [*offer.stands[modality.id]]


def test_a_group_speaks_for_its_members():
    """What no source tells of the consultants is not told of any of the four."""
    assert stands(PORTUGUESE, "suporte-padrao") == {
        "cliente": "allowed",
        "consultor-unidade-franqueada": "unknown",
        "consultor-projeto": "unknown",
        "consultor-homologado": "unknown",
        "consultor-ams": "unknown",
    }


def test_a_refusal_is_not_the_same_as_not_knowing():
    """A trial user is denied an incident, while of a visit no source tells."""
    assert stands(HARBOUR, "incident-support") == {
        "operator-staff": "allowed",
        "reseller": "allowed",
        "integrator": "allowed",
        "trial-user": "denied",
    }
    assert stands(HARBOUR, "dockside-visit")["trial-user"] == "unknown"


@pytest.mark.parametrize("turned", [False, True], ids=["group first", "requester first"])
def test_what_is_said_of_one_requester_goes_before_what_is_said_of_the_group(turned):
    """An integrator with a stand of its own keeps it, wherever the group is written."""
    offer = catalogue(HARBOUR)
    modality = offer.modality["partner-desk"]
    own = modality.requesters["partners"].model_copy(update={"state": Access.DENIED})
    both = [*modality.requesters.items(), ("integrator", own)]
    changed = modality.model_copy(update={"requesters": dict(reversed(both) if turned else both)})
    told = {name: offer.access(changed, name).state for name in ("reseller", "integrator")}
    listed = having(offer, changed).stands[modality.id]

    assert told == {"reseller": Access.ALLOWED, "integrator": Access.DENIED}
    assert told.items() <= {name: stand.state for name, stand in listed.items()}.items()


def test_a_requester_of_whom_nothing_is_said_is_no_guess():
    """A modality that leaves a requester out has not passed its check, and nothing is made up for it."""
    offer = catalogue(HARBOUR)
    modality = offer.modality["partner-desk"]
    without = modality.model_copy(update={"requesters": {"partners": modality.requesters["partners"]}})

    with pytest.raises(KeyError, match="operator-staff"):
        offer.access(without, "operator-staff")
    listed = having(offer, without).stands[modality.id]
    assert [*listed] == ["reseller", "integrator"]
