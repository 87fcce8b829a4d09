"""What concerns one member: their own posts, posts that fit them and why, and how many people a post could reach."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    Select,
    Subquery,
    Text,
    Uuid,
    bindparam,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    true,
    tuple_,
    union_all,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from server.accounts.model import Member
from server.accounts.policy import is_here
from server.groups.model import GroupMembership
from server.kit.actor import PARAMETERS, Actor, Level, parameters_of, viewer_of
from server.kit.clock import today
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId
from server.kit.paging import Page, PageRequest, page_of, read_instant, read_uuid, write_cursor
from server.opportunities.model import Opportunity, OpportunityGroup, OpportunitySkill, Response
from server.opportunities.policy import author_visible, listed_to, live, visible_to
from server.opportunities.reads.asked import asked
from server.opportunities.rules import Direction, OpportunityFilter
from server.people.model import MemberSkill, Profile, Skill
from server.people.policy import not_blocked
from server.people.policy import visible_to as visible_person

# Everything that is wanted, and its page: the newest first, as many as `most`.
_Newest: TypeAlias = tuple[Subquery, Select[*tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Reach:
    """How many members could see a post; from ten up rounded down to tens."""

    members: int
    exact: bool


async def own_opportunities(session: AsyncSession, actor: Actor, page: PageRequest, *, live_only: bool = False) -> Page[OpportunityId]:
    """Return the actor's own posts, however they stand unless only live ones are wanted, newest first."""
    mine = select(Opportunity).where(Opportunity.author_id == actor.member_id)
    return await _newest(session, mine.where(live(today())) if live_only else mine, page)


async def opportunities_of_author(session: AsyncSession, actor: Actor, author: MemberId, page: PageRequest) -> Page[OpportunityId]:
    """Return the live posts of a member whom the actor may see, newest first."""
    return await _paged(session, _theirs(), page, parameters_of(actor) | {"author": author, "today": today()})


async def opportunities_of_group(session: AsyncSession, actor: Actor, group: GroupId, page: PageRequest) -> Page[OpportunityId]:
    """Return the live posts that stand in a group, as far as they are meant for the actor, newest first."""
    place = aliased(OpportunityGroup)
    stands = exists().where(place.opportunity_id == Opportunity.id, place.group_id == group, place.hidden_at.is_(None))
    return await _newest(session, select(Opportunity).where(stands, listed_to(viewer_of(actor)), live(today())), page)


async def opportunities_of_company(session: AsyncSession, actor: Actor, company: CompanyId, page: PageRequest) -> Page[OpportunityId]:
    """Return the live posts by those of a company's alumni whom the actor may see, newest first; as the filter by company finds them."""
    theirs = asked(OpportunityFilter(companies=frozenset({company})), actor)
    return await _newest(session, select(Opportunity).where(*theirs, listed_to(viewer_of(actor)), live(today())), page)


async def fitting(session: AsyncSession, actor: Actor, page: PageRequest) -> Page[OpportunityId]:
    """Return others' live posts that meet something the actor said of themselves, and that they have not answered, newest first."""
    if actor.member_id is None:
        return page_of([], page.first, [], 0)
    answered = aliased(Response)
    wanted = select(Opportunity).where(
        Opportunity.id.in_(select(_reasons(actor).subquery().c.id)),
        Opportunity.author_id != actor.member_id,
        listed_to(viewer_of(actor)),
        live(today()),
        ~exists().where(answered.opportunity_id == Opportunity.id, answered.responder_id == actor.member_id),
    )
    return await _newest(session, wanted, page)


async def fits_by_opportunities(session: AsyncSession, actor: Actor, ids: Sequence[OpportunityId]) -> dict[OpportunityId, list[str]]:
    """Return the actor's own words that each post of others meets: skills, gives that are sought, asks that are offered."""
    found: defaultdict[OpportunityId, list[str]] = defaultdict(list)
    if actor.member_id is None:
        return found
    reasons = _reasons(actor).subquery()
    wanted = (
        select(reasons.c.id, reasons.c.reason)
        .join(Opportunity, Opportunity.id == reasons.c.id)
        .where(reasons.c.id.in_(ids), Opportunity.author_id != actor.member_id, visible_to(viewer_of(actor)))
        .group_by(reasons.c.id, reasons.c.reason)
        .order_by(reasons.c.id, func.min(reasons.c.place), reasons.c.reason)
    )
    for opportunity, reason in (await session.execute(wanted)).all():
        found[OpportunityId(opportunity)].append(reason)
    return found


async def live_count(session: AsyncSession) -> int:
    """Return how many posts are live, whoever may read them: a number for the welcome page."""
    return (await session.scalars(select(func.count()).select_from(Opportunity).where(live(today())))).one()


async def reach(session: AsyncSession, actor: Actor, audience: Level, groups: Sequence[GroupId]) -> Reach:
    """Return how many other members could see a post of this audience; only the actor's own groups count.

    From verified members on, only those count whom the actor may see: an exact number must not tell of anybody else. What the
    actor hides from whom is not taken off: two such numbers would tell where somebody works.
    """
    # Blocks hide the post as they hide the people: a number that took no notice would tell of them.
    me = viewer_of(actor)
    if audience <= Level.SIGNED_IN:
        here = (Member.id != actor.member_id, is_here(Member.id), not_blocked(Member.id, me.member_id))
        counted = select(func.count()).select_from(Member).where(*here)
    else:
        # Who may not see people is told no small number at all.
        seen = visible_person(me) if actor.level >= Level.VERIFIED else not_blocked(Profile.member_id, me.member_id)
        counted = select(func.count()).select_from(Profile)
        here = (Profile.verified_at.is_not(None), is_here(Profile.member_id))
        counted = counted.where(*here, Profile.member_id != actor.member_id, seen)
    if audience >= Level.CHOSEN_GROUPS:
        within = exists().where(
            GroupMembership.member_id == Profile.member_id,
            GroupMembership.state == "approved",
            GroupMembership.group_id.in_(actor.groups.intersection(groups)),
        )
        counted = counted.where(within)
    members = (await session.scalars(counted)).one()
    # domain.md's rule 4: numbers about fewer than five people are for those who may see each of them.
    if members < 5 and actor.level < Level.VERIFIED:
        return Reach(0, exact=False)
    return Reach(members - members % 10, exact=False) if members >= 10 else Reach(members, exact=True)


def _reasons(actor: Actor) -> CompoundSelect[*tuple[Any, ...]]:
    """Posts with each of the actor's words that they meet; in what is written, a word counts as it stands."""
    skills = (
        select(OpportunitySkill.opportunity_id.label("id"), Skill.name.label("reason"), literal(0).label("place"))
        .join(MemberSkill, MemberSkill.skill_id == OpportunitySkill.skill_id)
        .join(Skill, Skill.id == OpportunitySkill.skill_id)
        .where(MemberSkill.member_id == actor.member_id)
    )
    return union_all(skills, _written(actor, Profile.gives, Direction.SEEKING, 1), _written(actor, Profile.asks, Direction.OFFERING, 2))


def _written(actor: Actor, words: InstrumentedAttribute[list[str]], direction: Direction, place: int) -> Select[*tuple[Any, ...]]:
    said = func.unnest(words).table_valued("word").render_derived(name="said")
    each = said.c.word
    named = aliased(OpportunitySkill)
    skill = aliased(Skill)
    among_skills = exists(
        select(null()).where(named.opportunity_id == Opportunity.id, skill.id == named.skill_id, func.lower(skill.name) == func.lower(each))
    )
    written = func.lower(Opportunity.title + " " + Opportunity.body)
    return (
        select(Opportunity.id.label("id"), sql_cast(each, Text()).label("reason"), literal(place).label("place"))
        .select_from(Profile)
        .join(said, true())
        .join(Opportunity, Opportunity.direction == direction.value)
        .where(Profile.member_id == sql_cast(actor.member_id, Uuid()), live(today()))
        .where(func.char_length(each) >= 2, or_(func.strpos(written, func.lower(each)) > 0, among_skills))
    )


@cache
def _theirs() -> _Newest:
    author: ColumnElement[bool] = Opportunity.author_id == bindparam("author", type_=Uuid())
    day = bindparam("today", type_=Date())
    return _newest_of(select(Opportunity).where(author, listed_to(PARAMETERS), live(day), author_visible(PARAMETERS)))


async def _newest(session: AsyncSession, wanted: Select[Opportunity], page: PageRequest) -> Page[OpportunityId]:
    return await _paged(session, _newest_of(wanted), page, {})


def _newest_of(wanted: Select[Opportunity]) -> _Newest:
    # All of them are counted in the statement that reads the page, unless the page has none of them.
    whole = wanted.with_only_columns(Opportunity.posted_at, Opportunity.id, func.count().over().label("total")).subquery()
    return whole, select(whole).order_by(whole.c.posted_at.desc(), whole.c.id.desc()).limit(bindparam("most", type_=Integer()))


async def _paged(session: AsyncSession, newest: _Newest, page: PageRequest, given: Mapping[str, object]) -> Page[OpportunityId]:
    whole, ordered = newest
    key = page.key()
    if key is not None:
        ordered = ordered.where(tuple_(whole.c.posted_at, whole.c.id) < tuple_(read_instant(key), read_uuid(key, 1)))
    rows = (await session.execute(ordered, {**given, "most": page.first + 1})).all()
    if rows or key is None:
        total: int = rows[0].total if rows else 0
    else:
        total = (await session.scalars(select(func.count()).select_from(whole), dict(given))).one()
    cursors = [write_cursor(row.posted_at.isoformat(), row.id) for row in rows]
    return page_of([OpportunityId(row.id) for row in rows], page.first, cursors, total)
