"""How search follows the rows: each event brings the documents it may have changed up to what the rows say now."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias
from uuid import UUID

from server.departures.events import DepartureAsked, DepartureWithdrawn
from server.groups.events import GroupAdmitted, RoleEnded, RoleGranted
from server.kit.db import Session
from server.kit.ids import MemberId, OpportunityId
from server.kit.jobs import one_at_a_time
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


async def reindex_all(parts: Parts) -> int:
    """Make every document anew, a batch at a time, and forget indexes that are no more; return how many there were."""
    async with parts.db.transaction() as session:
        await parts.engine.configure(session, frozenset(index.name for index in INDEXES))
    return sum([await _walk(parts, index) for index in INDEXES])


async def reindex_stale(parts: Parts) -> None:
    """Make those documents anew that another version of the analysis made."""
    for index in INDEXES:
        while True:
            async with parts.db.read() as session:
                stale = await parts.engine.stale(session, index.name, _BATCH)
            if not stale:
                break
            await _refresh(parts, index, stale)


async def _walk(parts: Parts, index: Index) -> int:
    count, after = 0, None
    while True:
        async with parts.db.read() as session:
            ids = await index.ids_after(session, after, _BATCH)
        if not ids:
            return count
        await _refresh(parts, index, ids)
        count, after = count + len(ids), ids[-1]


async def _refresh(parts: Parts, index: Index, ids: Sequence[UUID]) -> None:
    if not ids:
        return
    async with parts.db.transaction() as session:
        # Two jobs about one row would otherwise read in one order and write in the other, and the older reading would stay.
        await one_at_a_time(session, f"index:{index.name}")
        documents = await index.documents(session, ids)
        gone = set(ids) - {document.id for document in documents}
        if gone:
            await parts.engine.delete(session, index.name, sorted(gone))
        if documents:
            await parts.engine.upsert(session, documents)
