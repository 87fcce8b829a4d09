"""Whom a change to a company concerns: everybody who has to do with it, or with what was before and after it, a batch at a time."""

from collections.abc import AsyncGenerator
from typing import Final, TypeAlias

from server.companies.events import CompanyAccepted, CompanyMerged, CompanySucceeded
from server.companies.reads import kin_of, standing_ids
from server.kit.db import Session
from server.kit.ids import CompanyId, MemberId
from server.people.reads import member_ids_at
from workers.parts import Parts

OfACompany: TypeAlias = CompanyAccepted | CompanyMerged | CompanySucceeded
_BATCH: Final = 200


async def people_of(parts: Parts, event: OfACompany) -> AsyncGenerator[list[MemberId]]:
    """Yield them as the rows say now; nothing is held while a batch is worked on."""
    after: MemberId | None = None
    while True:
        async with parts.db.read() as session:
            members = await member_ids_at(session, await _concerned(session, event), after, _BATCH)
        if not members:
            return
        yield members
        after = members[-1]


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
