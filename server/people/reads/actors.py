"""Who somebody is when they ask: the one place that fills an Actor, for requests, sockets, feeds and jobs alike."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Any, Final, TypeVar, cast
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    CTE,
    ColumnElement,
    DateTime,
    LargeBinary,
    Select,
    SmallInteger,
    Uuid,
    any_,
    bindparam,
    case,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    type_coerce,
    union,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from server.accounts.model import Member, SignInSession
from server.accounts.policy import is_here
from server.accounts.reads import session_open, session_strong
from server.companies.model import Kin
from server.groups.model import GroupMembership, GroupRole
from server.groups.policy import COMPANY_CONTACT, DECIDING_ROLES
from server.kit.actor import Actor, Language, Level, Viewer
from server.kit.clock import now
from server.kit.db import among
from server.kit.ids import CompanyId, GroupId, MemberId, SessionId
from server.people.model import Affiliation, Block, PresentEmployer, Profile
from server.people.policy import not_excluded
from server.search.engine import Seeker

# Who was verified a shorter time ago is a newcomer to the caps.
SETTLED_AFTER: Final = timedelta(days=7)
KeyT = TypeVar("KeyT", bound=UUID)


async def actors_by_tokens(session: AsyncSession, hashes: Sequence[bytes]) -> dict[bytes, Actor]:
    """Return who is signed in by the sessions whose tokens have these hashes (accounts.rules.token_hash); the others are nobody's."""
    rows = (await session.execute(_by_tokens(), {"hashes": list(hashes), "at": now()})).all()
    return {bytes(row[-1]): _actor(row[:-1]) for row in rows}


async def actor_of(session: AsyncSession, member: MemberId) -> Actor | None:
    """Return a member as they would ask now, without a session; None: there is no such member."""
    return (await actors_by_ids(session, [member])).get(member)


async def actors_by_ids(session: AsyncSession, members: Sequence[MemberId]) -> dict[MemberId, Actor]:
    """Return members as they would ask now, in one statement, for deliveries and jobs."""
    rows = (await session.execute(_members(), {"ids": list(members)})).all()
    return {MemberId(row[0]): _actor(row) for row in rows}


async def actor_still(session: AsyncSession, actor: Actor) -> Actor | None:
    """Return an actor of before as they stand now, or None when their session has ended; a guest stays a guest."""
    if actor.session_id is None:
        return actor if actor.member_id is None else await actor_of(session, actor.member_id)
    found = _actors(of_session=True).where(SignInSession.id == actor.session_id, session_open(now()))
    row = (await session.execute(found)).one_or_none()
    return None if row is None else replace(_actor(row), language=actor.language, origin=actor.origin)


async def actors_of_sessions(session: AsyncSession, sessions: Sequence[SessionId]) -> dict[SessionId, Actor]:
    """Return who is signed in by each of the sessions, as they would ask now; those that have ended are absent."""
    found = _actors(of_session=True).where(SignInSession.id.in_(sessions), session_open(now()))
    actors = map(_actor, (await session.execute(found)).all())
    return {actor.session_id: actor for actor in actors if actor.session_id is not None}


async def blocked_ids(session: AsyncSession, member: MemberId | None) -> frozenset[MemberId]:
    """Return whom the member is not to meet: blocks in both directions."""
    if member is None:
        return frozenset()
    rows = (await session.execute(_blocks(), {"member": member})).all()
    return frozenset(MemberId(one) for row in rows for one in row if one != member)


async def has_blocked(session: AsyncSession, blocker: MemberId, blocked: MemberId) -> bool:
    """Return whether the one does not want to meet the other; for commands, which tell nobody why they refuse."""
    return await session.get(Block, (blocker, blocked)) is not None


async def seeker_of(session: AsyncSession, actor: Actor) -> Seeker:
    """Return with whose eyes the search engine looks for this actor."""
    hidden: frozenset[UUID] = frozenset() if actor.is_steward else frozenset(await blocked_ids(session, actor.member_id))
    circles: frozenset[UUID] = frozenset({*actor.groups, *actor.alumni_of})
    ties: frozenset[UUID] = frozenset() if actor.is_steward else frozenset(actor.companies)
    return Seeker(level=actor.level, member=actor.member_id, circles=circles, ties=ties, hidden=hidden)


async def open_to(session: AsyncSession, actor: Actor, members: Sequence[MemberId]) -> frozenset[MemberId]:
    """Return those of the members from whom the actor hides neither by name nor by a company that they have to do with."""
    if not members:
        return frozenset()
    nothing: Any = null()
    theirs = type_coerce(companies_with_kin(Member.id, confirmed=False), ARRAY(Uuid()))
    member: Any = Member.id
    them = Viewer(
        member_id=member, level=nothing, is_steward=nothing, groups=nothing, operates=nothing, companies=theirs, alumni_of=nothing
    )
    found = select(Member.id).where(Member.id.in_(members), not_excluded(literal(actor.member_id, Uuid()), them))
    return frozenset(MemberId(each) for each in await session.scalars(found))


@cache
def _blocks() -> Select[UUID, UUID]:
    member = bindparam("member", type_=Uuid())
    return select(Block.blocker_id, Block.blocked_id).where(or_(Block.blocker_id == member, Block.blocked_id == member))


@cache
def _by_tokens() -> Select[*tuple[Any, ...]]:
    at: Any = bindparam("at", type_=DateTime(timezone=True))
    hashes = bindparam("hashes", type_=ARRAY(LargeBinary()))
    found = _actors(of_session=True).add_columns(SignInSession.token_hash)
    return found.where(SignInSession.token_hash == any_(hashes), session_open(at))


@cache
def _members() -> Select[*tuple[Any, ...]]:
    return _actors(of_session=False).where(among(Member.id))


@cache
def readers() -> tuple[CTE, Viewer]:
    """Return the members among the `members` of a statement as a relation of those who read: each as they would ask now.

    Who is leaving the platform is not among them.
    """
    by_name = dict(zip(("groups", "operates", "_", "companies", "alumni_of"), _standing(), strict=True))
    level = case((Profile.verified_at.is_(None), int(Level.SIGNED_IN)), else_=int(Level.VERIFIED))
    columns: list[Any] = [Member.id.label("member_id"), sql_cast(level, SmallInteger()).label("level"), Member.is_steward]
    columns += [by_name[name].label(name) for name in ("groups", "operates", "companies", "alumni_of")]
    found = select(*columns).select_from(Member).outerjoin(Profile, Profile.member_id == Member.id)
    # Looked up once a reader, however often the predicates ask for it.
    relation = found.where(among(Member.id, "members"), is_here(Member.id)).cte("reader").prefix_with("MATERIALIZED")
    return relation, Viewer(**{each.name: relation.c[each.name] for each in fields(Viewer)})


def _actors(*, of_session: bool) -> Select[*tuple[Any, ...]]:
    columns: list[Any] = [Member.id, Member.is_steward, Member.authz_version, Member.language, Profile.verified_at]
    columns += [not_(is_here(Member.id)), *_standing()]
    columns += [SignInSession.id, session_strong()] if of_session else []
    found = select(*columns).select_from(Member).outerjoin(Profile, Profile.member_id == Member.id)
    return found.join(SignInSession, SignInSession.member_id == Member.id) if of_session else found


def _standing() -> list[ColumnElement[list[UUID]]]:
    """The member's groups, those where they decide, those where they speak for the company, and their companies: all, and confirmed."""
    groups = select(GroupMembership.group_id).where(GroupMembership.member_id == Member.id, GroupMembership.state == "approved")
    roles = select(GroupRole.group_id).where(GroupRole.member_id == Member.id)
    operated, spoken_for = roles.where(GroupRole.role.in_(DECIDING_ROLES)), roles.where(GroupRole.role == COMPANY_CONTACT)
    companies = [companies_with_kin(Member.id, confirmed=confirmed) for confirmed in (False, True)]
    return [_array(groups), _array(operated), _array(spoken_for), *companies]


def companies_with_kin(member: InstrumentedAttribute[UUID], *, confirmed: bool) -> ColumnElement[list[UUID]]:
    """Return the companies of the member, with what was before and after each; not only confirmed ones: the present employer's too."""
    states = (Affiliation.state == "confirmed",) if confirmed else ()
    where = (Affiliation.member_id == member, *states)
    told = [select(Affiliation.company_id).where(*where), _kin(Affiliation.company_id).where(*where)]
    if not confirmed:
        present = PresentEmployer.member_id == member
        told += [select(PresentEmployer.company_id).where(present), _kin(PresentEmployer.company_id).where(present)]
    return func.array(union(*(each.correlate_except(Affiliation, Kin, PresentEmployer) for each in told)).scalar_subquery())


def _kin(company: InstrumentedAttribute[Any]) -> Select[UUID]:
    return select(Kin.kin_id).join(company.class_, company == Kin.company_id)


def _array(ids: Select[UUID]) -> ColumnElement[list[UUID]]:
    return func.array(ids.correlate(Member).scalar_subquery())


def _actor(row: Any) -> Actor:
    member, steward, authz_version, language, verified_at, leaving, groups, operated, spoken_for, companies, alumni_of, *asking = row
    session_id, strong = asking or (None, True)
    return Actor(
        member_id=MemberId(member),
        level=_level(verified_at),
        is_steward=steward and strong,
        leaving=leaving,
        groups=_interned(frozenset(GroupId(group) for group in groups)),
        operates=_interned(frozenset(GroupId(group) for group in operated if strong)),
        speaks_for=_interned(frozenset(GroupId(group) for group in spoken_for if strong)),
        companies=_interned(frozenset(CompanyId(company) for company in companies)),
        alumni_of=_interned(frozenset(CompanyId(company) for company in alumni_of)),
        settled=steward or (verified_at is not None and now() - verified_at >= SETTLED_AFTER),
        session_id=None if session_id is None else SessionId(session_id),
        needs_second_factor=bool(steward or operated or spoken_for) and not strong,
        authz_version=authz_version,
        language=cast(Language, language),
    )


@lru_cache(maxsize=10_000)
def _interned(ids: frozenset[KeyT]) -> frozenset[KeyT]:
    """Return the one of equal sets that is kept: thousands who are connected were at the same companies."""
    return ids


def _level(verified_at: datetime | None) -> Level:
    return Level.SIGNED_IN if verified_at is None else Level.VERIFIED
