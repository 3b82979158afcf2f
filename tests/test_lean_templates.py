"""The templates' environment, made lean: what it leaves out changes nothing that is written."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import UndefinedError, pass_context
from markupsafe import Markup

from generator.i18n import words
from generator.rendering import environment


def written(template: str, **values: Any) -> str:
    return environment(words("en")).from_string(template).render(**values)


class Thing:
    """What a view may be to a template."""

    name = "a"

    def items(self) -> str:
        return "called"


def test_a_text_is_escaped_however_often_the_same_letters_were_html() -> None:
    """Whether letters are HTML is told by their kind: neither of two that are equal is taken for the other."""
    for values in ({"a": "<b>", "b": Markup("<b>")}, {"a": Markup("<b>"), "b": "<b>"}):
        expected = ["<b>" if isinstance(each, Markup) else "&lt;b&gt;" for each in values.values()]
        assert written("{{ a }} {{ b }} {{ a }}", **values) == f"{expected[0]} {expected[1]} {expected[0]}"


def test_what_is_no_text_is_written_as_text() -> None:
    """Numbers, other kinds of texts, and what has HTML of its own."""

    class Name(str):
        __slots__ = ()

    class Own(str):
        __slots__ = ()

        def __html__(self) -> str:
            return "<i>"

    assert written("{{ a }} {{ b }} {{ b }} {{ c }}", a=3, b=Name("<"), c=Own("<")) == "3 &lt; &lt; <i>"


@pytest.mark.parametrize("call", ["m(1)", "m(1, 2)", "m(1, b=2)", "m(b=2, a=1)", "m(1, c='<')"])
def test_a_macro_takes_its_arguments_in_order_and_by_name(call: str) -> None:
    """What is left out has its default, in a loop and outside of one, and what a macro wrote is HTML."""
    macro = "{% macro m(a, b=2, c='<') %}<p>{{ a }}{{ b }}{{ c }}</p>{% endmacro %}"
    template = f"{macro}{{{{ {call} }}}}{{% for _ in (1, 2) %}}{{{{ {call} }}}}{{% endfor %}}"
    assert written(template) == "<p>12&lt;</p>" * 3


def test_a_macro_writes_what_stands_within_its_call() -> None:
    """The body of a call is handed over, and comes in whole."""
    macro = "{% macro box(kind) %}<div class={{ kind }}>{{ caller() }}</div>{% endmacro %}"
    assert (
        written(macro + '{% call box("a") %}<p>{{ "<" }}</p>{% endcall %}')
        == "<div class=a><p>&lt;</p></div>"
    )


def test_a_macro_may_be_called_with_nothing_within() -> None:
    """Whether there is something to write, it can ask."""
    macro = "{% macro box(a) %}{{ a }}{% if caller is defined %}{{ caller() }}{% endif %}{% endmacro %}"
    assert written(macro + "{{ box(1) }}{% call box(2) %}b{% endcall %}") == "12b"


def test_a_macro_refuses_an_argument_too_many() -> None:
    """It is as strict as a function."""
    with pytest.raises(TypeError, match="not more than 1"):
        written("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}")


def test_a_function_may_want_the_context() -> None:
    """The plural of a message is looked up in the template's language, in a loop too."""
    told = '{% for n in (1, 2) %}{{ ngettext("%(num)s box", "%(num)s boxes", n) }};{% endfor %}'
    assert written(told) == "1 box;2 boxes;"
    seen = pass_context(lambda context: str(context["m"]))
    assert written("{% for n in (1, 2) %}{% set m = n %}{{ seen() }}{% endfor %}", seen=seen) == "12"


def test_what_a_view_does_not_have_is_an_error() -> None:
    """No name is nothing in silence: neither one of a view nor one of the template."""
    assert (
        written('{{ it.name }} {{ it.items() }} {{ it is having("other") }}', it=Thing()) == "a called False"
    )
    with pytest.raises(AttributeError, match="other"):
        written("{{ it.other }}", it=Thing())
    with pytest.raises(UndefinedError, match="it"):
        written("{{ it.other }}")
    with pytest.raises(UndefinedError, match="it"):
        written("{{ it }}")
