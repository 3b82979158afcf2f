"""The text of `mkdocs.yml` as nodes, each with its place: tags are no more than names, and nothing is made of them."""

from __future__ import annotations

from collections.abc import Iterator

import yaml


def composed(text: str) -> yaml.Node | None:
    """Return the node of the whole; None where the text is no YAML, of which MkDocs says where."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None


def options(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """Return the values of a map by their keys; nothing where it is none."""
    return {str(key.value): value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def members(node: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Give the keys of a map with their values, or of all maps in a list, such as that of the plugins.

    A name that stands there alone, without options, is given with itself.
    """
    if isinstance(node, yaml.ScalarNode):
        yield node, node
    elif isinstance(node, yaml.MappingNode):
        yield from (pair for pair in node.value if isinstance(pair[0], yaml.ScalarNode))
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            if not isinstance(each, yaml.SequenceNode):
                yield from members(each)
