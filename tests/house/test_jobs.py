"""Wire: every fact has an entry in the workers' table, even if nothing follows from it, and the table knows no other facts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from server.kit.log import Event
from tests.house.modules import facts, import_all
from workers.table import HANDLERS

PLAIN = {UUID, int, str, bool, NoneType}


def out_of_table(events: Collection[type], table: Mapping[type, object]) -> list[str]:
    """Facts without an entry, and entries without a fact."""
    return sorted(kind.__name__ for kind in set(events) ^ set(table))


def telling(event: type) -> list[str]:
    """Fields of a fact that could hold more than references: what is shown is read when it is shown."""
    hints = get_type_hints(event)
    return [f"{event.__name__}.{field.name}" for field in fields(event) if not _plain(hints[field.name])]


def _plain(hint: Any) -> bool:
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if get_origin(hint) in {Union, UnionType, tuple}:
        return all(argument is Ellipsis or _plain(argument) for argument in get_args(hint))
    return hint in PLAIN


def test_every_event_has_its_handlers() -> None:
    """The one job of an event is named by its type; a worker that does not know the type would give it up."""
    import_all("events")
    assert out_of_table(list(facts().values()), HANDLERS) == []


def test_events_hold_references_only() -> None:
    """Erasure needs no rewriting of the log."""
    import_all("events")
    assert [line for event in facts().values() for line in telling(event)] == []


def test_an_event_that_nobody_knows_is_caught() -> None:
    """Planted: one fact without an entry, one entry without a fact."""
    assert out_of_table([int, str], {str: (), bytes: ()}) == ["bytes", "int"]


def test_an_event_that_tells_is_caught() -> None:
    """Planted: a fact that carries a whole record."""

    @dataclass(frozen=True, slots=True)
    class Told:
        member: UUID
        groups: tuple[UUID, ...]
        reason: str | None
        before: dict[str, str]

    assert telling(Told) == ["Told.before"]
    assert telling(Event) == []
