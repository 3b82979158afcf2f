"""A page cut for the search: rows that have addresses, labels left out, and how much each part tells."""

from __future__ import annotations

from generator.publish.search_parts import PagePart, PageTable, PageTableRow, cut, opening

TABLE = """\
<h2 id="cost">Cost</h2><p>By the hour.</p>
<table><caption>Costs</caption>
<thead><tr><th scope="col">Who asks</th><th scope="col">Cost</th><th scope="col">Cases</th></tr></thead>
<tbody>
<tr><th data-label="Who asks">Yards</th><td data-label="Cost"><span data-state="charged">Billed</span> 3,50</td>
<td data-label="Cases"><ul><li><a class="case" id="a-1" href="#a-1">A-1</a> <span>(Yards; new)</span></li>
<li><a class="case" id="a-2" href="#a-2">A-2</a> <span>(Yards; old)</span></li></ul></td></tr>
<tr><th>Others</th><td><span data-state="unknown">Nobody knows</span></td></tr>
</tbody></table>
<dl><dt>Rate</dt><dd>Not told</dd><dt>Unit</dt><dd>the hour</dd></dl>
"""


def test_a_row_whose_things_have_anchors_stands_for_itself() -> None:
    """It is found by each of them; each row says what its cells are, and which of them is the first of the result."""
    text, (part,) = cut(TABLE, {"cost": "Cost"}.get, ["Not told"])
    row = PageTableRow(("Yards", "Billed 3,50"), (("a-1", "A-1 (Yards; new)"), ("a-2", "A-2 (Yards; old)")))
    assert text == ""
    assert part.table == PageTable(("Who asks", "Cost"), 1, (row,))
    assert part.text == "By the hour. Costs · Others · Nobody knows · Rate · Not told · Unit · the hour"


def test_tables_of_two_kinds_under_one_heading_are_not_mixed() -> None:
    """The second keeps its own words: they stay in the text. A row without a state takes no result away."""
    second = '<table><tr><th data-label="Step">First</th><td data-label="Days">2</td></tr></table>'
    plain = '<table><tr><th data-label="Who asks">Crews</th><td data-label="Cost">see there</td></tr></table>'
    _, (part,) = cut(TABLE + plain + second, {"cost": "Cost"}.get)
    assert (part.table.heads, part.table.first) == (("Who asks", "Cost"), 1)
    assert [row.cells for row in part.table.rows] == [("Yards", "Billed 3,50"), ("Crews", "see there")]
    assert "First · 2" in part.text


def test_what_heads_a_column_is_searched_where_it_is_a_name() -> None:
    """The same labels on each page would be found in vain; the name of what a column is about leads somewhere."""
    head = '<thead><tr><th scope="col">What</th><th scope="col"><a href="x/">Lamps</a></th></tr></thead>'
    table = f"<table>{head}<tr><th>Oil</th><td>Yes</td></tr></table>"
    assert cut(table, None) == ("Lamps · Oil · Yes", ())


def test_a_part_counts_by_the_lines_that_leave_nothing_open() -> None:
    """Rows, items and definitions; paragraphs where there is none of them; and a part that is empty tells nothing."""
    _, (part,) = cut(TABLE, {"cost": "Cost"}.get, ["Not told"])
    assert part.tells == 0.5
    told = {
        "<p>Told.</p><p>Not told</p>": 0.5,
        "<p>Not told <b>is a word</b></p>": 1.0,
        "<ul><li>Told</li><li data-untold>Who?</li><li>Not <b>told</b></li></ul><p>Not told</p>": 0.33,
        '<div class="question" data-untold><p>Who?</p></div>': 0.0,
        "": 0.0,
    }
    for html, share in told.items():
        _, (part,) = cut(f'<h2 id="a">A</h2>{html}', None, ["Not told"])
        assert part.tells == share, html


def test_what_no_source_tells_of_a_scope_is_found_among_the_questions_only() -> None:
    """Who looks for a service is not led to the list of what nobody knows of another."""
    unknown = '<details class="scopes scopes--unknown"><summary>Nothing (1)</summary><ul><li>Masts</li></ul></details>'
    assert cut(f'<h2 id="a">A</h2><ul><li>Lamps</li></ul>{unknown}', None)[1] == (
        PagePart("a", "A", "Lamps"),
    )


def test_rows_before_the_first_heading_stay_text() -> None:
    """They belong to no part, and the text of the page is all that is found of them."""
    table = '<table><tr><th data-label="Step">First</th><td data-label="Days">2</td></tr></table>'
    assert cut(f'<h1>x</h1>{table}<h2 id="a">A</h2>', None)[0] == "First · 2"


def test_the_text_of_an_opening_may_be_cut_anywhere() -> None:
    """Of a page without headings only the first letters are read: a tag that is cut is no text."""
    assert opening('<h1>x</h1><p>Before.</p><p>And <a href="../wa') == "Before. And"


def test_items_within_an_item_are_one_line_with_it() -> None:
    """What is open in one of them leaves the whole open; beside it, the others count for themselves."""
    nested = (
        "<ul><li>Lamps <ul><li data-untold>Oil</li><li>Wicks</li><li>Glass</li></ul></li><li>Masts</li></ul>"
    )
    assert cut(f'<h2 id="a">A</h2>{nested}', None)[1][0].tells == 0.5


def test_what_a_writer_put_into_a_page_is_read_as_a_browser_reads_it() -> None:
    """Elements that are not closed, signs in attributes and a script of the writer's own spill no markup into text."""
    html = "<h2 title='a > b' id=a>A<p>One<p>Two<ul><li>Three<li>Four</ul><script>if (a < b) c()</script><!-- no > -->"
    assert cut(html.replace("A<p>", "A</h2><p>"), None)[1] == (
        PagePart("a", "A", "One · Two · Three · Four"),
    )


def test_what_is_inferred_says_so_and_names_no_fact() -> None:
    """An excerpt is as honest as its page: of the facts and marks beside a text only that it is an inference stays."""
    named = '<span class="visually-hidden">: B3</span></a>'
    cited = f'<a class="citation" href="../sources/#b3">source{named}'
    mark = f'<a class="citation citation--inferred" href="../sources/#b3">inference{named}'
    alone = '<a class="inferred" href="../sources/#b3">inference<span class="visually-hidden">: B3</span></a>'
    page = f"<p>Lamps are free {mark}, oil is billed {cited}.</p><p>Wicks are free {alone}</p>"
    text, _parts = cut(page, None)
    assert text == "Lamps are free (inference), oil is billed. Wicks are free (inference)"


def test_a_sign_that_is_only_heard_is_read() -> None:
    """Between a state and what stands beside it a point or a colon is hidden from the eye: an excerpt has it."""
    hidden = '<span class="visually-hidden">{}</span>'
    noted = f"<p><b>May order</b>{hidden.format('.')} In winter.</p>"
    priced = f"<p><b>By the hour</b>{hidden.format(':')} <i>billed</i></p>"
    assert cut(noted + priced, None)[0] == "May order. In winter. By the hour: billed"


def test_what_a_tool_says_is_no_text() -> None:
    """Its labels and choices would stand in an excerpt, and so would what waits hidden, or a picture of the text."""
    form = "<form hidden><label>Pier <select><option>Choose a pier</option></select></label></form>"
    tools = "".join(
        f'<div class="{name}">{form}<p>Choose.</p></div>' for name in ("bill", "finder", "simulator")
    )
    picture = '<svg class="tree-picture"><title>The way</title><text>Which pier?</text></svg>'
    shown = f'<h2 id="a">A</h2><p>Piers are free.</p>{tools}{form}{picture}'
    assert cut(shown, None)[1] == (PagePart("a", "A", "Piers are free."),)
