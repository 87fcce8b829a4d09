"""What of a field was asked for, where answering it costs a statement that has to come before the others."""

from collections.abc import Iterable

from strawberry.types.nodes import SelectedField, Selection

from schema.context import Info


def asks_for(info: Info, name: str) -> bool:
    """Whether the selection of the field that is resolved names the field `name`, in a fragment or not, and includes it."""
    return any(_names(chosen.selections, name) for chosen in info.selected_fields)


def _names(selections: Iterable[Selection], name: str) -> bool:
    included = (chosen for chosen in selections if chosen.directives.get("include", {}).get("if", True))
    return any(chosen.name == name if isinstance(chosen, SelectedField) else _names(chosen.selections, name) for chosen in included)
