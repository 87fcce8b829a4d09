"""The scalars and enums that several nouns share: months, cursors, levels, languages."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

from server.kit import actor

Month = NewType("Month", date)
Cursor = NewType("Cursor", str)


def _month(value: object) -> date:
    try:
        if isinstance(value, str) and len(value) == 7:
            return date.fromisoformat(f"{value}-01")
    except ValueError:
        pass
    # The client's own mistake, which is told as it is.
    raise GraphQLError("A month is written YYYY-MM.")


def _write_month(value: date) -> str:
    return f"{value:%Y-%m}"


SCALARS: Mapping[object, ScalarDefinition] = {
    Month: strawberry.scalar(name="Month", description="Year and month, YYYY-MM.", serialize=_write_month, parse_value=_month),
    Cursor: strawberry.scalar(name="Cursor", description="An opaque encrypted position in a stream.", serialize=str, parse_value=str),
}


@strawberry.enum(description="The languages of the interface.")
class Language(Enum):
    """The languages of the interface."""

    JA = "ja"
    EN = "en"


@strawberry.enum(description="Who may see a profile field or a post, from open to closed.")
class Level(Enum):
    """The levels that a member can choose; values are those of kit.actor.Level."""

    ANYONE = int(actor.Level.ANYONE)
    SIGNED_IN = int(actor.Level.SIGNED_IN)
    VERIFIED = int(actor.Level.VERIFIED)
    CHOSEN_GROUPS = int(actor.Level.CHOSEN_GROUPS)
    OWN_GROUPS = int(actor.Level.OWN_GROUPS)
    CONNECTIONS = int(actor.Level.CONNECTIONS)
    ONLY_ME = int(actor.Level.ONLY_ME)


@strawberry.enum(description="What is known of the viewer.")
class Standing(Enum):
    """Guest, newcomer, or verified by a confirmed affiliation."""

    GUEST = int(actor.Level.ANYONE)
    NEWCOMER = int(actor.Level.SIGNED_IN)
    VERIFIED = int(actor.Level.VERIFIED)
