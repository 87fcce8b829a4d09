"""The states of visibility: which levels S's fields have, and how each of S's posts stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from server.kit.actor import Level

CHOOSABLE = (Level.VERIFIED, Level.CHOSEN_GROUPS, Level.OWN_GROUPS, Level.CONNECTIONS, Level.ONLY_ME)
AUDIENCES = (Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED, Level.CHOSEN_GROUPS)
STANDINGS = ("live", "closed", "expired", "hidden everywhere", "hidden in its group", "kept from a company", "kept from a member")


@dataclass(frozen=True, slots=True)
class State:
    """The levels of S's profile. `levels` are those of the fields, by column; `listed` is who may see S at all."""

    name: str
    levels: Mapping[str, Level]
    listed: Level = Level.VERIFIED
    told_to_employer: bool = False


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of S's that the laws know: the name of its type, what it is called here, and what the laws ask of it."""

    type: str
    name: str
    facts: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def __getitem__(self, fact: str) -> Any:
        """A fact that every thing of the type has."""
        return self.facts[fact]


def states(columns: tuple[str, ...]) -> list[State]:
    """Every field at every level, no two neighbours at the same one, so that crossed wires show; then every level of `listed`."""
    turned = [
        State(f"levels turned by {turn}", {column: CHOOSABLE[(at + turn) % len(CHOOSABLE)] for at, column in enumerate(columns)})
        for turn in range(len(CHOOSABLE))
    ]
    opened = dict.fromkeys(columns, Level.VERIFIED)
    listed = [State(f"listed {level.name}", opened, level) for level in CHOOSABLE]
    return [*turned, *listed, State("availability told to the employer", opened, told_to_employer=True)]


def posts() -> list[tuple[Level, str]]:
    """Every audience in every standing that it can have; only what stands in a group can be hidden there."""
    return [
        (audience, standing)
        for audience, standing in product(AUDIENCES, STANDINGS)
        if audience is Level.CHOSEN_GROUPS or standing != "hidden in its group"
    ]
