"""Whom a change to a company or a group concerns: everybody who has to do with it, a batch at a time.

Of a company also who has to do with what was before and after it; of a group that was closed, who belonged to it until then.
"""

from collections.abc import AsyncGenerator
from typing import Final, TypeAlias

from server.companies.events import CompanyAccepted, CompanyMerged, CompanySucceeded
from server.companies.reads import kin_of, standing_ids
from server.groups.events import GroupClosed
from server.groups.reads import belonged_until_closed
from server.kit.db import Session
from server.kit.ids import CompanyId, MemberId
from server.people.reads import member_ids_at
from workers.parts import Parts

OfACompany: TypeAlias = CompanyAccepted | CompanyMerged | CompanySucceeded
OfMany: TypeAlias = OfACompany | GroupClosed
_BATCH: Final = 200


async def people_of(parts: Parts, event: OfMany) -> AsyncGenerator[list[MemberId]]:
    """Yield them as the rows say now; nothing is held while a batch is worked on."""
    after: MemberId | None = None
    while True:
        async with parts.db.read() as session:
            members = await _some(session, event, after)
        if not members:
            return
        yield members
        after = members[-1]


async def _some(session: Session, event: OfMany, after: MemberId | None) -> list[MemberId]:
    if isinstance(event, GroupClosed):
        return await belonged_until_closed(session, event.group_id, after, _BATCH)
    return await member_ids_at(session, await _concerned(session, event), after, _BATCH)


async def _concerned(session: Session, event: OfACompany) -> list[CompanyId]:
    match event:
        case CompanyAccepted():
            companies = {event.company_id}
        case CompanyMerged():
            companies = {event.into_id}
        case CompanySucceeded():
            companies = {event.predecessor_id, event.successor_id}
    standing = await standing_ids(session, companies)
    return sorted(standing.union(*(await kin_of(session, standing)).values()))
