"""The examples that stand beside each component: they are what its tests, the gallery and nothing else feed on.

A folder of `generator/components/` has an `examples.yaml` with two lists, `examples` and `hostile`. An example says in
`name` what it shows, in `macro` which macro it calls (left out where the macro is called like its folder), and in
`arguments` what it is given, by name; maps become objects with attributes, lists tuples, and what YAML aliases name is
one object wherever it stands. What stands under `html` is inline Markdown, as in the catalogue. `body` is the text
inside a `{% call %}`, and `awake: true` shows what else only a script would show.

A hostile example may say `like` instead, with the name of an example, and what is to be done to it: `texts` puts one
of the texts below into the place of every text, `lists` gives each list of a name so many entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import yaml
from jinja2 import Environment
from jinja2.runtime import Macro
from markupsafe import Markup

from generator import rendering
from generator.i18n import words
from generator.wording.inline_markdown import inline

COMPONENTS = rendering.HERE / "components"

TEXTS = {
    "endless": "Lamplighter" * 19,
    "markup": (
        "<script>document.title = 'broken'</script> </td></p> <img src=x onerror=\"document.title = 'broken'\"> "
        "\" onfocus='x' autofocus=\" &amp; &lt;b&gt; &#39; {{ 7 * 7 }} {% endmacro %} {# gone #} ${x} %(num)s {title}"
    ),
    "letter": "I",
    "leftward": "ورشة القوارب والمصابيح (٣) – סדנת הסירות, קומה 2",
    "very-long": "The Worshipful Company of Lamplighters, Wick Trimmers and Boat Menders of the Upper Estuary, "
    * 2,
}
"""What can be put into the place of every text: a word without end, what looks like code, and so on."""

NO_TEXT = {
    "anchor",
    "box",
    "code",
    "d",
    "href",
    "id",
    "key",
    "kind",
    "modality",
    "path",
    "paths",
    "requester",
    "sheet_address",
}
"""Names of what is no text: made by the generator, or a code of a few letters, as the catalogue must have it."""
_UNIQUE = ("anchor", "id", "key")


class Thing:
    """What a template is given: its parts by attribute, and, like a view, known by identity."""

    def __init__(self, parts: dict[str, Any]) -> None:
        self.__dict__.update(parts)


@dataclass(frozen=True, eq=False)
class Example:
    """One example of a component.

    Where it was made from another, ``texts`` names what was put into the place of every text, and ``crowded`` says
    that lists were made longer or shorter.
    """

    component: str
    macro: str
    name: str
    hostile: bool
    arguments: dict[str, Any] = field(repr=False)
    body: str | None = None
    awake: bool = False
    texts: str = ""
    crowded: bool = False

    @property
    def label(self) -> str:
        return f"{self.component}: {self.name}"

    def saying(self, text: str) -> Example:
        """Return the same with one text in the place of every other."""
        arguments = _replaced(self.arguments, text)
        return replace(self, arguments=arguments, body=text if self.body else self.body)


def components() -> list[str]:
    """Give the names of all components."""
    return sorted(path.parent.name for path in COMPONENTS.glob("*/macro.html.jinja"))


def macros(component: str) -> set[str]:
    """Give the names of a component's macros, without those that only others of them call."""
    text = (COMPONENTS / component / "macro.html.jinja").read_text(encoding="utf-8")
    defined = re.findall(r"{%-? macro (\w+)", text)
    return {name for name in defined if len(re.findall(rf"\b{name}\(", text)) == 1 or name == component}


@cache
def examples(component: str) -> tuple[Example, ...]:
    """Read the examples of a component, the hostile ones last; raises `FileNotFoundError` where it has none."""
    told = yaml.safe_load((COMPONENTS / component / "examples.yaml").read_text(encoding="utf-8"))
    plain = {each["name"]: _example(component, each, hostile=False) for each in told["examples"]}
    return (*plain.values(), *(_hostile(component, each, plain) for each in told["hostile"]))


def every_example() -> Iterator[Example]:
    """Give the examples of all components."""
    for component in components():
        yield from examples(component)


def _example(component: str, told: dict[str, Any], *, hostile: bool) -> Example:
    return Example(
        component,
        told.get("macro", component),
        told["name"],
        hostile,
        told.get("arguments", {}),
        told.get("body"),
        told.get("awake", False),
    )


def _hostile(component: str, told: dict[str, Any], plain: dict[str, Example]) -> Example:
    if "like" not in told:
        return _example(component, told, hostile=True)
    like = plain[told["like"]]
    texts, lists = told.get("texts", ""), told.get("lists", {})
    made = replace(
        like,
        name=told["name"],
        hostile=True,
        arguments=_grown(like.arguments, lists),
        texts=texts,
        crowded=bool(lists),
    )
    return made.saying(TEXTS[texts]) if texts else made


def _replaced(value: Any, text: str, key: str = "") -> Any:
    """Put a text into the place of every text."""
    if isinstance(value, dict):
        return {name: _replaced(each, text, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, text, key) for each in value]
    return text if isinstance(value, str) and value and key not in NO_TEXT else value


def _grown(value: Any, sizes: dict[str, int], key: str = "") -> Any:
    """Give each list of a name so many entries, by repeating those that it has."""
    if isinstance(value, dict):
        return {name: _grown(each, sizes, name) for name, each in value.items()}
    if isinstance(value, list):
        entries = [_grown(each, sizes) for each in value]
        size = sizes.get(key, len(entries))
        return [_apart(entries[i % len(entries)], i // len(entries)) for i in range(size)]
    return value


def _apart(value: Any, turn: int) -> Any:
    """Give the repeated entry ids of its own."""
    if not turn:
        return value
    if isinstance(value, dict):
        return {
            name: f"{each}-{turn}" if name in _UNIQUE and isinstance(each, str) else _apart(each, turn)
            for name, each in value.items()
        }
    return [_apart(each, turn) for each in value] if isinstance(value, list) else value


class Renderer:
    """Renders examples as a page renders components: the same environment, the same macros with its context."""

    def __init__(self) -> None:
        self.words = words("en")
        self.environment: Environment = rendering.environment(self.words)

    def render(self, example: Example) -> str:
        """Return the HTML of an example."""
        template = self.environment.get_template(f"components/{example.component}/macro.html.jinja")
        macro: Macro = getattr(template.make_module(), example.macro)
        arguments = _made(example.arguments, {})
        if "page" in macro.arguments:
            arguments["page"] = rendering.HeadingCollector(self.words)
        if example.body is not None:
            body = Markup("<p>{}</p>").format(inline(example.body))
            arguments["caller"] = lambda: body
        html = str(macro(**arguments))
        return _woken(html) if example.awake else html


def _made(value: Any, done: dict[int, Any]) -> Any:
    """Make of an example's arguments what views are made of; at the top a dict, by the names of the arguments."""
    return {name: _part(each, name, done) for name, each in value.items()}


def _part(value: Any, key: str, done: dict[int, Any]) -> Any:
    if isinstance(value, dict):
        if id(value) not in done:
            done[id(value)] = Thing({name: _part(each, name, done) for name, each in value.items()})
        return done[id(value)]
    if isinstance(value, list):
        return tuple(_part(each, key, done) for each in value)
    return inline(value) if key == "html" and isinstance(value, str) else value


_TAG = re.compile(r"<\w[^<>]*>")


def _woken(html: str) -> str:
    """Show what waits for a script, except what tells that it failed; a dialog stands open."""

    def wake(tag: re.Match[str]) -> str:
        if "data-failed" in tag[0]:
            return tag[0]
        shown = re.sub(r" (?:hidden|data-waits)(?=[ >])", "", tag[0])
        return shown.replace("<dialog ", "<dialog open ").replace(
            " data-component=", " data-ready data-component="
        )

    return _TAG.sub(wake, html)
