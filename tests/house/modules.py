"""How the wires reach what is only known by importing: all refusals, all tables, all events."""

import importlib
from collections.abc import Iterator
from functools import cache

from server.kit.log import Event, event_types
from tests.house.tree import CODE, files, relative


@cache
def import_all(*rooms: str) -> tuple[str, ...]:
    """Imports every module of the code that is, or lies in, one of these rooms of a slice; returns the names."""
    names = [name for name in _names() if set(name.split(".")[2:]).intersection(rooms)]
    for name in names:
        importlib.import_module(name)
    return tuple(names)


def _names() -> Iterator[str]:
    for folder in CODE:
        for path in files(folder, ".py"):
            yield relative(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def facts() -> dict[str, type[Event]]:
    """Every event of the code by its name; those that tests declare for themselves are left out."""
    import_all("events")
    return {name: kind for name, kind in event_types().items() if not kind.__module__.startswith("tests.")}


def below(kind: type) -> set[type]:
    """Every class below this one, however deep."""
    return {found for child in kind.__subclasses__() for found in {child, *below(child)}}
