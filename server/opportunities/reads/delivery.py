"""Who of many connected readers may see which posts: the predicate of a single reader, over a relation of them."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ARRAY, Boolean, Integer, SmallInteger, Text, Uuid, cast, column, func, literal, select, true
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Viewer
from server.kit.ids import OpportunityId
from server.opportunities.model import Opportunity
from server.opportunities.policy import author_visible, listed_to


async def who_may_see(
    session: AsyncSession, opportunities: Sequence[OpportunityId], viewers: Sequence[Actor]
) -> dict[tuple[int, OpportunityId], bool]:
    """Return the pairs of a viewer's place in `viewers` and a post that is meant for them, with whether they see its author.

    One statement, whatever the numbers. Posts count whether live or not: that one ended is for its readers to know.
    """
    if not opportunities or not viewers:
        return {}
    readers = (
        func.jsonb_to_recordset(cast(literal(_rows(viewers), Text()), JSONB()))
        .table_valued(
            column("place", Integer()),
            column("member_id", Uuid()),
            column("level", SmallInteger()),
            column("is_steward", Boolean()),
            column("groups", ARRAY(Uuid())),
            column("operates", ARRAY(Uuid())),
            name="reader",
        )
        .render_derived(with_types=True)
    )
    columns = readers.c
    viewer = Viewer(columns.member_id, columns.level, columns.is_steward, columns.groups, columns.operates)
    wanted = (
        select(columns.place, Opportunity.id, author_visible(viewer))
        .select_from(Opportunity)
        .join(readers, true())
        .where(Opportunity.id.in_(opportunities), listed_to(viewer))
    )
    return {(place, OpportunityId(key)): sees_author for place, key, sees_author in (await session.execute(wanted)).all()}


def _rows(viewers: Sequence[Actor]) -> str:
    return json.dumps([_row(place, viewer) for place, viewer in enumerate(viewers)])


def _row(place: int, viewer: Actor) -> dict[str, Any]:
    return {
        "place": place,
        "member_id": None if viewer.member_id is None else str(viewer.member_id),
        "level": int(viewer.level),
        "is_steward": viewer.is_steward,
        "groups": [str(group) for group in sorted(viewer.groups)],
        "operates": [str(group) for group in sorted(viewer.operates)],
    }
