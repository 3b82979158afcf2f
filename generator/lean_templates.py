"""Jinja without what no template of a guide needs: a large one calls half a million macros, and writes far more texts.

What it leaves out took longer than the rest of them: the asking, before each call, whether the context is wanted; the
trying of an attribute as an item too; and that what is HTML already is made HTML once more.
"""

from __future__ import annotations

import builtins
from functools import lru_cache
from typing import Any

import markupsafe
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

_WANTS = "jinja_pass_arg"
"""What Jinja marks a function with that wants the context; a macro only wants to know whether to escape: always."""

_TEXTS = 4096
"""Texts that are remembered as they are escaped: most of a page are words that the page before had as well."""

_escaped = lru_cache(_TEXTS)(markupsafe.escape)


def escape(value: Any) -> Markup:
    """Return a value as HTML: a text escaped, and what is HTML as it is."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    # Only a plain text: anything else can be equal to it, and be written otherwise.
    return _escaped(value) if kind is str else markupsafe.escape(value)


class _Context(Context):
    def call(
        self,
        called: Any,
        /,
        *arguments: Any,
        _loop_vars: Any = None,
        _block_vars: Any = None,
        **named: Any,
    ) -> Any:
        if hasattr(called, _WANTS):
            inner = {"_loop_vars": _loop_vars, "_block_vars": _block_vars}
            return super().call(called, *arguments, **named, **inner)
        return called(*arguments, **named)


class LeanMacro(Macro):
    """A macro; where it is given its arguments in order, as nearly always, it is a plain function."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        left = self._argument_count - len(arguments)
        if named or left < 0 or self.caller or self.explicit_caller:
            return super().__call__(*arguments, **named)
        return Markup(self._func(*arguments, *(missing,) * left))


class _CodeGenerator(CodeGenerator):
    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        super().visit_Template(node, frame)
        # In place of those that the module begins with.
        self.writeline("escape = environment.escape")
        self.writeline("Macro = environment.macro")


class LeanEnvironment(Environment):
    """Templates whose every attribute is one, as those of views are; what is not there is an error."""

    context_class = _Context
    code_generator_class = _CodeGenerator
    escape = staticmethod(escape)
    macro = LeanMacro
    getattr = staticmethod(builtins.getattr)  # type: ignore[assignment]
