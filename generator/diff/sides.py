"""The two catalogues of an edit, told in the language of the newer one: their entries, and how these are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.analysis.traversal import entries
from generator.catalogue.entry import Model
from generator.catalogue.json_schema import CONTEXT
from generator.catalogue.root import Catalogue
from generator.i18n import N_, Words
from generator.promises.entries import address, homes
from generator.promises.promise import Kind, Promise
from generator.promises.telling import Telling

NOUNS: Mapping[str, str] = {
    "modalities": N_("Modality"),
    "requesters": N_("Requester"),
    "requester_groups": N_("Group of requesters"),
    "outcomes": N_("Result of the analysis"),
    "dimensions": N_("What prices depend on"),
    "values": N_("What prices depend on"),
    "scopes": N_("Group of what is covered"),
    "items": N_("What is covered"),
    "aspects": N_("Aspect"),
    "preconditions": N_("What must come first"),
    "parties": N_("Party"),
    "contacts": N_("Contact"),
    "glossary": N_("Term"),
    "sources": N_("Source"),
    "facts": N_("Fact"),
    "pricing_rules": N_("Price"),
    "questions": N_("Question"),
    "answers": N_("Answer"),
    "symptoms": N_("What a reader notices"),
    "open_questions": N_("Open question"),
    "groups": N_("Group of modalities"),
}
"""The lists whose entries readers know, each with what one of them is."""

_NAMES = ("name", "term", "question", "title", "text")


@dataclass(frozen=True)
class Side:
    """One of the two catalogues, with its entries by their addresses; several sentences of a list share one."""

    tell: Telling
    promises: tuple[Promise, ...]

    @property
    def catalogue(self) -> Catalogue:
        return self.tell.catalogue

    @cached_property
    def entries(self) -> Mapping[str, Model]:
        """Return the entries that have an id."""
        found = {}
        for path, entry in entries(self.catalogue):
            if getattr(entry, "id", None):
                found[homes(self.catalogue, path)[-1]] = entry
        return found

    @cached_property
    def at(self) -> Mapping[str, Sequence[Model]]:
        """Return all entries, by what their promises are called."""
        found: dict[str, list[Model]] = {}
        for path, entry in entries(self.catalogue):
            found.setdefault(address(self.catalogue, path), []).append(entry)
        return found

    @cached_property
    def case(self) -> Mapping[frozenset[str], Promise]:
        """Return the promises of cases by what the cases consist of: their ids may change."""
        return {frozenset(each.entries): each for each in self.promises if each.kind is Kind.CASE}

    def name(self, home: str) -> str:
        """Call an entry as readers do, with what it is: Term “Release”."""
        noun = self.tell.words.gettext(NOUNS[key]) if (key := list_key(home)) in NOUNS else ""
        return f"{noun} {self.called(home)}".strip()

    def called(self, home: str) -> str:
        """Name an entry in quotation marks; a fact by its id, as pages do."""
        entry = self.entries.get(home)
        if list_key(home) == "facts" or entry is None:
            return home.rpartition(".")[2].upper()
        told = next((text for key in _NAMES if (text := getattr(entry, key, None))), "")
        return f"“{' '.join(str(told or home.rpartition('.')[2]).split())}”"


@dataclass(frozen=True)
class Sides:
    """Both catalogues."""

    old: Side
    new: Side

    @property
    def words(self) -> Words:
        return self.new.tell.words

    @property
    def language(self) -> str:
        return self.new.catalogue.guide.language

    def gettext(self, message: str, **values: object) -> str:
        return self.new.tell.gettext(message, **values)

    def in_editors(self, message: str) -> str:
        """Say what editors say of a key, or of a word that it can hold."""
        return self.words.pgettext(CONTEXT, message).rstrip(".")

    def turned(self, before: str, after: str) -> str:
        """Say what something was and what it is; empty where it was not, or is not."""
        if not before:
            return self.gettext("now {told}", told=after)
        if not after:
            return self.gettext("no longer {told}", told=before)
        return self.gettext("before {before}; now {after}", before=before, after=after)

    def name(self, home: str) -> str:
        return (self.new if home in self.new.entries else self.old).name(home)

    def place(self, promise: Promise) -> str:
        """Name the innermost entry of a promise that has a name: what has none stands under one that has."""
        named = next((each for each in reversed(promise.entries) if list_key(each) in NOUNS), "")
        return self.name(named) if named else promise.subject

    def called(self, home: str) -> str:
        return (self.new if home in self.new.entries else self.old).called(home)

    def listed(self, texts: Iterable[str]) -> str:
        return self.new.tell.format.listed(list(texts))

    def modalities(self, promise: Promise) -> tuple[str, ...]:
        """Return the modalities that a promise is of: its own, or those that a price is for."""
        home = promise.entries[0] if promise.entries else ""
        match home.split("."):
            case ["modalities", id_, *_]:
                return (id_,)
            case ["pricing_rules", id_, *_]:
                side = self.new if id_ in self.new.catalogue.pricing_rule else self.old
                return tuple(each.id for each in side.catalogue.priced_by[id_])
        return ()

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Return the modalities in the order of the newer catalogue; those that are gone follow."""
        return tuple(dict.fromkeys((*self.new.catalogue.modality, *self.old.catalogue.modality)))


def list_key(home: str) -> str:
    """Return the key of the list in which the entry at an address stands."""
    return home.split(".")[-2] if "." in home else ""
