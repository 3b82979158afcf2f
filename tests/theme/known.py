"""What we rely on in the theme, as a list that a person can read: `python -m tests.theme.known` writes it anew."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from generator.publish import theme
from generator.theme import material, sheet
from tests.theme import whole

FILE = Path(__file__).with_name("known.json")
STYLES = theme.FOLDER.parent / "styles"

Known = dict[str, dict[str, str | int]]


def known() -> Known:
    """Return what the theme that is installed has of all that we rely on."""
    rules = whole.rules()
    shell, shared = _named(r"(?<![-\w])(md-[\w-]+)", r"\.(md-[\w-]+)"), material.SHARED_CLASSES
    kept = sheet.kept(rules, sheet.Names(frozenset(shell | shared)))
    return {
        "sheet": {path.name.partition(".")[0]: "there" for path in sheets()},
        "template that one of ours stands for": {name: _digest(name) for name in _replaced()},
        "icon of the shell": {name: _digest(name) for name in _named(r'"(\.icons/[\w/-]+\.svg)"', "$^")},
        "class of the shell, with its rules": {name: _number(kept, name) for name in shell},
        "class of our pages that it has, too": {name: _number(kept, name) for name in shared},
        "custom property that we set": {
            name: "asked for" if re.search(rf"var\({name}[,)]", rules) else "for nothing"
            for name in _named("$^", r"(--md-[\w-]+)\s*:")
        },
        "rules that pages of ours can match": {
            "selectors": len(list(whole.selectors(kept))),
            "of all": len(list(whole.selectors(rules))),
            "digest": hashlib.sha256(kept.encode()).hexdigest()[:8],
        },
    }


def sheets() -> list[Path]:
    return sorted((whole.folder() / material.SHEETS).glob("*.css"))


def differences(before: Known, now: Known) -> list[str]:
    """Say in sentences what is not as it was."""
    told = []
    for what in sorted({*before, *now}):
        old, new = before.get(what, {}), now.get(what, {})
        told += [f"{what}: {name} is gone" for name in sorted(old.keys() - new.keys())]
        told += [f"{what}: {name} is new" for name in sorted(new.keys() - old.keys())]
        told += [
            f"{what}: {name} was {old[name]}, and is {new[name]}"
            for name in sorted(old.keys() & new.keys())
            if old[name] != new[name]
        ]
    return told


def _named(in_templates: str, in_styles: str) -> set[str]:
    """Find names in the shell's templates and in our styles; comments are not looked at."""
    found = set()
    for folder, kind, pattern in ((theme.FOLDER, "html", in_templates), (STYLES, "css", in_styles)):
        for path in folder.rglob(f"*.{kind}"):
            text = re.sub(r"\{#.*?#\}|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
            found.update(re.findall(pattern, text))
    return found


def _replaced() -> list[str]:
    """The theme's templates that have the name of one of ours, or stand in its comment."""
    told = set()
    for path in theme.FOLDER.rglob("*.html"):
        home = path.parent.relative_to(theme.FOLDER)
        names = {path.name, *re.findall(r"[\w-]+\.html", path.read_text(encoding="utf-8"))}
        told.update((home / name).as_posix() for name in names)
    return [name for name in told if (whole.folder() / name).is_file()]


def _digest(name: str) -> str:
    path = whole.folder() / name
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8] if path.is_file() else "not there"


def _number(rules: str, name: str) -> int:
    return len(re.findall(rf"\.{re.escape(name)}(?![\w-])", rules))


def main() -> None:
    """Accept the theme as it is."""
    FILE.write_text(json.dumps(known(), indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(FILE)


if __name__ == "__main__":
    main()
