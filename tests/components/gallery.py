"""One page with every example of every component, by day and by night, to be looked at and to be tested.

`python -m tests.components.gallery` writes it; it needs no other file, and no script.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.i18n import words
from generator.publish.assets import stylesheet
from generator.wording.script_messages import messages, speakers
from tests.components.declared import COMPONENTS, Component, Type, components, declared
from tests.components.examples import Example, Renderer, examples

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]

_OPENING = re.compile(r"{#-?\s*(.*?)\s*-?#}", re.DOTALL)
_POINTERS = re.compile(
    r'(?<= )(id|for|headers|aria-labelledby|aria-describedby|aria-controls|aria-owns)="([^"]*)"'
)


@dataclass(frozen=True)
class Shown:
    """An example as it stands in the gallery, by day and by night."""

    example: Example
    html: dict[str, Markup]


@dataclass(frozen=True)
class Section:
    """A component: what it declares, the sentence that opens its macro file, its examples."""

    declared: Component
    opening: str
    examples: tuple[Shown, ...]

    @property
    def name(self) -> str:
        return self.declared.name

    @property
    def shapes(self) -> dict[str, str]:
        """What the names of its types stand for."""
        return {name: str(Type(self.name, told)) for name, told in self.declared.types.items()}

    @property
    def said(self) -> Mapping[str, str]:
        """What its scripts say."""
        return messages(words("en"), self.name) if self.name in speakers() else {}


def apart(html: str, prefix: str) -> str:
    """Give the ids of an example, and what points to them, a prefix: on one page no two may be the same."""

    def renamed(found: re.Match[str]) -> str:
        return f'{found[1]}="{" ".join(f"{prefix}-{each}" for each in found[2].split())}"'

    return _POINTERS.sub(renamed, html)


def opening(component: str) -> str:
    """Return the first comment of a component's macro file."""
    found = _OPENING.match((COMPONENTS / component / "macro.html.jinja").read_text(encoding="utf-8"))
    return " ".join(found[1].split()) if found else ""


def gallery(tokens: Path) -> str:
    """Return the whole page, in a guide's colours."""
    renderer = Renderer()
    sections = []
    for component in components():
        shown = []
        for number, example in enumerate(examples(component)):
            html = renderer.render(example)
            times = {time: Markup(apart(html, f"{component}-{number}-{time}")) for time in ("day", "night")}
            shown.append(Shown(example, times))
        sections.append(Section(declared(component), opening(component), tuple(shown)))
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("gallery.html.jinja")
    sheet = Markup(stylesheet(tokens))
    return template.render(sheet=sheet, sections=sections)


def main() -> None:
    """Write the gallery and say where it is."""
    parser = argparse.ArgumentParser(description="Writes a page with every example of every component.")
    parser.add_argument("--out", type=Path, default=PROJECT / "build" / "gallery" / "index.html")
    out = parser.parse_args().out
    out.parent.mkdir(parents=True, exist_ok=True)
    tokens = PROJECT / "content" / "assets" / "tokens.css"
    out.write_text(gallery(tokens), encoding="utf-8")
    print(out)


if __name__ == "__main__":
    main()
