"""Whom and what else a file names: always as its member sees it now, without what an office lets them see; and who all stands in it."""

from collections.abc import AsyncGenerator, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute

from server.accounts.model import Departure
from server.companies.reads import companies_by_ids
from server.conversations.model import Conversation, Participant
from server.groups.reads import groups_by_ids
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.ids import CompanyId, ConversationId, GroupId, MemberId, OpportunityId
from server.opportunities.reads import opportunities_by_ids
from server.people.reads import people_by_ids

_BATCH: Final = 500


def plain_eyes(actor: Actor) -> Actor:
    """Return the member without their offices: what they see as an operator or steward is not their own data."""
    return replace(actor, is_steward=False, operates=frozenset())


class Others:
    """Looks names up for one file, and remembers every other member whose name or words it holds."""

    def __init__(self, session: Session, actor: Actor) -> None:
        """`actor` is whose data it is, with plain eyes."""
        self._session = session
        self._actor = actor
        self._names: dict[MemberId, str | None] = {}
        self._words_of: set[MemberId] = set()

    async def names(self, ids: Iterable[UUID | None], *, note: bool = True) -> dict[UUID | None, str | None]:
        """Return the name of each member whom the actor may see; they are noted, unless the caller notes whom of them it writes down."""
        wanted = {MemberId(each) for each in ids if each is not None}
        new = sorted(wanted - self._names.keys())
        if new:
            seen = await people_by_ids(self._session, self._actor, new)
            self._names |= {each: seen[each].name if each in seen else None for each in new}
        if note:
            self.note(wanted)
        found: dict[UUID | None, str | None] = {None: None}
        return found | {each: self._names[each] for each in wanted}

    def note(self, ids: Iterable[UUID | None]) -> None:
        """Remember that words of these members stand in the file, whether or not they are named."""
        self._words_of.update(MemberId(each) for each in ids if each is not None and each != self._actor.member_id)

    async def titles(self, ids: Iterable[UUID | None]) -> dict[UUID | None, str | None]:
        """Return the title of each post that the actor may open."""
        wanted = sorted({OpportunityId(each) for each in ids if each is not None})
        posts = await opportunities_by_ids(self._session, self._actor, wanted) if wanted else {}
        self.note(post.author_id for post in posts.values())
        found: dict[UUID | None, str | None] = dict.fromkeys([None, *wanted])
        return found | {key: post.title for key, post in posts.items()}

    async def companies(self, ids: Iterable[UUID | None]) -> dict[UUID | None, str | None]:
        """Return what each company is called in the member's language."""
        rows = await companies_by_ids(self._session, sorted({CompanyId(each) for each in ids if each is not None}))
        found: dict[UUID | None, str | None] = {None: None}
        return found | {key: self._called(row.name, row.name_en) for key, row in rows.items()}

    async def groups(self, ids: Iterable[UUID | None]) -> dict[UUID | None, str | None]:
        """Return what each group is called in the member's language."""
        rows = await groups_by_ids(self._session, sorted({GroupId(each) for each in ids if each is not None}))
        found: dict[UUID | None, str | None] = {None: None}
        return found | {key: self._called(row.name, row.name_en) for key, row in rows.items()}

    async def talks(self) -> dict[UUID | None, int]:
        """Number the actor's conversations, the oldest is 1: so one sheet can refer to another without an id."""
        mine = select(Conversation.id).join(Participant).where(Participant.member_id == self._actor.member_id)
        keys = await self._session.scalars(mine.order_by(Conversation.created_at, Conversation.id))
        return {ConversationId(key): number for number, key in enumerate(keys, 1)}

    async def people(self) -> list[MemberId]:
        """Return everybody else whose name or words the file holds; not what stays of those who left already."""
        left = await self._session.scalars(select(Departure.member_id).where(Departure.erase_at.is_(None)))
        return sorted(self._words_of.difference(MemberId(each) for each in left))

    @staticmethod
    async def each(session: Session, wanted: Select[Any], key: InstrumentedAttribute[Any]) -> AsyncGenerator[Sequence[Any]]:
        """Read the rows in batches, in the order of a key that is never equal twice."""
        step = wanted.order_by(key).limit(_BATCH)
        rows: Sequence[Any] = (await session.scalars(step)).all()
        while rows:
            yield rows
            rows = (await session.scalars(step.where(key > getattr(rows[-1], key.key)))).all()

    def _called(self, name: str, english: str | None) -> str:
        return english if self._actor.language == "en" and english else name
