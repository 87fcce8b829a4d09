"""Who may meet what of a member in search: their groups, the circles that they chose, and from whom they are kept."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.reads import memberships_of
from server.kit.actor import Level
from server.kit.ids import MemberId
from server.people.model import Exclusion, ProfileCircle
from server.search.engine import Audience


@dataclass(frozen=True, slots=True)
class Circles:
    """Who may meet a member beyond the level of verified members: their groups, and those circles that they chose."""

    groups: frozenset[UUID] = frozenset()
    chosen: frozenset[UUID] = frozenset()

    def audience(self, level: int) -> Audience:
        """Return the audience of a level of the member's; people are found by nobody below VERIFIED, whatever a row says."""
        if level == Level.OWN_GROUPS:
            return Audience(Level.OWN_GROUPS, self.groups)
        return Audience(Level.CHOSEN_GROUPS, self.chosen) if level == Level.CHOSEN_GROUPS else _of_nobody_in_particular(level)


@cache
def _of_nobody_in_particular(level: int) -> Audience:
    return Audience(Level(max(level, int(Level.VERIFIED))))


async def circles_of(session: AsyncSession, members: Sequence[MemberId]) -> dict[MemberId, Circles]:
    """Return the circles of each member, for documents of them and of what they write."""
    groups = await memberships_of(session, members)
    chosen: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for circle in await session.scalars(select(ProfileCircle).where(ProfileCircle.member_id.in_(members))):
        chosen[circle.member_id].add(circle.circle_id)
    return {member: Circles(frozenset(groups.get(member, ())), frozenset(chosen[member])) for member in members}


async def kept_from(session: AsyncSession, members: Sequence[MemberId]) -> dict[MemberId, frozenset[UUID]]:
    """Return from which companies and members each member is kept, for documents of them and of what they write."""
    found: defaultdict[MemberId, set[UUID]] = defaultdict(set)
    for row in await session.scalars(select(Exclusion).where(Exclusion.member_id.in_(members))):
        found[MemberId(row.member_id)].update(key for key in (row.company_id, row.other_id) if key)
    return {member: frozenset(keys) for member, keys in found.items()}
