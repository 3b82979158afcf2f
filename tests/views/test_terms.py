"""Terms of the glossary are found in what readers see, and never in the signs that it is written with."""

import pytest
from markupsafe import Markup

from generator.catalogue.glossary import Term
from generator.views.term_links import Terms


@pytest.mark.parametrize("term", ["amp", "lt", "quot", "x27", "39", "gt"])
def test_a_term_that_is_called_like_an_entity_breaks_none(term: str):
    """It is linked where it stands as a word."""
    entry = Term.model_construct(id="word", term=term, plural=(), also=(), definition="", facts=())
    html = Markup(f"A &amp; B &lt; &quot;C&quot; &gt; &#39;D&#x27; {term}")
    linked = Terms([entry]).link(html, set(), lambda _id: "glossary/")
    assert str(linked) == str(html).removesuffix(term) + f'<a class="term" href="glossary/">{term}</a>'
