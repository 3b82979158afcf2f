"""What is asked for a quote, read from the words of a command: ids, numbers and a day, each slip told with its cure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator import pricing
from generator.catalogue.modalities import Modality
from generator.catalogue.references import OUTCOME, REQUESTER
from generator.catalogue.root import Catalogue
from generator.catalogue.scalars import day_told
from generator.i18n import Words
from generator.language.suggestion import suggestion
from generator.wording.number_input import BadNumber, own_signs, read_decimal, read_minutes
from generator.wording.phrases import number_examples
from generator.wording.script_messages import messages

OPEN = "?"
"""What stands for "not known yet"; leaving the part out means the same."""


class InvalidRequest(Exception):
    """Something that was asked for does not exist or cannot be read; the message says it in the reader's words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a quote is wanted for."""

    modality: Modality
    known: dict[str, str]
    minutes: int | None
    rate: Decimal | None
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the words of a command by a catalogue."""

    catalogue: Catalogue
    words: Words

    def options(
        self,
        *,
        modality: str | None,
        requester: str | None,
        outcome: str | None,
        given: Sequence[str],
        minutes: str | None,
        rate: str | None,
        as_of: str | None,
    ) -> Asked:
        """Return what a command's options ask for, ``given`` as `dimension=value`; raises `InvalidRequest`."""
        if modality is None:
            message = self.words.gettext("Say which with {option}. What there is: {choices}.")
            raise InvalidRequest(
                message.format(option="--modality", choices=", ".join(self.catalogue.modality))
            )
        known: dict[str, str] = {}
        named = [(REQUESTER, requester), (OUTCOME, outcome)]
        for each in given:
            name, equals, value = each.partition("=")
            if not equals:
                message = self.words.gettext("--given “{text}” is not understood. Write it like {example}.")
                raise InvalidRequest(
                    message.format(text=each, example=f"{OUTCOME}={next(iter(self.catalogue.outcome))}")
                )
            named.append((name, value))
        for name, answer in named:
            if answer is None:
                continue
            if known.get(name, answer) != answer:
                raise InvalidRequest(
                    self.words.gettext("“{name}” is given twice, and not alike.").format(name=name)
                )
            known[name] = answer
        return self.read(modality, known, minutes=minutes, rate=rate, as_of=as_of)

    def read(
        self,
        modality: str,
        given: Mapping[str, str],
        *,
        minutes: str | None = None,
        rate: str | None = None,
        as_of: str | None = None,
    ) -> Asked:
        """Return what is asked; raises `InvalidRequest`. ``given`` has a value, or `?`, for each dimension named."""
        today = {old: each.id for each in self.catalogue.modalities for old in each.earlier_ids}
        modality = today.get(modality, modality)
        chosen = self.catalogue.modality[self._one("--modality", modality, self.catalogue.modality)]
        dimensions = {
            each.id: each.values
            for each in pricing.dimensions(self.catalogue, self.catalogue.pricing_rule[chosen.pricing])
        }
        known = {}
        for name, value in given.items():
            # A price that does not depend on a thing is the same whatever that is.
            everywhere = {each.id: tuple(v.id for v in each.values) for each in self.catalogue.dimensions}
            self._one("--given", name, {**everywhere, **dimensions})
            option = f"--{name}" if name in (REQUESTER, OUTCOME) else f"--given {name}="
            if value != OPEN:
                values = dimensions.get(name) or everywhere[name]
                self._one(option, value, values)
                if name in dimensions:
                    known[name] = value
        return Asked(chosen, known, self._minutes(minutes), self._rate(rate), self._day(as_of))

    def _one(self, option: str, value: str, known: Collection[str]) -> str:
        if value in known:
            return value
        message = self.words.gettext("There is no “{value}” for {option}.").format(value=value, option=option)
        if near := suggestion(value, known):
            message += " " + self.words.gettext("Did you mean “{word}”?").format(word=near)
        else:
            message += " " + self.words.gettext("What there is: {choices}.").format(choices=", ".join(known))
        raise InvalidRequest(message)

    def _minutes(self, text: str | None) -> int | None:
        if text is None:
            return None
        try:
            return read_minutes(text, self._locale)
        except BadNumber as bad:
            raise self._refused("--minutes", text, bad) from None

    def _rate(self, text: str | None) -> Decimal | None:
        if text is None:
            return None
        try:
            number = read_decimal(text, self._locale, own_signs(self.catalogue.guide.currency, self._locale))
        except BadNumber as bad:
            raise self._refused("--rate", text, bad) from None
        if not number:
            raise self._refused("--rate", text, BadNumber("zero"))
        return number

    @property
    def _locale(self) -> str:
        return self.catalogue.guide.language.replace("-", "_")

    def _refused(self, option: str, text: str, bad: BadNumber) -> InvalidRequest:
        examples = number_examples(self._locale)
        example = examples.minutes if option == "--minutes" else examples.rate
        told = messages(self.words, "simulator")["not-a-number" if bad.code == "empty" else bad.code]
        return InvalidRequest(f"{option} “{text}”: {told.format(example=example)}")

    def _day(self, text: str | None) -> date | None:
        if text is None:
            return None
        if day := day_told(text):
            return day
        message = self.words.gettext("--as-of “{text}” is not a day. Write it like 2026-11-25.")
        raise InvalidRequest(message.format(text=text))
