"""Grows a catalogue to any number of modalities in the shape of a real one, free of faults as it has to be."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import yaml

Values = dict[str, Any]

MODALITIES_PER_GROUP = 25
FLOW_WIDTH = 110

ROWS = 800
"""Of the finder, about: of many more, no tree of its questions could be shown."""

FULL = 390
"""Characters of a text that may have no room for another word at its end."""


def grow(base: Path, number: int) -> str:
    """Return the text of a catalogue of ``number`` modalities, made of copies of the base's.

    The base's modalities are copied round by round; a few rounds share their groups and pricing rules. The finder asks
    one more question, for the round, so that each modality stays within reach; of many rounds, some share an answer.
    """
    catalogue: Values = yaml.load(base.read_text(encoding="utf-8"), Loader=_LOADER)
    originals: list[Values] = catalogue["modalities"]
    rounds = -(-number // len(originals))
    groups: list[Values] = catalogue["guide"]["groups"]
    shares = max(1, number // (MODALITIES_PER_GROUP * len(groups)))

    def share(turn: int) -> int:
        return turn * shares // rounds

    places = [(index // len(originals), originals[index % len(originals)]) for index in range(number)]
    here = {(turn, original["id"]) for turn, original in places}
    catalogue["guide"]["groups"] = [_copy(group, turn) for turn in range(shares) for group in groups]
    catalogue["pricing_rules"] = [
        _copy(rule, turn) for turn in range(shares) for rule in catalogue["pricing_rules"]
    ]
    catalogue["modalities"] = [_modality(original, turn, share(turn), here) for turn, original in places]
    catalogue["finder"] = _finder(catalogue["finder"], rounds, here)
    if "claims" in catalogue:
        catalogue["claims"] = [_claim(claim, sorted(here)) for claim in catalogue["claims"]]
    for entry in catalogue.get("open_questions", ()):
        if "modalities" in entry:
            entry["modalities"] = [id_ for id_ in entry["modalities"] if (0, id_) in here]
    return "".join(f"{line}\n" for line in _block(catalogue, 0))


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _named(id_: str, turn: int) -> str:
    return f"{id_}-{turn + 1}" if turn else id_


def _copy(entry: Values, turn: int) -> Values:
    return {**entry, "id": _named(entry["id"], turn), "name": _varied(entry["name"], turn)}


def _varied(text: str, turn: int) -> str:
    return f"{text} {turn + 1}" if turn else text


def _modality(original: Values, turn: int, share: int, here: set[tuple[int, str]]) -> Values:
    made = _copy(original, turn)
    made["code"] = f"{original['code']}{turn + 1}" if turn else original["code"]
    made["group"] = _named(original["group"], share)
    made["pricing"] = _named(original["pricing"], share)
    made["summary"] = _sentence(original["summary"], turn)
    for key in ("characteristics", "recommendations", "steps"):
        if key in original:
            made[key] = [{**each, "text": _sentence(each["text"], turn)} for each in original[key]]
    if "earlier_names" in original:
        made["earlier_names"] = [
            {**each, "name": _varied(each["name"], turn)} for each in original["earlier_names"]
        ]
    if neighbours := [_named(id_, turn) for id_ in original.get("neighbours", ()) if (turn, id_) in here]:
        made["neighbours"] = neighbours
    else:
        made.pop("neighbours", None)
    return made


def _sentence(text: str, turn: int) -> str:
    return f"{text} ({turn + 1})" if turn and len(text) < FULL else text


def _claim(claim: Values, here: Sequence[tuple[int, str]]) -> Values:
    """Say a claim of all copies of the modalities that it is about."""

    def widened(values: str | list[str]) -> list[str]:
        wanted = [values] if isinstance(values, str) else values
        return [_named(id_, turn) for turn, id_ in here if id_ in wanted]

    made = dict(claim)
    if "modality" in claim:
        made["modality"] = widened(claim["modality"])
    if "modality" in claim.get("when", {}):
        made["when"] = {**claim["when"], "modality": widened(claim["when"]["modality"])}
    return made


def _finder(finder: Values, rounds: int, here: set[tuple[int, str]]) -> Values:
    made = deepcopy(finder)
    each = -(-rounds * len(finder["rows"]) // ROWS)
    shared = [range(first, min(first + each, rounds)) for first in range(0, rounds, each)]
    made["rows"] = [row for turns in shared for row in _rows(finder, turns, rounds, here)]
    if rounds > 1:
        answers = [{"id": _round(turns[0]), "text": f"{turns[0] + 1}"} for turns in shared]
        made["questions"].append({"id": "round", "text": f"1–{rounds}?", "answers": answers})
    return made


def _round(turn: int) -> str:
    return f"round-{turn + 1}"


def _rows(finder: Values, turns: Sequence[int], rounds: int, here: set[tuple[int, str]]) -> Iterator[Values]:
    first = turns[0]
    for row in finder["rows"]:
        wanted = row["recommend"] if isinstance(row["recommend"], list) else [row["recommend"]]
        # The last round may lack some of its modalities: then the first round's serve.
        found = dict.fromkeys(
            _named(id_, turn if (turn, id_) in here else 0)
            for id_ in wanted
            for turn in turns
            if (0, id_) in here
        )
        when = {**row["when"], "round": _round(first)} if rounds > 1 else row["when"]
        yield {
            **row,
            "id": _named(row["id"], first),
            "when": when,
            "recommend": list(found),
            "reason": _sentence(row["reason"], first),
        }


def _block(value: Any, depth: int) -> Iterator[str]:
    """Write lines as the base has them: a block, but a short map on one line. PyYAML takes ten times as long."""
    indent = "  " * depth
    if isinstance(value, Mapping):
        for key, item in value.items():
            if (flow := _flow(item)) and len(flow) < FLOW_WIDTH:
                yield f"{indent}{key}: {flow}"
            elif isinstance(item, str):
                yield f"{indent}{key}: >-"
                yield f"{indent}  {item}"
            else:
                yield f"{indent}{key}:"
                yield from _block(item, depth + 1)
    else:
        for item in value:
            first, *rest = (
                _block(item, depth + 1) if isinstance(item, Mapping) else (f"{indent}  {_flow(item)}",)
            )
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from rest


def _flow(value: Any) -> str:
    """Write a value on one line; empty where it is more than a short map or list can hold."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | date():
            return str(value)
        case str():
            return json.dumps(value, ensure_ascii=False)
        case list() if all(isinstance(item, str | int) for item in value):
            return f"[{', '.join(_flow(item) for item in value)}]"
        case dict() if 0 < len(value) <= 3 and all(
            isinstance(item, str | int | list) for item in value.values()
        ):
            parts = [(key, _flow(item)) for key, item in value.items()]
            return (
                f"{{{', '.join(f'{key}: {part}' for key, part in parts)}}}"
                if all(p for _, p in parts)
                else ""
            )
    return ""
