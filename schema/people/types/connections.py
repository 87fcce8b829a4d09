"""How the viewer stands to a person, and what came of asking: the same types answer a mutation, stand in a notice, and arrive live."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.context import Context
from schema.people import loaders
from schema.people.types import persons
from server.kit.ids import MemberId
from server.kit.log import Event
from server.people import events
from server.people.reads import ConnectionView
from server.people.rules.connections import Between

if TYPE_CHECKING:
    from schema.people.types.persons import Person

_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types.persons")]


@strawberry.enum(description="How the viewer stands to a person. A request that was declined is ASKED to who made it, as one that waits.")
class ConnectionState(Enum):
    """How they stand to each other."""

    NOTHING = "nothing"
    ASKED = "asked"
    ASKS_VIEWER = "asks_viewer"
    CONNECTED = "connected"


@strawberry.type(description="How the viewer stands to a person with whom they could be connected; only the viewer reads it.")
class ConnectionWithViewer:
    """The viewer's side of it."""

    state: ConnectionState
    since: datetime | None = strawberry.field(description="When one was asked, or since when they are connected.")
    note: str | None = strawberry.field(description="The word that came with the request, while there is one.")

    @classmethod
    def of(cls, view: ConnectionView) -> Self:
        """Show it."""
        return cls(state=ConnectionState(view.between.value), since=view.since, note=view.note)


@strawberry.type(description="Somebody is asked to be connected. Where both asked, they are connected at once.")
class ConnectionAsked:
    """With the other of the two."""

    person: _Person = strawberry.field(description="The other of the two, as the viewer sees them.")


@strawberry.type(description="Somebody accepted to be connected.")
class ConnectionAccepted:
    """With the other of the two."""

    person: _Person = strawberry.field(description="The other of the two, as the viewer sees them.")


OnAConnection: TypeAlias = ConnectionAsked | ConnectionAccepted


async def connection_with(context: Context, key: MemberId) -> ConnectionWithViewer | None:
    """Return how the viewer stands to a person; None where they could not be connected."""
    view = await context.load(loaders.connections_between, key)
    return None if view is None else ConnectionWithViewer.of(view)


async def connection_told(context: Context, event: Event) -> OnAConnection | None:
    """Tell what an event says of a connection, as long as it holds; None for other events, and where the viewer does not see the other."""
    match event:
        case events.ConnectionAsked():
            found = await _as_it_stands(context, event.asker_id, Between.ASKS_VIEWER)
            return None if found is None else ConnectionAsked(person=found)
        case events.ConnectionAccepted():
            found = await _as_it_stands(context, event.asked_id, Between.CONNECTED)
            return None if found is None else ConnectionAccepted(person=found)
        case _:
            return None


async def _as_it_stands(context: Context, other: MemberId, wanted: Between) -> "Person | None":
    view = await context.load(loaders.connections_between, other)
    return await persons.person_of(context, other) if view is not None and view.between is wanted else None
