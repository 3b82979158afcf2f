"""The catalogue's values in a hand-written page: a language so small that no page can do more than show them.

It is Jinja in its own sandbox, and of Jinja only what shows, compares and repeats: nothing is read but the catalogue,
nothing is called but `link`, and no value can be made from which a larger one is made. What is left is counted.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup, escape

from generator.language.suggestion import suggestion
from generator.rendering import citer
from generator.views import content_pages
from generator.views.content_pages import CitedStatement, NotThere
from generator.views.context import Context

LONGEST = 1_000_000
"""Signs that a page may grow to with all its values: the text of three novels."""

UNKNOWN = "\ue000"
"""Stands where a catalogue that cannot be used would have put a value: a sign that nobody writes."""

MOST_WORK = 200_000
"""Parts of a page that its loops may repeat: a table of three thousand modalities has some thirty thousand."""

_SHOWS: tuple[type[nodes.Node], ...] = (
    *(
        nodes.Template,
        nodes.Output,
        nodes.TemplateData,
        nodes.Const,
        nodes.Name,
        nodes.Getattr,
        nodes.Getitem,
    ),
    *(nodes.For, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
    *(nodes.Call, nodes.Keyword, nodes.Filter, nodes.Test, nodes.List, nodes.Tuple),
)
"""All of the language: what is not here is refused, whatever a later Jinja adds."""

_TESTS = ("defined", "undefined", "none", "true", "false", "odd", "even", "in", "==", "!=", "eq", "ne")
_COUNTED = "counted"


@dataclass(eq=False)
class Slip(Exception):
    """Why a page cannot be filled: the code of the fault, its line in the template, and what fills its message."""

    code: str
    line: int
    seen: str = ""
    near: str = ""


class _Missing(StrictUndefined):
    """What is not there says its name, whatever is done with it."""

    def __init__(self, hint: str | None = None, obj: Any = missing, name: Any = None, *_: Any) -> None:
        # The class to raise is called with a sentence of Jinja's, which is in no language of ours.
        super().__init__(hint, obj, name, lambda _told: NotThere(str(name)))  # type: ignore[arg-type]


class _TooMuch(Exception):
    """A page repeats itself without end, or nearly so."""


class _Work:
    """How many parts the loops of one page have repeated."""

    def __init__(self) -> None:
        self.left = MOST_WORK

    def counted(self, items: Iterable[Any], parts: int) -> Iterator[Any]:
        for item in items:
            self.left -= parts
            if self.left < 0:
                raise _TooMuch
            yield item


class _Environment(ImmutableSandboxedEnvironment):
    """Gives nothing away of a value but what the value itself hands out by name."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002 - as Jinja calls it
        return isinstance(obj, LoopContext) and not attr.startswith("_")

    def is_safe_callable(self, obj: Any) -> bool:
        return isinstance(obj, content_pages.Way)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _hold(tree)
        return tree


def _hold(tree: nodes.Template) -> None:
    """Refuse whatever does more than show, and have each loop counted."""
    loops = []
    for node in tree.find_all(nodes.Node):
        is_link = (
            isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "link"
        )
        if not isinstance(node, (*_SHOWS, nodes.Helper)) or (isinstance(node, nodes.Call) and not is_link):
            raise Slip("page-does-more", node.lineno)
        if isinstance(node, nodes.Call) and (node.dyn_args or node.dyn_kwargs):
            raise Slip("page-does-more", node.lineno)
        if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            raise Slip("page-does-more", node.lineno, node.name)
        if isinstance(node, nodes.Test) and node.name not in _TESTS:
            raise Slip("page-does-more", node.lineno, node.name)
        if isinstance(node, nodes.For):
            if node.recursive:
                raise Slip("page-does-more", node.lineno)
            loops.append((node, sum(1 for _ in node.find_all(nodes.Node))))
    for loop, parts in loops:
        weight = nodes.Const(parts, lineno=loop.lineno)
        loop.iter = nodes.Filter(loop.iter, _COUNTED, [weight], [], None, None, lineno=loop.lineno)


def _shown(value: Any) -> Any:
    """Show texts, numbers and days, a statement with its facts: an entry or a list as a whole no reader could read."""
    if not isinstance(value, (str, int, float, Decimal, date, Enum, StrictUndefined)):
        raise TypeError
    return value.cited() if isinstance(value, CitedStatement) else value


def _of_text(change: Callable[[str], str]) -> Callable[[Any], Any]:
    def changed(value: Any) -> Any:
        if not isinstance(value, str):
            raise TypeError
        made = change(value)
        return CitedStatement.of(made, value.citation) if isinstance(value, CitedStatement) else made

    return changed


def _joined(values: Iterable[Any], between: str = "") -> Markup:
    parts, length = [], 0
    for value in values:
        parts.append(escape(_shown(value)))
        length += len(parts[-1]) + len(between)
        if length > LONGEST:
            raise _TooMuch
    return escape(between).join(parts)


_FILTERS: dict[str, Callable[..., Any]] = {
    "capitalize": _of_text(lambda text: text.capitalize()),
    "count": len,
    "default": lambda value, other="": other if isinstance(value, StrictUndefined) else value,
    "first": lambda values: next(iter(values)),
    "join": _joined,
    "last": lambda values: values[-1],
    "length": len,
    "lower": _of_text(lambda text: text.lower()),
    "upper": _of_text(lambda text: text.upper()),
}


@cache
def environment() -> _Environment:
    """Return what fills pages by hand: all that a name, a filter and a test may be there."""
    made = _Environment(
        loader=None,
        autoescape=True,
        undefined=_Missing,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=0,
    )
    made.globals.clear()
    made.filters = {**_FILTERS, _COUNTED: _counted_by_nobody}
    made.tests = {name: made.tests[name] for name in _TESTS}
    return made


def _counted_by_nobody(*_: Any) -> Iterator[Any]:
    raise _TooMuch


def fill(text: str, context: Context) -> str:
    """Fill the catalogue's values into the Markdown of a page; raises `Slip`."""
    made = environment().overlay()
    made.filters = {**made.filters, _COUNTED: _Work().counted}
    with _slips():
        template = made.from_string(text)
        names = content_pages.names(context, citer(context.whole.words))
        length, filled = 0, []
        for piece in template.generate(names):
            length += len(piece)
            if length > LONGEST:
                raise _TooMuch
            filled.append(piece)
    return "".join(filled)


def outline(text: str) -> str:
    """Return what a page shows whatever its catalogue says, and `UNKNOWN` for all else; raises `Slip`."""
    with _slips():
        tree = environment().parse(text)
    pieces = (
        piece for node in tree.body for piece in (node.nodes if isinstance(node, nodes.Output) else (node,))
    )
    return "".join(piece.data if isinstance(piece, nodes.TemplateData) else UNKNOWN for piece in pieces)


@contextmanager
def _slips() -> Iterator[None]:
    """Say of whatever goes wrong in a page what it is, and where."""
    try:
        yield
    except _TooMuch as error:
        raise Slip("page-without-end", _line_of(error)) from None
    except NotThere as error:
        near = suggestion(error.name, error.known)
        raise Slip("unknown-name", _line_of(error), error.name, near) from None
    except TemplateError as error:
        line = getattr(error, "lineno", None) or _line_of(error)
        raise Slip("bad-braces", line) from None
    except (SyntaxError, RecursionError, MemoryError):
        # Braces within braces, deeper than Python itself can read.
        raise Slip("page-without-end", 1) from None
    except (LookupError, TypeError, ValueError, StopIteration, RuntimeError) as error:
        raise Slip("bad-braces", _line_of(error)) from None


def _line_of(error: BaseException) -> int:
    # Jinja rewrites the traceback so that the template's own lines stand in it.
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>" and frame.lineno]
    return lines[-1] if lines else 1
