"""Who of many connected readers may see which posts: the predicate of a single reader, over a relation of them."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    Boolean,
    Integer,
    Select,
    SmallInteger,
    Text,
    Uuid,
    bindparam,
    cast,
    column,
    func,
    not_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.reads import standing_ids
from server.kit.actor import Actor, Level, Viewer
from server.kit.db import among
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId
from server.opportunities.events import OpportunityEdited, OpportunityHidden
from server.opportunities.model import Opportunity, OpportunityGroup
from server.opportunities.policy import author_visible, listed_to, meant_for, not_apart, not_kept_from, reaches
from server.people.reads import readers

# By identity, with the viewer beside, so that the identity stays theirs.
_WRITTEN: Final[dict[int, tuple[Actor, str]]] = {}
_MOST_WRITTEN: Final = 20_000
# In one statement: what a crowd is written down for it stays with the process.
_MOST_VIEWERS: Final = 1_000


async def who_may_see(
    session: AsyncSession, opportunities: Sequence[OpportunityId], viewers: Sequence[Actor], *, but_for_exclusions: bool = False
) -> dict[tuple[int, OpportunityId], bool]:
    """Return the pairs of a viewer's place in `viewers` and a post that is meant for them, with whether they see its author.

    One statement for each thousand viewers. Posts count whether live or not: that one ended is for its readers to know.
    `but_for_exclusions` as in `listed_to`.
    """
    if not opportunities or not viewers:
        return {}
    seen: dict[tuple[int, OpportunityId], bool] = {}
    for start, given in _some_at_a_time(viewers, opportunities):
        found = await session.execute(_meant(but_for_exclusions=but_for_exclusions), given)
        seen |= {(start + place, OpportunityId(key)): sees_author for key, sees_author, places in found.all() for place in places}
    return seen


async def members_meant(session: AsyncSession, opportunity: OpportunityId, members: Collection[MemberId]) -> dict[MemberId, bool]:
    """Return those of the members for whom a post is meant, with whether they see its author; nobody who is leaving."""
    if not members:
        return {}
    rows = await session.execute(_meant_for_members(), {"members": list(members), "ids": [opportunity]})
    return {MemberId(member): sees_author for member, sees_author in rows.all()}


async def hidden_everywhere(session: AsyncSession, ids: Sequence[OpportunityId]) -> frozenset[OpportunityId]:
    """Return those of the posts that are hidden everywhere now."""
    if not ids:
        return frozenset()
    hidden = select(Opportunity.id).where(Opportunity.id.in_(ids), Opportunity.hidden_at.is_not(None))
    return frozenset(OpportunityId(key) for key in await session.scalars(hidden))


async def once_seen(
    session: AsyncSession, viewers: Sequence[Actor], leaving: Sequence[OpportunityEdited | OpportunityHidden]
) -> frozenset[tuple[int, OpportunityId]]:
    """Return the pairs of a viewer's place in `viewers` and a post that was meant for them before these events.

    Those that a block or its author's exclusion hides are left out, since neither tells anything; and those that were hidden from
    the viewer before. As many statements as there are kinds of events, for every thousand viewers.
    """
    if not leaving or not viewers:
        return frozenset()
    audiences = await _audiences_before(session, leaving)
    meant = [(place, event) for event in leaving for place, viewer in enumerate(viewers) if meant_for(*audiences[event], viewer)]
    if not meant:
        return frozenset()
    avoided = await _avoided(session, viewers, [event.opportunity_id for event in leaving])
    excluded = await _excluded_before(session, leaving)
    return frozenset(
        (place, event.opportunity_id)
        for place, event in meant
        if not _kept(viewers[place], event, avoided.get((place, event.opportunity_id)), excluded)
    )


async def _audiences_before(
    session: AsyncSession, leaving: Sequence[OpportunityEdited | OpportunityHidden]
) -> dict[OpportunityEdited | OpportunityHidden, tuple[int, frozenset[GroupId]]]:
    places = await _places(session, [event.opportunity_id for event in leaving if isinstance(event, OpportunityHidden)])
    found: dict[OpportunityEdited | OpportunityHidden, tuple[int, frozenset[GroupId]]] = {}
    for event in leaving:
        if isinstance(event, OpportunityEdited):
            found[event] = event.audience_before, frozenset(event.groups_before)
        else:
            audience, groups = places.get(event.opportunity_id, (int(Level.ONLY_ME), frozenset()))
            found[event] = audience, groups & {event.group_id} if event.group_id is not None else groups
    return found


async def _excluded_before(session: AsyncSession, leaving: Sequence[OpportunityEdited | OpportunityHidden]) -> dict[UUID, frozenset[UUID]]:
    """Return what each company or member that a post was hidden from is called now; companies may have been merged since."""
    named = {key for event in leaving if isinstance(event, OpportunityEdited) for key in event.excluded_before or ()}
    # No member has the id of a company.
    return {key: frozenset[UUID](await standing_ids(session, [CompanyId(key)])) for key in named}


def _kept(
    viewer: Actor, event: OpportunityEdited | OpportunityHidden, apart: bool | None, excluded: Mapping[UUID, frozenset[UUID]]
) -> bool:
    """Whether the post was kept from the viewer before the event; `apart` is None where it is not kept from them now."""
    if apart:
        return True
    if isinstance(event, OpportunityHidden) or event.excluded_before is None:
        return apart is not None
    return reaches(frozenset[UUID]().union(*(excluded[key] for key in event.excluded_before)), viewer)


async def _avoided(session: AsyncSession, viewers: Sequence[Actor], ids: Sequence[OpportunityId]) -> dict[tuple[int, OpportunityId], bool]:
    """Return the posts that are kept from viewers now, with whether by something that stands between the two people."""
    kept: dict[tuple[int, OpportunityId], bool] = {}
    for start, given in _some_at_a_time(viewers, ids):
        rows = await session.execute(_kept_from(), given)
        kept |= {(start + place, OpportunityId(key)): apart for place, key, apart in rows.all()}
    return kept


async def _places(session: AsyncSession, ids: Sequence[OpportunityId]) -> dict[OpportunityId, tuple[int, frozenset[GroupId]]]:
    groups = func.array_remove(func.array_agg(OpportunityGroup.group_id), None)
    wanted = (
        select(Opportunity.id, Opportunity.audience, groups)
        .outerjoin(OpportunityGroup, OpportunityGroup.opportunity_id == Opportunity.id)
        .where(Opportunity.id.in_(ids))
        .group_by(Opportunity.id)
    )
    rows = (await session.execute(wanted)).all() if ids else ()
    return {OpportunityId(key): (audience, frozenset(GroupId(group) for group in found)) for key, audience, found in rows}


@cache
def _meant(*, but_for_exclusions: bool) -> Select[UUID, bool, list[int]]:
    """For each post the places of those who see its author, and of those who do not: thousands of rows would be most of the time."""
    relation, viewer = _viewers()
    sees_author = author_visible(viewer).label("sees_author")
    meant = (
        select(Opportunity.id, sees_author, relation.c.place)
        .select_from(Opportunity)
        .join(relation, true())
        .where(among(Opportunity.id), listed_to(viewer, but_for_exclusions=but_for_exclusions))
        .subquery()
    )
    places: Any = func.array_agg(meant.c.place)
    return select(meant.c.id, meant.c.sees_author, places).group_by(meant.c.id, meant.c.sees_author)


@cache
def _kept_from() -> Select[int, UUID, bool]:
    relation, viewer = _viewers()
    avoided = select(relation.c.place, Opportunity.id, not_(not_apart(viewer))).select_from(Opportunity).join(relation, true())
    return avoided.where(among(Opportunity.id), not_(not_kept_from(viewer)))


def _viewers() -> tuple[Any, Viewer]:
    """Return the `viewers` of a statement as a relation, each with its place, and their attributes for the predicates."""
    relation = (
        func.jsonb_to_recordset(cast(bindparam("viewers", type_=Text()), JSONB()))
        .table_valued(
            column("place", Integer()),
            column("member_id", Uuid()),
            column("level", SmallInteger()),
            column("is_steward", Boolean()),
            column("groups", ARRAY(Uuid())),
            column("operates", ARRAY(Uuid())),
            column("companies", ARRAY(Uuid())),
            column("alumni_of", ARRAY(Uuid())),
            name="reader",
        )
        .render_derived(with_types=True)
    )
    return relation, Viewer(**{each.name: relation.c[each.name] for each in fields(Viewer)})


@cache
def _meant_for_members() -> Select[UUID, bool]:
    relation, viewer = readers()
    wanted = select(relation.c.member_id, author_visible(viewer)).select_from(Opportunity).join(relation, true())
    return wanted.where(among(Opportunity.id), listed_to(viewer))


def _some_at_a_time(viewers: Sequence[Actor], ids: Sequence[OpportunityId]) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield what a statement about viewers and posts is executed with, and the place of its first viewer."""
    for start in range(0, len(viewers), _MOST_VIEWERS):
        yield start, {"viewers": _rows(viewers[start : start + _MOST_VIEWERS]), "ids": list(ids)}


def _rows(viewers: Sequence[Actor]) -> str:
    return "[" + ",".join([f'{{"place":{place},{_row(viewer)}' for place, viewer in enumerate(viewers)]) + "]"


def _row(viewer: Actor) -> str:
    """Return the viewer as the rest of a JSON object. The same one asks with each batch, so it is written once."""
    known = _WRITTEN.get(id(viewer))
    if known is not None and known[0] is viewer:
        return known[1]
    told = {
        "member_id": None if viewer.member_id is None else str(viewer.member_id),
        "level": int(viewer.level),
        "is_steward": viewer.is_steward,
        "groups": [str(group) for group in sorted(viewer.groups)],
        "operates": [str(group) for group in sorted(viewer.operates)],
        "companies": [str(company) for company in sorted(viewer.companies)],
        "alumni_of": [str(company) for company in sorted(viewer.alumni_of)],
    }
    if len(_WRITTEN) >= _MOST_WRITTEN:
        _WRITTEN.clear()
    written = json.dumps(told)[1:]
    _WRITTEN[id(viewer)] = viewer, written
    return written
