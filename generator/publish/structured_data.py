"""What machines are told of a page: Open Graph, JSON-LD by schema.org, and the site's robots.txt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from generator.analysis.whom_to_ask import contacts_for
from generator.catalogue.modalities import Modality, Status
from generator.catalogue.pricing_rules import Price, PriceState, PricingRule, Rate, Tax, Unit
from generator.catalogue.root import Catalogue
from generator.pages import Page
from generator.pricing.basis import traits
from generator.pricing.counting import rate_on
from generator.relative import relative
from generator.routes import HOME, ROUTES
from generator.views.context import WholeGuide
from generator.wording import contacts
from generator.wording.inline_markdown import plain

ROBOTS = "robots.txt"

Thing = dict[str, Any]
"""A thing of schema.org."""

_UNITS = {Unit.MINUTE: "MIN", Unit.HOUR: "HUR"}
"""The codes of UN/CEFACT for what time is counted in."""


def head(whole: WholeGuide, page: Page, url: str) -> str:
    """Return the tags for a page's head; ``url`` is its address in the web, empty where nobody knows it."""
    guide = whole.catalogue.guide
    tags = {
        "og:type": "article" if page.address else "website",
        "og:title": page.title,
        "og:description": page.description,
        "og:site_name": guide.title,
        "og:locale": guide.language.replace("-", "_"),
        "og:url": url,
    }
    told = [
        Markup('<meta property="{}" content="{}">').format(name, value)
        for name, value in tags.items()
        if value
    ]
    graph = [*_breadcrumbs(whole, page), *_things(whole, page)]
    if graph:
        data = {"@context": "https://schema.org", "@graph": graph}
        told.append(Markup('<script type="application/ld+json">{}</script>').format(_inert(data)))
    return "\n    ".join(told)


def robots(sitemap: str) -> str:
    """Write robots.txt: everything may be found; ``sitemap`` is the address of the site's map, if known."""
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {sitemap}\n" if sitemap else "")


def _inert(data: Thing) -> Markup:
    """Write JSON in which no text can end the element that it stands in, or begin another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _breadcrumbs(whole: WholeGuide, page: Page) -> Iterator[Thing]:
    """The way from the home page to this one; addresses are relative, so that they are right wherever the site lies."""
    if page.address == HOME:
        return
    addresses = whole.addresses
    way = [(whole.catalogue.guide.title, HOME)]
    for route in ROUTES.values():
        above = addresses.at(route.kind)
        # What pages of entries have before their ids is a page itself only where another kind lives there.
        if route.slug and not route.each and page.address != above and page.address.startswith(above):
            way.append((whole.words.gettext(route.title), above))
    group = whole.catalogue.group.get(page.section)
    if group and page.route.each == "modality":
        way.append((group.name, addresses.group(group.id)))
    way.append((page.title, page.address))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": relative(page.address, address)}
        for number, (name, address) in enumerate(way, 1)
    ]
    yield {"@type": "BreadcrumbList", "itemListElement": items}


def _things(whole: WholeGuide, page: Page) -> Iterator[Thing]:
    match page.route.markup:
        case "Service":
            yield _service(whole, whole.catalogue.modality[page.about])
        case "FAQPage" if not page.section and whole.catalogue.open_questions:
            yield _questions(whole)


def _service(whole: WholeGuide, modality: Modality) -> Thing:
    catalogue = whole.catalogue
    made: Thing = {
        "@type": "Service",
        "name": modality.name,
        "description": whole.plainly(plain(modality.summary), modality.facts),
        "provider": {"@type": "Organization", "name": catalogue.guide.organisation},
        "audience": {
            "@type": "Audience",
            "audienceType": whole.plainly(modality.audience, modality.facts_of_audience),
        },
    }
    if modality.status is Status.ACTIVE:
        made["offers"] = list(_offers(whole, modality))
    return made


def _offers(whole: WholeGuide, modality: Modality) -> Iterator[Thing]:
    """Give the prices that the catalogue knows: a price that no source tells is left out, never guessed."""
    catalogue = whole.catalogue
    rule = catalogue.pricing_rule[modality.pricing]
    offer: Thing = {
        "@type": "Offer",
        "name": whole.plainly(rule.name, rule.facts),
        "description": whole.plainly(plain(rule.summary), rule.facts),
    }
    prices = list(_prices(whole, rule))
    if all(row.then is PriceState.FREE and _is_told(catalogue, row.facts) for row in rule.rows):
        yield {**offer, "price": "0", "priceCurrency": catalogue.guide.currency}
    elif prices:
        yield from ({**offer, "priceSpecification": each} for each in prices)
    else:
        yield offer


def _is_told(catalogue: Catalogue, facts: Iterable[str]) -> bool:
    """Tell whether a source says it: machines take a price of nothing at its word, and know no mark of an inference."""
    return not any(catalogue.facts[each].inferred for each in facts)


def _prices(whole: WholeGuide, rule: PricingRule) -> Iterator[Thing]:
    catalogue = whole.catalogue
    rate = rate_on(rule, catalogue.guide.date)
    if rule.unit and rate and _is_told(catalogue, rule.facts_of_rate(rate)):
        unit = {"@type": "UnitPriceSpecification", "unitCode": _UNITS[rule.unit]}
        until = {"validThrough": rate.valid_to.isoformat()} if rate.valid_to else {}
        yield {**unit, **_price(catalogue, rate), "validFrom": rate.valid_from.isoformat(), **until}
    if traits(rule).has_amounts:
        for row in rule.rows:
            if row.amount is not None and row.then is PriceState.CHARGED:
                told = {"description": whole.plainly(plain(row.reason), row.facts)}
                yield {"@type": "PriceSpecification", **_price(catalogue, row.amount), **told}


def _price(catalogue: Catalogue, price: Price | Rate) -> Mapping[str, Any]:
    taxes = {} if price.tax is Tax.UNKNOWN else {"valueAddedTaxIncluded": price.tax is Tax.INCLUDED}
    return {"price": str(price.value), "priceCurrency": price.currency or catalogue.guide.currency, **taxes}


def _questions(whole: WholeGuide) -> Thing:
    catalogue = whole.catalogue
    asked = []
    for each in catalogue.open_questions:
        whom = contacts.asked(catalogue, whole.words, contacts_for(catalogue, each))
        asks = (whole.plainly(f"{ask.said} {plain(ask.how)}", ask.facts) for ask in whom)
        answer = " ".join((whole.plainly(plain(each.status), each.facts), *asks))
        told = {"@type": "Answer", "text": answer}
        asked.append({"@type": "Question", "name": each.question, "acceptedAnswer": told})
    return {"@type": "FAQPage", "mainEntity": asked}
