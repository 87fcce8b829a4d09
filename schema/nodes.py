"""Identity in the graph: the Node interface, the mark for fields that depend on the viewer, and ids as they are read and written."""

from uuid import UUID

import strawberry
from strawberry.schema_directive import Location

from server.kit.ids import MalformedId, global_id, parse
from server.kit.refusal import NotThere


@strawberry.interface(description="A thing with an id of its own.")
class Node:
    """A thing with an opaque global id."""

    id: strawberry.ID = strawberry.field(description="Opaque, stable, unique over all types.")


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="viewerDependent",
    description="Marks a field whose value depends on who asks; it can never stand in an answer that is shared.",
)
class ViewerDependent:
    """The mark itself; realtime looks for it before it shares an answer."""


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION],
    name="authorDependent",
    description="Marks a field whose value is the same for all who see the author of the post, and for all who do not.",
)
class AuthorDependent:
    """The mark itself; answers with such a field are shared within each of the two."""


def id_of(type_name: str, key: UUID) -> strawberry.ID:
    """Return the global id of a row."""
    return strawberry.ID(global_id(type_name, key))


def key_of(type_name: str, text: str) -> UUID:
    """Return the key in an id that a client sent; an id of another form or type names nothing (NotThere)."""
    try:
        return parse(type_name, text)
    except MalformedId as error:
        raise NotThere from error


def key_or_none(type_name: str, text: str) -> UUID | None:
    """Return the key in an id that a client asked for, or None where it can name nothing."""
    try:
        return parse(type_name, text)
    except MalformedId:
        return None
