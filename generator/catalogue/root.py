"""The catalogue as a whole: its top-level keys, and look-ups by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol, TypeVar

from pydantic import Field

from generator.catalogue.aspects import Aspect
from generator.catalogue.claims import Claim
from generator.catalogue.contacts import Contact
from generator.catalogue.entry import Model
from generator.catalogue.finder import Finder
from generator.catalogue.glossary import Term
from generator.catalogue.guide import Group, Guide
from generator.catalogue.modalities import AccessRule, Modality
from generator.catalogue.open_questions import OpenQuestion
from generator.catalogue.outcomes import Dimension, Outcome
from generator.catalogue.parties import Party
from generator.catalogue.preconditions import Precondition
from generator.catalogue.pricing_rules import PricingRule
from generator.catalogue.requesters import Requester, RequesterGroup
from generator.catalogue.scopes import Scope, ScopeGroup
from generator.catalogue.sources import Fact, Source


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


class Catalogue(Model):
    """Everything that a guide tells."""

    guide: Guide
    sources: tuple[Source, ...] = Field(
        min_length=1, description="Where the facts were read, and the facts: each statement rests on some."
    )
    glossary: tuple[Term, ...] = Field((), description="The words that a reader has to know.")
    parties: tuple[Party, ...] = Field(min_length=1, description="Who can be asked to pay.")
    contacts: tuple[Contact, ...] = Field(
        min_length=1, description="Whom to ask about what the guide leaves open."
    )
    requesters: tuple[Requester, ...] = Field(min_length=1, description="Who can ask for a modality.")
    requester_groups: tuple[RequesterGroup, ...] = Field(
        (), description="Names for several requesters, for use in tables and modalities."
    )
    outcomes: tuple[Outcome, ...] = Field(min_length=1, description="The ways in which an analysis can end.")
    dimensions: tuple[Dimension, ...] = Field(
        (), description="What else prices depend on, besides requester and outcome."
    )
    preconditions: tuple[Precondition, ...] = Field(
        (), description="What may have to come before a service, or before its charge."
    )
    scopes: tuple[ScopeGroup, ...] = Field(min_length=1, description="What a modality can cover, in groups.")
    aspects: tuple[Aspect, ...] = Field(
        (), description="What else modalities are compared by: each of them tells it, or that no source does."
    )
    pricing_rules: tuple[PricingRule, ...] = Field(
        min_length=1, description="How prices come about: tables from cases to results."
    )
    modalities: tuple[Modality, ...] = Field(
        min_length=1, description="The ways in which customers are served."
    )
    claims: tuple[Claim, ...] = Field(
        (), description="What texts say of every case, or of no other, so that each check proves it."
    )
    finder: Finder
    open_questions: tuple[OpenQuestion, ...] = Field(
        (), description="What readers ask and no source answers."
    )

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        return {fact.id: fact for source in self.sources for fact in source.facts}

    @cached_property
    def source_of(self) -> Mapping[str, Source]:
        """Fact id to the source that it stands under."""
        return {fact.id: source for source in self.sources for fact in source.facts}

    @cached_property
    def scope(self) -> Mapping[str, Scope]:
        return {scope.id: scope for group in self.scopes for scope in group.items}

    @cached_property
    def aspect(self) -> Mapping[str, Aspect]:
        return _by_id(self.aspects)

    @cached_property
    def group(self) -> Mapping[str, Group]:
        return _by_id(self.guide.groups)

    @cached_property
    def party(self) -> Mapping[str, Party]:
        return _by_id(self.parties)

    @cached_property
    def contact(self) -> Mapping[str, Contact]:
        return _by_id(self.contacts)

    @cached_property
    def requester(self) -> Mapping[str, Requester]:
        return _by_id(self.requesters)

    @cached_property
    def requester_group(self) -> Mapping[str, RequesterGroup]:
        return _by_id(self.requester_groups)

    @cached_property
    def outcome(self) -> Mapping[str, Outcome]:
        return _by_id(self.outcomes)

    @cached_property
    def dimension(self) -> Mapping[str, Dimension]:
        return _by_id(self.dimensions)

    @cached_property
    def precondition(self) -> Mapping[str, Precondition]:
        return _by_id(self.preconditions)

    @cached_property
    def pricing_rule(self) -> Mapping[str, PricingRule]:
        return _by_id(self.pricing_rules)

    @cached_property
    def modality(self) -> Mapping[str, Modality]:
        return _by_id(self.modalities)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Modality to its place in the list of all."""
        return {modality.id: index for index, modality in enumerate(self.modalities)}

    @cached_property
    def in_group(self) -> Mapping[str, Sequence[Modality]]:
        """Group to its modalities, in the order of the list of all."""
        found: dict[str, list[Modality]] = {group.id: [] for group in self.guide.groups}
        for modality in self.modalities:
            found.setdefault(modality.group, []).append(modality)
        return found

    @cached_property
    def filled_groups(self) -> Sequence[Group]:
        """The groups that have modalities, in their order."""
        return tuple(group for group in self.guide.groups if self.in_group[group.id])

    @cached_property
    def priced_by(self) -> Mapping[str, Sequence[Modality]]:
        """Pricing rule to the modalities that it prices, in the order of the list of all."""
        found: dict[str, list[Modality]] = {rule.id: [] for rule in self.pricing_rules}
        for modality in self.modalities:
            found.setdefault(modality.pricing, []).append(modality)
        return found

    @cached_property
    def access_signs(self) -> Mapping[str, tuple[object, ...]]:
        """Modality to what its cases depend on beside their values: those with equal signs have the same cases."""
        return {
            each.id: (
                each.pricing,
                tuple((name, str(stand.state)) for name, stand in each.requesters.items()),
                frozenset(wanted.precondition for wanted in each.preconditions),
            )
            for each in self.modalities
        }

    @cached_property
    def stands(self) -> Mapping[str, Mapping[str, AccessRule]]:
        """Modality to each requester of whom it says something, in the catalogue's order, with its stand.

        Unlike `access` it takes a modality that forgets one, which a check tells.
        """
        return {each.id: self._stands(each) for each in self.modalities}

    def _stands(self, modality: Modality) -> Mapping[str, AccessRule]:
        of_groups: dict[str, AccessRule] = {}
        for name, stand in modality.requesters.items():
            for member in self.members(name):
                of_groups.setdefault(member, stand)
        told = of_groups | {
            name: stand for name, stand in modality.requesters.items() if name in self.requester
        }
        return {each.id: told[each.id] for each in self.requesters if each.id in told}

    @cached_property
    def term(self) -> Mapping[str, Term]:
        return _by_id(self.glossary)

    def members(self, name: str) -> tuple[str, ...]:
        """Return the requesters that an id stands for: itself, or the members of the group of that name."""
        group = self.requester_group.get(name)
        return group.members if group else (name,)

    def has_first(self, modality: Modality, preconditions: Iterable[str] | None) -> bool:
        """Tell whether all of some preconditions come first in a modality."""
        return {each.precondition for each in modality.preconditions}.issuperset(preconditions or ())

    def prevails(self, modality: Modality) -> bool:
        """Tell whether a modality has what prevails over the guide."""
        return self.has_first(modality, self.guide.prevails_requires)

    def access(self, modality: Modality, requester: str) -> AccessRule:
        """Return how a requester stands to a modality; a stand on the requester goes before one on a group."""
        if stand := modality.requesters.get(requester):
            return stand
        for name, stand in modality.requesters.items():
            if requester in self.members(name):
                return stand
        raise KeyError(requester)

    def neighbours(self, modality: Modality) -> tuple[Modality, ...]:
        """Return the modalities that a reader may confuse with this one, whichever side names the pair."""
        found = {*modality.neighbours, *self._naming.get(modality.id, ())} - {modality.id}
        return tuple(
            self.modality[id_] for id_ in sorted(found & self.position.keys(), key=self.position.__getitem__)
        )

    @cached_property
    def _naming(self) -> Mapping[str, Sequence[str]]:
        """Modality to those that name it as their neighbour."""
        found: dict[str, list[str]] = {}
        for modality in self.modalities:
            for id_ in modality.neighbours:
                found.setdefault(id_, []).append(modality.id)
        return found


def _by_id(entries: Iterable[T]) -> Mapping[str, T]:
    return {entry.id: entry for entry in entries}
