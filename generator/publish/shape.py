"""The shape of all that is published for scripts, told once: Python is held to it, and its schema types the scripts.

What has its name from something of the catalogue is `Published…` here: it is not the same thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NotRequired

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

from generator.catalogue.guide import Rounding
from generator.catalogue.modalities import Access
from generator.catalogue.pricing_rules import PriceState, Tax, Unit
from generator.i18n import words
from generator.wording.script_messages import all_messages


class Signs(TypedDict):
    decimal: str
    group: str
    currency: list[str]


class PublishedStatement(TypedDict):
    text: str
    facts: list[str]


class PublishedNamed(TypedDict):
    name: str
    earlier: list[str]


class PublishedOutcome(PublishedNamed):
    """An outcome; `doubts` is what no source tells of it, in the words of its facts."""

    doubts: list[PublishedStatement]


class PublishedRequester(PublishedNamed):
    party: str | None
    billed: str
    billedFacts: list[str]


class PublishedDimension(TypedDict):
    name: str
    ifUnknown: PublishedStatement | None
    values: dict[str, PublishedNamed]


class PublishedPrice(TypedDict):
    value: str
    currency: str | None
    tax: Tax


PublishedRate = TypedDict(
    "PublishedRate",
    {"value": str, "currency": str | None, "digits": int, "tax": Tax, "from": str, "to": str | None},
)


class RuleDimension(TypedDict):
    id: str
    values: list[str]
    codes: dict[str, str]


class RuleRow(TypedDict):
    id: str
    when: dict[str, list[str]]
    then: PriceState
    payer: str | None
    price: PublishedPrice | None
    reason: str
    facts: list[str]


class Rule(TypedDict):
    name: str
    timed: bool
    unit: Unit | None
    minimum: int | None
    increment: int | None
    unknown: list[Literal["minimum", "increment"]]
    counting: list[list[str]]
    countingFacts: list[str]
    rates: list[PublishedRate]
    dimensions: list[RuleDimension]
    rows: list[RuleRow]


class Stand(TypedDict):
    state: Access
    facts: list[str]
    unpriced: str


class Closed(TypedDict):
    """Why no price is told where it is not known who asks, by the state of access; empty where nobody has it."""

    denied: str
    unknown: str


class PublishedContact(TypedDict):
    """Who is asked, in a sentence; `at` says where it stands, and is empty where nothing is read."""

    text: str
    at: str
    facts: list[str]


class PublishedWhom(TypedDict):
    """Whom to ask about what no source tells of how time is charged; null where no open question asks it."""

    rate: PublishedContact | None
    minimum: PublishedContact | None
    increment: PublishedContact | None
    tax: PublishedContact | None


class PublishedModality(PublishedNamed):
    code: str
    icon: str | None
    audience: str
    href: str
    steps: str
    cases: str
    rule: str
    access: dict[str, Stand]
    closed: Closed
    before: list[str]
    beforeCharge: list[str]
    asked: str
    of: str
    contact: PublishedStatement
    ask: PublishedWhom
    prevails: bool


class PublishedIcon(TypedDict):
    box: str
    paths: list[str]


class PublishedFact(TypedDict):
    name: str
    href: str
    inferred: bool
    unknown: bool


class PublishedAnswer(TypedDict):
    id: str
    earlier: list[str]
    text: str
    implies: dict[str, str]
    requesters: list[str]


class PublishedQuestion(TypedDict):
    id: str
    text: str
    help: str
    earlier: list[str]
    ifUnknown: PublishedStatement | None
    answers: list[PublishedAnswer]


class PublishedFinderRow(TypedDict):
    id: str
    when: dict[str, list[str]]
    recommend: list[str]
    reason: str
    facts: list[str]
    unsure: list[PublishedStatement]


class PublishedFinder(TypedDict):
    questions: list[PublishedQuestion]
    rows: list[PublishedFinderRow]


class Data(TypedDict):
    """What `data.json` holds; links are relative to the site's root."""

    version: str
    revision: str
    date: str
    language: str
    currency: str
    digits: int
    rounding: Rounding
    signs: Signs
    title: str
    prevails: str
    prevailsFacts: list[str]
    outcomeUnknown: PublishedStatement | None
    requesters: dict[str, PublishedRequester]
    parties: dict[str, str]
    states: dict[str, str]
    outcomes: dict[str, PublishedOutcome]
    dimensions: dict[str, PublishedDimension]
    rules: dict[str, Rule]
    modalities: dict[str, PublishedModality]
    icons: dict[str, PublishedIcon]
    facts: dict[str, PublishedFact]
    finder: PublishedFinder
    words: dict[str, Mapping[str, str]]


class IndexRow(TypedDict):
    cells: list[str]
    named: NotRequired[dict[str, str]]


class IndexTable(TypedDict):
    heads: list[str]
    first: int
    rows: list[IndexRow]


class IndexPart(TypedDict):
    at: str
    title: str
    text: str
    words: NotRequired[list[str]]
    names: NotRequired[int]
    table: NotRequired[IndexTable]
    tells: NotRequired[float]


class IndexPage(TypedDict):
    at: str
    title: str
    text: str
    words: NotRequired[list[str]]
    names: NotRequired[int]
    weight: NotRequired[float]
    parts: NotRequired[list[IndexPart]]


class IndexLanguage(TypedDict):
    """The lists of a guide's language by which the search reads words."""

    plurals: list[str]
    endings: list[str]
    stopwords: list[str]
    negations: list[str]
    alike: list[str]


class PublishedIndex(TypedDict):
    """What `search.json` holds."""

    version: str
    language: IndexLanguage
    pages: list[IndexPage]


def schema() -> dict[str, Any]:
    """Return the JSON Schema of both files, closed: what it does not name may not be published."""
    made: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {},
        "title": "Published",
        "description": "All that is published for scripts.",
        "type": "object",
        "properties": {},
    }
    for name, kind in (("Data", Data), ("Index", PublishedIndex)):
        told = TypeAdapter(kind).json_schema(schema_generator=_NamedForScripts)
        made["$defs"] |= told.pop("$defs")
        made["$defs"][name] = told
        made["properties"][name.lower()] = {"$ref": f"#/$defs/{name}"}
    made["required"] = list(made["properties"])
    made["$defs"]["Words"] = _words()
    made["$defs"]["Data"]["properties"]["words"] = {"$ref": "#/$defs/Words"}
    for each in made["$defs"].values():
        each.pop("title", None)  # a class's own name, which is longer
    for each in (made, *made["$defs"].values()):
        if "properties" in each:
            each["additionalProperties"] = False
        for told in each.get("properties", {}).values():
            told.pop("title", None)  # each field would become a type of its own
    return made


class _NamedForScripts(GenerateJsonSchema):
    """Names what is published as scripts do: they know nothing else of that name."""

    def normalize_name(self, name: str) -> str:
        return super().normalize_name(name.removeprefix("Published"))


def _words() -> dict[str, Any]:
    """Return the schema of the scripts' words: their keys are the same in every language."""
    told = {
        component: _closed({key: {"type": "string"} for key in each})
        for component, each in all_messages(words("en")).items()
    }
    return _closed(told)


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
