"""What every subscription can deliver besides its own events: something that may no longer be seen, and a lost place."""

import strawberry

from schema.scalars import Cursor


@strawberry.type(description="Something that the viewer saw may no longer be seen.")
class Gone:
    """By its id; it may have been closed, hidden, or given to other readers."""

    gone_id: strawberry.ID = strawberry.field(description="The id of what may no longer be seen.")


@strawberry.type(description="The cursor could not be served: read a snapshot, then go on from this cursor.")
class ResyncRequired:
    """Delivered exactly once, instead of a partial replay."""

    cursor: Cursor
