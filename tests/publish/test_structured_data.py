"""What machines are told of a page is what the catalogue says, and no text can break out of it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import pages
from generator.analysis.whom_to_ask import contacts_for
from generator.catalogue.pricing_rules import PriceState
from generator.pages import Page
from generator.publish import structured_data
from generator.source.reader import read
from generator.views.context import WholeGuide
from generator.wording import contacts
from generator.wording.inline_markdown import plain
from tests.catalogues import HARBOUR, PORTUGUESE
from tests.publish import guides


@pytest.fixture(scope="module", params=[PORTUGUESE, HARBOUR], ids=["portuguese", "harbour"])
def whole(request: pytest.FixtureRequest) -> WholeGuide:
    return guides.whole(request.param)


def every(whole: WholeGuide) -> list[Page]:
    return list(pages.all_pages(whole, read(PORTUGUESE)))


def page_at(whole: WholeGuide, address: str) -> Page:
    return next(page for page in every(whole) if page.address == address)


def told(whole: WholeGuide, address: str, url: str = "") -> LexborHTMLParser:
    return LexborHTMLParser(f"<head>{structured_data.head(whole, page_at(whole, address), url)}</head>")


def graph(whole: WholeGuide, address: str) -> list[dict[str, Any]]:
    (script,) = told(whole, address).css('script[type="application/ld+json"]')
    data = json.loads(script.text())
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def thing(whole: WholeGuide, address: str, kind: str) -> dict[str, Any]:
    (found,) = [each for each in graph(whole, address) if each["@type"] == kind]
    return found


def test_a_shared_link_shows_title_and_description(whole: WholeGuide):
    """Open Graph tells each page's own title and description, the guide's name and its language."""
    for page in every(whole):
        head = LexborHTMLParser(f"<head>{structured_data.head(whole, page, '')}</head>")
        tags = {each.attributes["property"]: each.attributes["content"] for each in head.css("meta")}
        assert tags.pop("og:title") == page.title
        assert tags.pop("og:description") == page.description
        assert tags.pop("og:site_name") == whole.catalogue.guide.title
        assert tags.pop("og:locale") == whole.catalogue.guide.language.replace("-", "_")
        assert tags.pop("og:type") in ("website", "article")
        assert tags == {}


def test_the_address_is_told_where_it_is_known(whole: WholeGuide):
    """With the site's address a page tells its own; without, it tells none."""
    (tag,) = told(whole, "", "https://guide.example/x/").css('meta[property="og:url"]')
    assert tag.attributes["content"] == "https://guide.example/x/"


def test_each_modality_is_a_service(whole: WholeGuide):
    """A modality's page tells a service with name, readers and provider; its group is our own, an old name no other."""
    for modality in whole.catalogue.modalities:
        service = thing(whole, whole.addresses.modality(modality.id), "Service")
        assert service["name"] == modality.name
        assert "serviceType" not in service
        assert service["description"] == whole.plainly(plain(modality.summary), modality.facts)
        assert service["provider"]["name"] == whole.catalogue.guide.organisation
        facts = modality.audience_facts or modality.facts
        assert service["audience"]["audienceType"] == whole.plainly(modality.audience, facts)
        assert "alternateName" not in service


def test_no_price_is_invented(whole: WholeGuide):
    """An offer has a price only where the catalogue has one, and is for nothing only where sources say so."""
    seen = set()
    for modality in whole.catalogue.modalities:
        rule = whole.catalogue.pricing_rule[modality.pricing]
        prices = [*(rule.rates or ()), *(row.amount for row in rule.rows if row.amount)]
        money = whole.catalogue.guide.currency
        known = {(str(each.value), each.currency or money) for each in prices}
        facts = [whole.catalogue.facts[each] for row in rule.rows for each in row.facts]
        free = all(row.then is PriceState.FREE for row in rule.rows) and not any(
            each.inferred for each in facts
        )
        offers = thing(whole, whole.addresses.modality(modality.id), "Service").get("offers", [])
        for offer in offers:
            assert ("price" in offer) == free
            if free:
                assert offer["price"] == "0"
            if price := offer.get("priceSpecification"):
                assert (price["price"], price["priceCurrency"]) in known
            seen.add((free, "priceSpecification" in offer))
    assert (True, False) in seen or whole.catalogue.guide.language != "en"
    assert (False, False) in seen


def test_an_inference_says_in_words_that_it_is_one():
    """Machines know no mark: beside what is inferred stands that it is, and a rate that no source tells is left out."""
    whole = guides.whole(HARBOUR)
    inferred = {
        id_: fact.model_copy(update={"inferred": True}) for id_, fact in whole.catalogue.facts.items()
    }
    rated = next(
        each for each in whole.catalogue.modalities if whole.catalogue.pricing_rule[each.pricing].rates
    )
    rule = whole.catalogue.pricing_rule[rated.pricing]
    guessing = WholeGuide(
        whole.catalogue.model_copy(update={"facts": inferred}), whole.words, lambda _path: (1, 1)
    )
    service = thing(guessing, whole.addresses.modality(rated.id), "Service")
    assert service["description"] == f"{plain(rated.summary)} (inference)"
    assert service["audience"]["audienceType"] == f"{rated.audience} (inference)"
    assert [offer["name"] for offer in service["offers"]] == [f"{rule.name} (inference)"]
    assert "priceSpecification" not in service["offers"][0]


def test_what_describes_the_page_of_a_group_says_whether_it_is_concluded():
    """Whoever is shown only the description of a page sees no mark."""
    whole = guides.whole(HARBOUR)
    group = whole.catalogue.guide.groups[0]
    (guess,) = (each for each in whole.catalogue.facts.values() if each.id == "g1")
    facts = {**whole.catalogue.facts, guess.id: guess.model_copy(update={"inferred": True})}
    concluded = group.model_copy(update={"facts": (guess.id,)})
    guide = whole.catalogue.guide.model_copy(update={"groups": (concluded,)})
    catalogue = whole.catalogue.model_copy(
        update={"facts": facts, "guide": guide, "group": {**whole.catalogue.group, group.id: concluded}}
    )
    other = WholeGuide(catalogue, whole.words, lambda _path: (1, 1))
    (tag,) = told(other, other.addresses.group(group.id)).css('meta[property="og:description"]')
    assert tag.attributes["content"] == f"{plain(group.summary)} (inference)"


def test_a_rate_of_a_unit_that_no_source_tells_is_left_out():
    """What is known to cost so much, but only concluded to be counted in minutes, has no price per minute."""
    whole = guides.whole(HARBOUR)
    catalogue = whole.catalogue
    rated = next(each for each in catalogue.modalities if catalogue.pricing_rule[each.pricing].rates)
    rule = catalogue.pricing_rule[rated.pricing]
    guess = catalogue.facts[rule.facts[0]].model_copy(update={"id": "guess", "inferred": True})

    def prices(unit: tuple[str, ...]) -> int:
        changes = {
            "facts": {**catalogue.facts, guess.id: guess},
            "pricing_rule": {
                **catalogue.pricing_rule,
                rule.id: rule.model_copy(update={"counting_facts": unit}),
            },
        }
        other = WholeGuide(catalogue.model_copy(update=changes), whole.words, lambda _path: (1, 1))
        offers = thing(other, whole.addresses.modality(rated.id), "Service")["offers"]
        return sum("priceSpecification" in offer for offer in offers)

    assert prices(rule.facts) == 1
    assert prices((guess.id,)) == 0


def test_a_known_rate_is_told_with_its_unit_and_dates():
    """A rate in force is a price for its unit, with the day from which it holds."""
    whole = guides.whole(HARBOUR)
    told = [
        offer["priceSpecification"]
        for modality in whole.catalogue.modalities
        for offer in thing(whole, whole.addresses.modality(modality.id), "Service").get("offers", [])
        if offer.get("priceSpecification", {}).get("@type") == "UnitPriceSpecification"
    ]
    assert told
    assert {each["unitCode"] for each in told} <= {"MIN", "HUR"}
    assert all(each["validFrom"] <= whole.catalogue.guide.date.isoformat() for each in told)


def test_breadcrumbs_lead_from_the_home_page(whole: WholeGuide):
    """The way to a modality goes over the list of all and its group, each with its address seen from the page."""
    modality = whole.catalogue.modalities[0]
    trail = thing(whole, whole.addresses.modality(modality.id), "BreadcrumbList")["itemListElement"]
    group = whole.catalogue.group[modality.group].name
    assert [each["name"] for each in trail][::2] == [whole.catalogue.guide.title, group]
    assert [each["name"] for each in trail][-1] == modality.name
    assert [each["position"] for each in trail] == [1, 2, 3, 4]
    assert trail[0]["item"] == "../../"


def test_each_breadcrumb_has_a_name_and_leads_to_a_page(whole: WholeGuide):
    """Of every page: whatever is above it is a page that the guide has, and is called something."""
    addresses = {page.address for page in every(whole)}
    for page in filter(None, addresses):
        for each in thing(whole, page, "BreadcrumbList")["itemListElement"]:
            address = urljoin(f"https://guide.example/{page}", each["item"])
            assert each["name"]
            assert address.removeprefix("https://guide.example/") in addresses


def test_open_questions_are_asked_and_answered():
    """The page of open questions tells each with what is known and whom to ask, of several of what each is asked."""
    whole = guides.whole(PORTUGUESE)
    asked = thing(whole, whole.addresses.open_questions, "FAQPage")["mainEntity"]
    assert [each["name"] for each in asked] == [each.question for each in whole.catalogue.open_questions]
    for each, question in zip(asked, whole.catalogue.open_questions, strict=True):
        answer = whole.plainly(plain(question.status), question.facts)
        whom = contacts_for(whole.catalogue, question)
        for id_, of in whom.items():
            contact = whole.catalogue.contact[id_]
            names = ", ".join(whole.catalogue.modality[modality].name for modality in of)
            said = (
                f"{names}: {contact.name}."
                if len(whom) > 1
                else contacts.sentence(whole.catalogue, whole.words, id_)
            )
            answer += f" {whole.plainly(f'{said} {plain(contact.how)}', contact.facts)}"
        assert each["acceptedAnswer"]["text"] == answer


def test_no_text_breaks_out():
    """A text that looks like the end of a script stays a text."""
    whole = guides.whole(PORTUGUESE)
    hostile = '</script ><script>alert(1)</script\t><!-- <script "& &lt;'
    modality = whole.catalogue.modalities[0].model_copy(update={"name": hostile, "audience": hostile})
    changed = {"modalities": (modality, *whole.catalogue.modalities[1:])}
    # What is found by id is no field, and a copy takes it over as it was found before.
    by_id = {"modality": {**whole.catalogue.modality, modality.id: modality}}
    catalogue = whole.catalogue.model_copy(update={**changed, **by_id})
    other = WholeGuide(catalogue, whole.words, lambda _path: (1, 1))
    head = told(other, other.addresses.modality(modality.id))
    assert len(head.css("script")) == 1
    service = thing(other, other.addresses.modality(modality.id), "Service")
    assert service["name"] == hostile
    assert service["audience"]["audienceType"] == hostile


def test_robots_may_see_everything():
    """robots.txt shuts nobody out, and names the site's map where its address is known."""
    assert structured_data.robots("") == "User-agent: *\nAllow: /\n"
    assert structured_data.robots("https://guide.example/sitemap.xml").endswith(
        "\nSitemap: https://guide.example/sitemap.xml\n"
    )
