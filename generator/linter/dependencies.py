"""What many findings rest on, as `NEEDS` names it: what must be whole for a finding to be true.

No rule has to say so: where it does not even ask for what is broken, all that it finds is true (`linter.trial`). But
many rules ask every entry, and a finding rests on one. So a need is a key, with further steps after dots; `*` is any
entry of a list or map, `@` the one that the finding is about. An empty `NEEDS` says that a finding is seen in the very
value that it points at. Where something that a finding needs is broken, it is left out until that is mended.
"""

from __future__ import annotations

CASES = (
    "requesters.*.id",
    "requester_groups.*.id",
    "requester_groups.*.members",
    "outcomes.*.id",
    "dimensions.*.id",
    "dimensions.*.values.*.id",
)
"""What the cases of prices are made of."""

TABLE = (*CASES, "pricing_rules.@.depends_on", "pricing_rules.@.rows.*.when")
"""The price table that a finding is about."""

ACCESS = ("requesters.*.id", "requester_groups.*.id", "requester_groups.*.members", "modalities.@.requesters")
"""Who may ask for the modality that a finding is about."""

FINDER = ("finder.questions", "finder.rows.*.when")
"""The table of the finder, but not what it recommends."""
