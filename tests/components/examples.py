"""The examples that stand beside each component: they are what its tests, the gallery and nothing else feed on.

The `component.yaml` of a folder of `generator/components/` has two lists, `examples` and `hostile`. An example says in
`name` what it shows, in `macro` which macro it calls (left out where the macro is called like its folder), and in
`arguments` what it is given, by name; maps become objects with attributes, lists tuples. What is `html` by its type is
written as inline Markdown, as in the catalogue. `body` is the text inside a `{% call %}`, and `awake: true` shows what
else only a script would show.

A hostile example may say `like` instead, with the name of an example, and what is to be done to it: `texts` puts one
of the texts below into the place of every text, `lists` gives each list of a name so many entries.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from jinja2 import Environment
from jinja2.runtime import Macro
from markupsafe import Markup

from generator import rendering
from generator.i18n import words
from generator.wording.inline_markdown import inline
from tests.components.declared import components, declared, made

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

        def leaf(kind: str, value: Any) -> Any:
            return text if kind in ("text", "html") and value else value

        return replace(self, arguments=self.made(leaf), body=text if self.body else self.body)

    def made(self, leaf: Callable[[str, Any], Any], **how: Any) -> dict[str, Any]:
        """Return the arguments made anew by their types."""
        types = {each.name: each.type for each in declared(self.component).macros[self.macro]}
        return {name: made(types[name], value, leaf, **how) for name, value in self.arguments.items()}


@cache
def examples(component: str) -> tuple[Example, ...]:
    """Read the examples of a component, the hostile ones last."""
    told = declared(component)
    plain = {each["name"]: _example(component, each, hostile=False) for each in told.examples}
    return (*plain.values(), *(_hostile(component, each, plain) for each in told.hostile))


def every_example() -> Iterator[Example]:
    """Give the examples of all components."""
    for component in components():
        yield from examples(component)


def _example(component: str, told: Mapping[str, Any], *, hostile: bool) -> Example:
    return Example(
        component,
        told.get("macro", component),
        told["name"],
        hostile,
        told.get("arguments", {}),
        told.get("body"),
        told.get("awake", False),
    )


def _hostile(component: str, told: Mapping[str, Any], plain: dict[str, Example]) -> Example:
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
    if lists:
        made = replace(made, arguments=made.made(_unique()))
    return made.saying(TEXTS[texts]) if texts else made


def _grown(value: Any, sizes: Mapping[str, int], key: str = "") -> Any:
    """Give each list of a name so many entries, by repeating those that it has."""
    if isinstance(value, dict):
        return {name: _grown(each, sizes, name) for name, each in value.items()}
    if isinstance(value, list):
        entries = [_grown(each, sizes) for each in value]
        return [entries[i % len(entries)] for i in range(sizes.get(key, len(entries)))]
    return value


def _unique() -> Callable[[str, Any], Any]:
    """Give what is repeated ids of its own."""
    seen: Counter[str] = Counter()

    def leaf(kind: str, value: Any) -> Any:
        if kind != "id":
            return value
        seen[value] += 1
        return value if seen[value] == 1 else f"{value}-{seen[value] - 1}"

    return leaf


class Renderer:
    """Renders examples as a page renders components: the same environment, the same macros with its context."""

    def __init__(self) -> None:
        self.words = words("en")
        self.environment: Environment = rendering.environment(self.words)

    def render(self, example: Example) -> str:
        """Return the HTML of an example."""
        template = self.environment.get_template(f"components/{example.component}/macro.html.jinja")
        macro: Macro = getattr(template.make_module(), example.macro)
        arguments = example.made(_shown, thing=Thing, row=tuple)
        if "page" in macro.arguments:
            arguments["page"] = rendering.PageWriter(self.words)
        if example.body is not None:
            body = Markup("<p>{}</p>").format(inline(example.body))
            arguments["caller"] = lambda: body
        html = str(macro(**arguments))
        return _woken(html) if example.awake else html


def _shown(kind: str, value: Any) -> Any:
    """Make of an example's leaf what a view has in its place."""
    return inline(value) if kind == "html" and isinstance(value, str) else value


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
