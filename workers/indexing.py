"""How search follows the rows: each event brings the documents it may have changed up to what the rows say now."""

import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from uuid import UUID

from server.departures.events import DepartureAsked, DepartureWithdrawn
from server.groups.events import GroupAdmitted, RoleEnded, RoleGranted
from server.kit.db import Session
from server.kit.ids import MemberId, OpportunityId
from server.opportunities.documents import INDEX as OPPORTUNITIES
from server.opportunities.documents import opportunity_documents, opportunity_ids_after
from server.opportunities.events import (
    OpportunityClosed,
    OpportunityEdited,
    OpportunityHidden,
    OpportunityPosted,
    OpportunityRestored,
)
from server.opportunities.reads import opportunity_ids_by_authors
from server.people.documents import INDEX as PEOPLE
from server.people.documents import person_documents, person_ids_after
from server.people.events import (
    AffiliationConfirmed,
    AffiliationDeclared,
    AffiliationDeclined,
    AffiliationEdited,
    AffiliationRemoved,
    AffiliationVouched,
    CirclesPicked,
    CompanyExcluded,
    CompanyIncluded,
    ConfirmationEnded,
    ListingChanged,
    MemberExcluded,
    MemberIncluded,
    MemberJoined,
    ProfileUpdated,
)
from server.search import upkeep
from server.search.engine import Document
from workers.parts import Parts
from workers.walking import OfMany, people_of

OfAPerson: TypeAlias = (
    MemberJoined
    | ProfileUpdated
    | AffiliationDeclared
    | AffiliationEdited
    | AffiliationConfirmed
    | AffiliationDeclined
    | AffiliationRemoved
    | AffiliationVouched
    | ConfirmationEnded
    | CirclesPicked
    | CompanyExcluded
    | CompanyIncluded
    | ListingChanged
    | MemberExcluded
    | MemberIncluded
    | RoleGranted
    | RoleEnded
    | GroupAdmitted
    | DepartureAsked
    | DepartureWithdrawn
)
OfAnOpportunity: TypeAlias = OpportunityPosted | OpportunityEdited | OpportunityClosed | OpportunityHidden | OpportunityRestored

_BATCH: Final = 200
_READ_AT_ONCE: Final = 500
# A process that analyses takes seconds to begin, and to have read each common line once; below so many members that is longer than it
# saves: with two of them 11,000 documents took twice as much computing as without.
_MEMBERS_FOR_PROCESSES: Final = 50_000


@dataclass(frozen=True, slots=True)
class Index:
    """One kind of document: how they are made of rows, and how all rows are walked, by id."""

    name: str
    documents: Callable[[Session, Sequence[Any]], Awaitable[Sequence[Document]]]
    ids_after: Callable[[Session, UUID | None, int], Awaitable[Sequence[UUID]]]


INDEXES: Final = (
    Index(PEOPLE, person_documents, person_ids_after),
    Index(OPPORTUNITIES, opportunity_documents, opportunity_ids_after),
)
_PEOPLE, _OPPORTUNITIES = INDEXES


async def index_person(parts: Parts, event: OfAPerson, _key: str) -> None:
    """Bring the member's document up to date."""
    await _refresh(parts, _PEOPLE, [event.member_id])


async def index_posts_of(parts: Parts, event: OfAPerson, _key: str) -> None:
    """Bring the member's posts up to date: they can be found by their author's name and companies."""
    async with parts.db.read() as session:
        posts = await opportunity_ids_by_authors(session, [MemberId(event.member_id)])
    await _refresh(parts, _OPPORTUNITIES, posts)


async def index_posts(parts: Parts, posts: Sequence[OpportunityId]) -> None:
    """Bring posts up to date, a batch at a time."""
    for start in range(0, len(posts), _BATCH):
        await _refresh(parts, _OPPORTUNITIES, posts[start : start + _BATCH])


async def index_people_of(parts: Parts, event: OfMany, _key: str) -> None:
    """Bring everybody who has to do with the companies, or belonged to the group, up to date, and their posts, a batch at a time."""
    async for members in people_of(parts, event):
        async with parts.db.read() as session:
            posts = await opportunity_ids_by_authors(session, members)
        await _refresh(parts, _PEOPLE, members)
        await index_posts(parts, posts)


async def index_opportunity(parts: Parts, event: OfAnOpportunity, _key: str) -> None:
    """Bring the post's document up to date."""
    await _refresh(parts, _OPPORTUNITIES, [OpportunityId(event.opportunity_id)])


async def reindex_all(parts: Parts, processes: int = 0) -> int:
    """Make every document anew while searches go on, and forget indexes that are no more; return how many there were.

    With `processes` that many analyse beside this one: each takes a second to begin, and a hundred megabytes.
    """
    async with parts.db.transaction() as session:
        filled = await parts.engine.fill(session, all_documents(session), processes)
        for index in INDEXES:
            missed = [key for name, key in filled.missed if name == index.name]
            for start in range(0, len(missed), _BATCH):
                await _bring(parts, session, index, missed[start : start + _BATCH])
    return filled.documents


def processes_for(members: int) -> int:
    """Return how many processes are worth while to analyse the documents of so many members."""
    return (os.cpu_count() or 1) if members >= _MEMBERS_FOR_PROCESSES else 0


async def all_documents(session: Session) -> AsyncGenerator[Sequence[Document]]:
    """Yield the documents of every row, some hundreds at a time."""
    for index in INDEXES:
        after = None
        while ids := await index.ids_after(session, after, _READ_AT_ONCE):
            yield await index.documents(session, ids)
            # What was read is not read again.
            session.expunge_all()
            after = ids[-1]


async def reindex_stale(parts: Parts) -> None:
    """Make those documents anew that another version of the analysis made."""
    for index in INDEXES:
        while True:
            async with parts.db.read() as session:
                stale = await parts.engine.stale(session, index.name, _BATCH)
            if not stale:
                break
            await _refresh(parts, index, stale)


async def _refresh(parts: Parts, index: Index, ids: Sequence[UUID]) -> None:
    if not ids:
        return
    async with parts.db.transaction() as session:
        # Two jobs about one row would otherwise read in one order and write in the other, and the older reading would stay.
        await upkeep.one_writer(session, [index.name])
        await _bring(parts, session, index, ids)


async def _bring(parts: Parts, session: Session, index: Index, ids: Sequence[UUID]) -> None:
    documents = await index.documents(session, ids)
    gone = set(ids) - {document.id for document in documents}
    if gone:
        await parts.engine.delete(session, index.name, sorted(gone))
    if documents:
        await parts.engine.upsert(session, documents)
