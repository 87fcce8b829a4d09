"""What an event is: a frozen record of ids, and how it is written to and read from JSON."""

import types
import typing
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, cast
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Base of every fact. Subclasses are frozen dataclasses, named in the past tense, whose fields are ids,
    integers, short codes (str), None, or tuples of ids: never a text that a person wrote."""

    # Whose job is taken first, the higher the sooner. What comes by the hundreds stands below zero: nobody's sign-in mail waits behind it.
    PRIORITY: ClassVar[int] = 0


def event_types() -> dict[str, type[Event]]:
    """Return every event class that has been imported, by its name."""
    found: dict[str, type[Event]] = {}
    waiting = list(Event.__subclasses__())
    while waiting:
        kind = waiting.pop()
        # dataclass(slots=True) makes the class anew; the one without slots is its discarded first draft.
        if "__slots__" in vars(kind):
            found[kind.__name__] = kind
        waiting.extend(kind.__subclasses__())
    return found


def encode(event: Event) -> dict[str, Any]:
    """Return the JSON object of an event's fields."""
    return {field.name: _plain(getattr(event, field.name)) for field in fields(event)}


def decode(type_name: str, ref: dict[str, Any]) -> Event:
    """Return the event again; fields that an older release did not write take their defaults. KeyError: unknown type."""
    kind = _kind(type_name)
    hints = _hints(kind)
    return kind(**{name: _typed(hints[name], value) for name, value in ref.items() if name in hints})


@cache
def _kind(type_name: str) -> type[Event]:
    return event_types()[type_name]


@cache
def _hints(kind: type[Event]) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _plain(value: object) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in cast(tuple[object, ...], value)]
    return value


def _typed(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if hint is UUID:
        return UUID(value)
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return tuple(_typed(arguments[0], item) for item in value)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return _typed(next(item for item in arguments if item is not type(None)), value)
    return value
