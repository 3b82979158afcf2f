"""The page of each modality: all that the catalogue says of it, nothing of anything else."""

from __future__ import annotations

import re

from babel.dates import format_date
from babel.lists import format_list
from selectolax.lexbor import LexborNode

from generator.analysis.silence import tells_nothing
from generator.catalogue.modalities import Modality, ScopeState, Start, Status
from generator.catalogue.preconditions import PreconditionKind
from generator.catalogue.pricing_rules import Basis, PriceState, PricingRule
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.wording.inline_markdown import plain
from tests.site.cost_tables import cases_of, hold_case_links, hold_to_the_catalogue
from tests.site.gaps import asked, gaps, named
from tests.site.payers import marks, payer_facts, payers
from tests.site.site import Page, Section, Site, Table, Target, Told, squeeze, text_of


def pages(site: Site) -> list[tuple[Modality, Page]]:
    return [(each, site.page(site.addresses.modality(each.id))) for each in site.catalogue.modalities]


def section(page: Page, anchor: str) -> Section:
    return page.section(page.site.anchor(anchor))


def test_each_modality_has_a_page_and_no_other_page_pretends_to_be_one(site: Site) -> None:
    """Below the address of the modalities stand just the modalities and their groups."""
    found = [page.address for page in site.pages() if page.address.startswith(site.addresses.modalities)]
    wanted = [site.addresses.modalities]
    wanted += [site.addresses.group(each.id) for each in site.catalogue.guide.groups]
    wanted += [site.addresses.modality(each.id) for each in site.catalogue.modalities]
    assert sorted(found) == sorted(wanted)


def test_name_and_summary(site: Site) -> None:
    """A page is headed by the modality's name, and its first sentence says what it is."""
    for modality, page in pages(site):
        assert page.title == modality.name
        first = next(node for node in page.css("p") if page.facts(node))
        assert page.told(first) == site.told(modality.summary, modality.facts)


def test_who_it_is_for(site: Site) -> None:
    """The page says whom it is for, and lists each situation that it is recommended for."""
    for modality, page in pages(site):
        (audience,) = page.css("p.audience")
        assert page.told(audience) == site.told(modality.audience, modality.audience_facts or modality.facts)
        assert page.has_section(site.anchor("recommended")) != tells_nothing(site.catalogue, modality)
        wanted = [site.told(each.text, each.facts) for each in modality.recommendations]
        assert listed(page, section(page, "recommended").css("ul") if wanted else []) == wanted


def listed(page: Page, lists: list[LexborNode]) -> list[Told]:
    """Return the statements of a list; one mark below it counts for each of them."""
    found = []
    for each in lists:
        told = [page.told(item) for item in each.css("li")]
        if "told-as-one" in (each.attributes.get("class") or ""):
            after = each.next
            while after is not None and not after.is_element_node:
                after = after.next
            assert after is not None
            mark = page.told(after)
            assert {one.facts for one in told} == {()}
            told = [Told(one.text, mark.facts, mark.inferred) for one in told]
        else:
            assert len(told) < 2 or len({one.facts for one in told}) > 1, page
        found += told
    return found


def test_its_part_of_the_guide_and_what_it_was_called(site: Site) -> None:
    """What is said of the page itself comes last: its part of the guide, and its earlier names with their facts."""
    for modality, page in pages(site):
        pairs = page.definitions(section(page, "origin").css("dl > div"))
        labels = [site.word("Part of the guide")]
        if modality.earlier_names:
            labels.append(site.number("Earlier name", "Earlier names", len(modality.earlier_names)))
        assert [label for label, _ in pairs] == labels
        group, *earlier = (node for _, node in pairs)
        name = site.catalogue.group[modality.group].name
        assert page.links(group) == [(name, Target(site.addresses.group(modality.group), ""))]
        for node in earlier:
            assert text_of(node) == "; ".join(name.name for name in modality.earlier_names)
            assert page.facts(node) == tuple(fact for name in modality.earlier_names for fact in name.facts)


def test_how_it_works(site: Site) -> None:
    """What else characterises a modality stands on its page, and what is known of each aspect."""
    for modality, page in pages(site):
        aspects = {
            site.catalogue.aspect[id_].name: site.told(told.text, told.facts)
            for id_, told in modality.aspects.items()
            if told.text
        }
        assert page.has_section(site.anchor("character")) == bool(modality.characteristics or aspects)
        if modality.characteristics or aspects:
            part = section(page, "character")
            found = listed(page, part.css("ul"))
            assert found == [site.told(each.text, each.facts) for each in modality.characteristics]
            pairs = page.definitions(part.css("dl > div"))
            assert {name: page.told(node) for name, node in pairs} == aspects


def cases_part(page: Page) -> Section:
    return section(page, "cases")


def test_costs(site: Site) -> None:
    """The page says what each case costs and who pays, as the page of costs does, and leads to each case there."""
    for modality, page in pages(site):
        rule = site.catalogue.pricing_rule[modality.pricing]
        assert page.told(section(page, "cost").css("p.answer")[0]) == site.told(rule.summary, rule.facts)
        part = cases_part(page)
        hold_to_the_catalogue(page, part.table(), modality)
        hold_case_links(page, part.table(), modality)
        details = [page.told(node) for _, node in page.definitions(part.css("dl > div"))]
        for statement in rule.statements:
            assert site.told(statement.text, statement.facts) in details
        assert page.has_section(site.anchor("examples")) == bool(rule.examples)


def test_the_price_in_short(site: Site) -> None:
    """Where a price is told, there is a row for each way that it can end, and one for each who pays."""
    for modality, page in pages(site):
        tables = page.css("table.outcomes")
        priced = any(case.row for case in site.cases(modality))
        assert len(tables) == (priced and not tells_nothing(site.catalogue, modality))
        for table in map(Table, tables):
            told: dict[tuple[str, ...], set[str]] = {}
            for row in table.rows:
                for case in cases_of(site, modality, row):
                    told.setdefault(tuple(case.case.values()), set()).add(row.text(site.word("Cost")))
            wanted = {}
            for case in site.cases(modality):
                if case.row:
                    cost = site.price_word(case.state) + (
                        f" {site.money(case.amount)}" if case.amount else ""
                    )
                    wanted[tuple(case.case.values())] = {cost}
            assert told == wanted, page
            payers_told = {
                (requester, text_of(node.css("dd")[0]))
                for node in page.css(".outcomes__payers > div")
                for requester in (node.attributes["data-who"] or "").split()
            }
            paying: dict[str, dict[str, None]] = {}
            for case in site.cases(modality):
                if case.row and case.payer:
                    paying.setdefault(case.case[REQUESTER], {})[site.party_name(case.payer, case.state)] = (
                        None
                    )
            assert payers_told == {(who, name) for who, names in paying.items() for name in names}


def test_a_list_has_each_of_its_labels_once(site: Site) -> None:
    """What is good to know of a price stands under one label, however much it is."""
    for modality, page in pages(site):
        labels = [text_of(node) for node in cases_part(page).css("dl.details dt")]
        assert len(labels) == len(set(labels))
        known = [
            page.told(node)
            for label, node in page.definitions(cases_part(page).css("dl > div"))
            if label == site.word("Good to know")
        ]
        rule = site.catalogue.pricing_rule[modality.pricing]
        assert known == [site.told(plain(each.text), each.facts) for each in rule.statements]


def test_how_time_is_counted(site: Site) -> None:
    """Where time is charged, the page says in what it is counted, the least, the steps and the rate, known or not."""
    for modality, page in pages(site):
        rule = site.catalogue.pricing_rule[modality.pricing]
        pairs = page.definitions(cases_part(page).css("dl > div"))
        told = [(label, text_of(node)) for label, node in pairs if label != site.word("Good to know")]
        if rule.basis is not Basis.TIME:
            assert told == []
            continue
        unit = "hour" if rule.unit == "hour" else "minute"
        (counted,) = (page.told(node) for label, node in pairs if label == site.word("Counted by"))
        assert counted == site.told(site.word(unit), rule.counting_facts or rule.facts)

        def quantity(number: int, unit: str = unit) -> str:
            return site.number(f"{{number}} {unit}", f"{{number}} {unit}s", number)

        found = dict(told)
        assert found.pop(site.word("Counted by")) == site.word(unit)
        least = found.pop(site.word("Least quantity"), None)
        if isinstance(rule.minimum, int):
            assert least == quantity(rule.minimum)
        else:
            assert least == (None if rule.minimum is None else site.word("No source tells."))
        # What is not known, or nothing, has no "after that".
        after = found.pop(
            site.word("After that" if rule.minimum and isinstance(rule.minimum, int) else "Rounding"), None
        )
        if isinstance(rule.increment, int):
            assert after == site.number(
                f"each started {unit} counts whole",
                f"each started block of {{number}} {unit}s counts whole",
                rule.increment,
            )
        else:
            assert (after is None) == (rule.increment is None)
        (rate,) = found
        assert rate == rate_label(site, rule)
        rates = [text for label, text in told if label == rate]
        assert len(rates) == max(1, len(rule.rates or ()))
        if not rule.rates:
            assert rates == [site.word("No source tells.")]
        for each, text in zip(rule.rates or (), rates, strict=False):
            assert site.money_alone(each.value, each.currency) in text
            for day in filter(None, (each.valid_from, each.valid_to)):
                assert format_date(day, "long", locale=site.locale) in text


def rate_label(site: Site, rule: PricingRule) -> str:
    """Of what a rate is, in words: where none is known, and its unit is concluded, no unit is taken for known."""
    if not rule.rates and any(site.catalogue.facts[fact].concluded for fact in rule.facts_of_unit):
        return site.word("Rate of the time")
    return site.word("Rate per hour" if rule.unit == "hour" else "Rate per minute")


def test_what_counts_rests_on_facts_of_its_own(site: Site) -> None:
    """A least quantity has the facts that tell it; a rate is told of a unit, and has those of the unit as well."""
    for modality, page in pages(site):
        rule = site.catalogue.pricing_rule[modality.pricing]
        if rule.basis is not Basis.TIME:
            continue
        told: dict[str, list[Told]] = {}
        for label, node in page.definitions(cases_part(page).css("dl > div")):
            told.setdefault(label, []).append(page.told(node))
        if isinstance(rule.minimum, int):
            (least,) = told[site.word("Least quantity")]
            assert least.facts == (rule.minimum_facts or rule.facts)
        rates = told[rate_label(site, rule)]
        # What is told of a rate is told of its unit, too.
        known = [(*each.facts, *(rule.counting_facts or ())) for each in rule.rates or ()]
        facts = known or [rule.facts_on("rates")]
        assert rates == [site.told(rate.text, own) for rate, own in zip(rates, facts, strict=True)]


def test_scopes_by_state(site: Site) -> None:
    """Each scope stands once, under the words of its state, with its condition; none is left out in silence."""
    order = (ScopeState.INCLUDED, ScopeState.CONDITIONAL, ScopeState.EXCLUDED, ScopeState.UNKNOWN)
    for modality, page in pages(site):
        lists = page.css("[data-scope-state]")
        used = [state for state in order if any(stand.state is state for stand in modality.scopes.values())]
        assert [node.attributes["data-scope-state"] for node in lists] == [state.value for state in used]
        headings = [text_of(node) for node in page.css("h3.scopes__state, .scopes--unknown > summary")]
        for heading, state in zip(headings, used, strict=True):
            told = (
                site.word("What no source tells") if state is ScopeState.UNKNOWN else site.scope_word(state)
            )
            assert heading.startswith(told)
        for state, node in zip(used, lists, strict=True):
            wanted = []
            for scope in site.catalogue.scope.values():
                stand = modality.scopes[scope.id]
                if stand.state is state:
                    words = [scope.name, scope.description and plain(scope.description)]
                    if stand.condition:
                        words += [site.word("Condition:"), plain(stand.condition)]
                    text = squeeze(" ".join(filter(None, words)))
                    wanted.append((scope.id, site.told(text, stand.facts)))
            assert [(item.attributes["data-scope"], page.told(item)) for item in node.css("li")] == wanted


def test_who_may_ask(site: Site) -> None:
    """For each requester stands whether they may ask and who is billed then, each with its own facts."""
    for modality, page in pages(site):
        table = section(page, "who-may-ask").table()
        assert [row.heading for row in table.rows] == [each.name for each in site.catalogue.requesters]
        for requester, row in zip(site.catalogue.requesters, table.rows, strict=True):
            assert page.links(row.heading_cell) == [
                (row.heading, Target(site.addresses.requester(requester.id), ""))
            ]
            stand = site.catalogue.access(modality, requester.id)
            note = f". {plain(stand.note)}" if stand.note else ""
            assert row.text(site.word("May they?")) == squeeze(site.access_word(stand.state) + note)
            cases = [case for case in site.cases(modality) if case.case[REQUESTER] == requester.id]
            billed = row.text(site.word("Who pays what is charged")).split("; ")
            assert sorted(billed) == sorted(payers(site, cases))
            columns = ("May they?", "Who pays what is charged")
            assert [page.facts(row.cells[site.word(each)]) for each in columns] == marks(
                site, stand.facts, payer_facts(cases, requester)
            )


def test_what_must_come_first(site: Site) -> None:
    """The page names each precondition, in order, with what it means here and where it leads."""
    for modality, page in pages(site):
        wanted = []
        for each in modality.preconditions:
            entry = site.catalogue.precondition[each.precondition]
            words = [f"{entry.name}.", plain(entry.description), each.note and plain(each.note)]
            if entry.service:
                words.append(f"{site.word('See:')} {site.catalogue.modality[entry.service].name}.")
            wanted.append(site.told(squeeze(" ".join(filter(None, words))), (*each.facts, *entry.facts)))
        assert page.has_section(site.anchor("first")) == bool(wanted)
        assert not wanted or [page.told(node) for node in section(page, "first").css("li")] == wanted


def test_steps_in_order(site: Site) -> None:
    """The way from ticket to outcome is an ordered list of text, each step with who acts and what it rests on."""
    for modality, page in pages(site):
        part = section(page, "steps")
        wanted = [(each.actor, site.told(plain(each.text), each.facts)) for each in modality.steps]
        steps = part.css("ol > li.journey__step")
        told = [(text_of(li.css_first(".journey__actor")), page.told(li.css_first("p"))) for li in steps]
        assert told == wanted
        if not wanted:
            assert text_of(part.css("p")[0]) == site.word("No source tells how to ask for it.")


BEGINS = {Start.CLOCK: "The clock starts here", Start.CHARGE: "The charge starts here"}
KINDS = {
    PreconditionKind.DOCUMENT: "Document",
    PreconditionKind.ACCEPTANCE: "Agreement",
    PreconditionKind.APPOINTMENT: "Appointment",
    PreconditionKind.EARLIER_SERVICE: "Service that comes before",
    PreconditionKind.PAYMENT: "Payment",
}


def test_what_each_step_brings_about(site: Site) -> None:
    """A step says which document, agreement or other thing it brings, and whether clock and charge start with it."""
    for modality, page in pages(site):
        steps = section(page, "steps").css("li.journey__step")
        for step, item in zip(modality.steps, steps, strict=True):
            wanted = []
            if step.precondition:
                entry = site.catalogue.precondition[step.precondition]
                kind = site.word(KINDS[entry.kind])
                wanted.append(f"{kind}: {entry.name}" if entry.name != kind else kind)
            wanted += [site.word(word) for start, word in BEGINS.items() if start in step.starts]
            assert [text_of(mark) for mark in item.css(".journey__mark")] == wanted


def test_a_way_on_which_nothing_is_charged_says_so_with_its_facts(site: Site) -> None:
    """Where every case is free, the prices say it; else nothing is said of a charge that no step tells of."""
    seen = set()
    for modality, page in pages(site):
        if not modality.steps:
            continue
        cases = site.cases(modality)
        free = {case.state for case in cases} == {PriceState.FREE}
        remark = site.told(
            site.word("On this way there is no charge per service."),
            tuple(fact for case in cases for fact in case.price_facts),
        )
        told = [page.told(node) for node in section(page, "steps").css("p.journey__remark")]
        assert told == [remark] * free
        seen.add(free)
    assert seen == {True, False} or site.name != "harbour"


def aspects(site: Site, here: Modality, there: Modality) -> list[tuple[str, str, str]]:
    """Return in what two modalities differ: what it is, what it is here, and what it is there."""
    catalogue = site.catalogue

    def prices(modality: Modality, outcome: str) -> list[str]:
        cases = [case for case in site.cases(modality) if case.row and case.case[OUTCOME] == outcome]
        return list(dict.fromkeys(site.price_word(case.state) for case in cases))

    def least(modality: Modality) -> str:
        rule = catalogue.pricing_rule[modality.pricing]
        if rule.basis in (Basis.FIXED, Basis.RECURRING):
            return site.word("Not counted by time")
        if rule.basis is Basis.NONE:
            return site.word("Does not apply")
        if not isinstance(rule.minimum, int):
            return site.word("Not told")
        unit = "hour" if rule.unit == "hour" else "minute"
        return site.number(f"{{number}} {unit}", f"{{number}} {unit}s", rule.minimum)

    both = (here, there)
    rows = [(each.name, [site.alternatives(prices(m, each.id)) for m in both]) for each in catalogue.outcomes]
    rows.append((site.word("Least quantity"), [least(m) for m in both]))
    for aspect in catalogue.aspects:
        texts = [m.aspects[aspect.id].text for m in both]
        rows.append(
            (aspect.name, [squeeze(plain(text)) if text else site.word("Not told") for text in texts])
        )
    rows += [
        (scope.name, [site.scope_word(m.scopes[scope.id].state) for m in both])
        for scope in catalogue.scope.values()
    ]
    for requester in catalogue.requesters:
        rows.append(
            (requester.name, [site.access_word(catalogue.access(m, requester.id).state) for m in both])
        )
    for each in catalogue.preconditions:
        words = [site.required_word(m, each.id) for m in both]
        if site.word("Needed") in words:
            rows.append((each.name, words))
    return [(name, one, other) for name, (one, other) in rows if one != other]


def known(site: Site, rows: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the rows of which both sides are told."""
    untold = site.word("Not told").lower()
    return [row for row in rows if not any(untold in side.lower() for side in row[1:])]


def difference_tables(page: Page) -> dict[str, list[tuple[str, str, str]]]:
    """Return the tables of differences on a page by the modality that they lead to."""
    found = {}
    if page.has_section(page.site.anchor("differences")):
        for node in section(page, "differences").css("table"):
            table = Table(node)
            ((name, target),) = page.links(node.css("thead th")[2])
            assert table.columns == (page.site.word("What"), page.title, name)
            assert target is not None
            rows = [(row.heading, row.text(page.title), row.text(name)) for row in table.rows]
            found[target.address] = rows
    return found


def test_what_is_told_of_one_side_only_is_named_below_its_table(site: Site) -> None:
    """What the sources tell of one of two neighbours only is no row, and is not passed over."""
    found = 0
    for modality, page in pages(site):
        if not page.has_section(site.anchor("differences")):
            continue
        for table in section(page, "differences").css("table"):
            box = table.parent
            assert box is not None
            below = box.next
            while below is not None and below.tag == "-text":
                below = below.next
            other = next(
                each
                for each in site.catalogue.modalities
                if f">{each.name}" in str(table.css_first("thead").html) and each is not modality
            )
            rows = aspects(site, modality, other)
            wanted = [row[0] for row in rows if row not in known(site, rows)]
            told = (
                [text_of(node) for node in below.css("li")]
                if below is not None and below.tag == "details"
                else []
            )
            assert told == wanted, (modality.id, other.id)
            found += len(told)
    assert found


def test_differences_from_neighbours(site: Site) -> None:
    """A modality is told from each of its neighbours in all that differs; where nothing does, in one line for all."""
    for modality, page in pages(site):
        wanted = {
            site.addresses.modality(other.id): known(site, aspects(site, modality, other))
            for other in site.catalogue.neighbours(modality)
        }
        assert difference_tables(page) == {address: rows for address, rows in wanted.items() if rows}
        names = {site.addresses.modality(each.id): each.name for each in site.catalogue.modalities}
        alike = [(names[address], Target(address, "")) for address, rows in wanted.items() if not rows]
        told = (
            [node for node in section(page, "origin").css("p") if page.links(node) == alike] if alike else []
        )
        assert len(told) == bool(alike)
        if alike:
            names_listed = format_list([name for name, _ in alike], locale=site.locale)
            message = "The sources point out no difference from: {modalities}."
            assert text_of(told[0]) == site.word(message, modalities=names_listed)


def test_two_pages_never_contradict_each_other(site: Site) -> None:
    """What one page says of the other, the other says of the first: the same rows, columns changed over."""
    tables = {page.address: difference_tables(page) for _, page in pages(site)}
    for here, others in tables.items():
        for there, rows in others.items():
            assert tables[there][here] == [(name, other, one) for name, one, other in rows]


def test_open_questions_of_a_modality(site: Site) -> None:
    """What the guide does not know of a modality stands on its page, with whom to ask."""
    for modality, page in pages(site):
        wanted = [*asked(site, modality), *gaps(site, modality)]
        assert page.has_section(site.anchor("open")) == bool(wanted)
        if wanted:
            found = [page.told(node) for node in section(page, "open").css("ul.questions > li")]
            for told, each in zip(found, wanted, strict=True):
                (contact,) = each.contacts
                whom = site.told(told.text, site.catalogue.contact[contact].facts)
                known = site.told(told.text, each.facts)
                assert told == Told(told.text, (*known.facts, *whom.facts), known.inferred or whom.inferred)
                names = (*each.names, named(site, contact))
                assert [name for name in names if name not in told.text] == []


def term_links(page: Page) -> set[str]:
    """Return the terms that are linked in the text."""
    targets = [target for _, target in page.links(page.content)]
    return {each.anchor for each in targets if each and each.address == page.site.addresses.glossary}


def test_no_term_in_the_text_goes_unexplained(site: Site) -> None:
    """In what is recommended, asked for and promised, no word of the glossary stands without its explanation."""
    forms = {
        form: term.id
        for term in site.catalogue.glossary
        for form in filter(None, (term.term, *term.plural, *term.also))
    }
    for modality, page in pages(site):
        texts = [modality.summary, *(each.text for each in modality.recommendations)]
        texts += [each.text for each in modality.steps]
        text = " ".join(plain(each) for each in texts)
        # Of two forms the longer is meant: "Partner Desk" says nothing of a desk.
        for form in sorted(forms, key=len, reverse=True):
            text, count = re.subn(rf"(?<!\w){re.escape(form)}(?!\w)", " ", text)
            assert not count or forms[form] in term_links(page), (page, form)


def test_lines_of_the_catalogue_behind_the_page(site: Site) -> None:
    """The page leads to the very lines of the catalogue from which it was made: the first to the last of its entry."""
    lines = site.path.read_text(encoding="utf-8").splitlines()
    for modality, page in pages(site):
        ((text, target),) = page.links(section(page, "origin").css("p")[-1])
        first, last = map(int, re.findall(r"\d+", text))
        assert target == Target(site.addresses.catalogue, f"l{first}")
        entry = re.compile(r"\s*- id: (\S+)")
        start = entry.match(lines[first - 1])
        assert start is not None
        assert start[1] == modality.id
        indent = len(lines[first - 1]) - len(lines[first - 1].lstrip())
        rest = lines[first:last]
        assert all(not line.strip() or len(line) - len(line.lstrip()) > indent for line in rest)
        following = next((line for line in lines[last:] if line.strip()), "end")
        assert len(following) - len(following.lstrip()) <= indent
        assert lines[last - 1].strip()


def test_retired_modalities_say_so(site: Site) -> None:
    """A modality that is no longer offered says since when, and what to use instead."""
    for modality, page in pages(site):
        told = site.word("No longer offered.")
        if modality.retired_on:
            day = format_date(modality.retired_on, "long", locale=site.locale)
            told = site.word("No longer offered since {day}.", day=day)
        assert (told in text_of(page.content)) == (modality.status is Status.RETIRED)
        if modality.replaced_by:
            (notice,) = [node for node in page.css("p") if site.word("Use instead:") in text_of(node)]
            name = site.catalogue.modality[modality.replaced_by].name
            assert page.links(notice) == [(name, Target(site.addresses.modality(modality.replaced_by), ""))]


def test_leafing_through_a_group(site: Site) -> None:
    """From each modality one step leads to the one before and the one after it in its group."""
    for group in site.catalogue.guide.groups:
        members = [each for each in site.catalogue.modalities if each.group == group.id]
        for index, modality in enumerate(members):
            page = site.page(site.addresses.modality(modality.id))
            beside = [*members[max(0, index - 1) : index], *members[index + 1 : index + 2]]
            links = [target for nav in page.css("nav") for _, target in page.links(nav)]
            assert links == [Target(site.addresses.modality(each.id), "") for each in beside]


def test_what_prevails_is_said_where_a_price_stands(site: Site) -> None:
    """Who reads a price reads which document decides, where the modality has that document."""
    guide = site.catalogue.guide
    for modality, page in pages(site):
        first = {each.precondition for each in modality.preconditions}
        told = site.told(guide.prevails, guide.prevails_facts) in [page.told(node) for node in page.css("p")]
        assert told == first.issuperset(guide.prevails_requires or ())


def test_nobody_is_sent_to_what_the_modality_does_not_have(site: Site) -> None:
    """A page names no contact that is there only where something comes first which does not come first here."""
    for modality, page in pages(site):
        first = {each.precondition for each in modality.preconditions}
        absent = [each.name for each in site.catalogue.contacts if not first.issuperset(each.requires or ())]
        text = text_of(page.content)
        assert [name for name in absent if site.word("Ask: {whom}.", whom=name) in text] == []


def test_the_checklist_holds_what_makes_a_request_fit(site: Site) -> None:
    """Before asking, a reader can tick off each recommendation, precondition and step, where there is more than one."""
    for modality, page in pages(site):
        wanted = [[site.told(each.text, each.facts) for each in modality.recommendations]]
        needed = []
        for each in modality.preconditions:
            entry = site.catalogue.precondition[each.precondition]
            text = " ".join(filter(None, (f"{entry.name}.", entry.description, each.note)))
            needed.append(site.told(text, (*each.facts, *entry.facts)))
        wanted += [needed, [site.told(f"{each.actor}: {each.text}", each.facts) for each in modality.steps]]
        anchor = site.anchor("checklist")
        # A single step alone is told just above, and leaves nothing to check.
        worth = any(wanted[:2]) or len(wanted[2]) > 1
        assert page.has_section(anchor) == worth
        if worth:
            lists = page.section(anchor).css("ul.checklist__items")
            told = [[page.told(item) for item in each.css("li")] for each in lists]
            assert told == [each for each in wanted if each]
