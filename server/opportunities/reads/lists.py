"""Which opportunities a reader finds, in which order, and how many there are of what: by SQL, or by the search engine with words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.reads import standing_ids
from server.kit.actor import Actor, Level, viewer_of
from server.kit.clock import today
from server.kit.ids import OpportunityId, SkillId
from server.kit.paging import BadPage, Page, PageRequest, page_of, read_instant, read_uuid, write_cursor
from server.opportunities.model import Opportunity, OpportunitySkill
from server.opportunities.policy import listed_to, live
from server.opportunities.reads.asked import asked
from server.opportunities.rules import INDEX, REMOTE, Kind, OpportunityFilter, phrases_for
from server.people.reads import seeker_of
from server.search.engine import Filter, Query, SearchEngine
from server.search.japanese.words import Word

MOST_FACETS = 12


class Order(Enum):
    """How a list is sorted. With words it is always by relevance; without any, relevance is the newest first."""

    NEWEST = "newest"
    CLOSING_SOON = "closing_soon"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class Facets:
    """How many of the posts found are of each kind and ask for each skill; a facet leaves its own filter out."""

    kinds: Mapping[Kind, int] = field(default_factory=dict[Kind, int])
    skills: Mapping[SkillId, int] = field(default_factory=dict[SkillId, int])


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list. `words` are what to mark in each post, `dropped` what had to be left out to find anything.

    `exact` of all posts meet the filter, those that follow are near; None where no words were asked for, and all do.
    `degraded`: the search engine is away, and another one found them.
    """

    page: Page[OpportunityId]
    facets: Facets
    words: tuple[Word, ...] = ()
    dropped: tuple[str, ...] = ()
    exact: int | None = None
    degraded: bool = False


async def find_opportunities(
    session: AsyncSession, engine: SearchEngine, actor: Actor, wanted: OpportunityFilter, order: Order, page: PageRequest
) -> Listing:
    """Return the live posts that are meant for the actor and meet the filter; total and facets count no others."""
    # A filter may have been open while two companies were merged.
    wanted = replace(wanted, companies=await standing_ids(session, wanted.companies))
    if wanted.text.strip():
        return await _by_words(session, engine, actor, wanted, page)
    seen = select(Opportunity.id).where(listed_to(viewer_of(actor)), live(today()), *asked(wanted, actor))
    total = (await session.scalars(select(func.count()).select_from(seen.subquery()))).one()
    rows = (await session.execute(_page(seen, order, page.key()).limit(page.first + 1))).all()
    cursors = [write_cursor(*row) for row in rows]
    found = page_of([OpportunityId(row[-1]) for row in rows], page.first, cursors, total)
    return Listing(found, await _facets(session, actor, wanted))


def _page(seen: Select[UUID], order: Order, key: tuple[str, ...] | None) -> Select[*tuple[Any, ...]]:
    if order is Order.CLOSING_SOON:
        ending = seen.with_only_columns(Opportunity.last_day, Opportunity.id)
        if key is not None:
            ending = ending.where(tuple_(Opportunity.last_day, Opportunity.id) > tuple_(literal(_day(key)), read_uuid(key, 1)))
        return ending.order_by(Opportunity.last_day, Opportunity.id)
    ordered = seen.with_only_columns(Opportunity.posted_at, Opportunity.id)
    if key is not None:
        ordered = ordered.where(tuple_(Opportunity.posted_at, Opportunity.id) < tuple_(literal(read_instant(key)), read_uuid(key, 1)))
    return ordered.order_by(Opportunity.posted_at.desc(), Opportunity.id.desc())


async def _facets(session: AsyncSession, actor: Actor, wanted: OpportunityFilter) -> Facets:
    kinds = select(Opportunity.kind, func.count()).where(*_seen(actor, replace(wanted, kinds=frozenset())))
    skills = (
        select(OpportunitySkill.skill_id, func.count())
        .join(Opportunity, Opportunity.id == OpportunitySkill.opportunity_id)
        .where(*_seen(actor, replace(wanted, skills=frozenset())))
        .group_by(OpportunitySkill.skill_id)
        .order_by(func.count().desc(), OpportunitySkill.skill_id)
        .limit(MOST_FACETS)
    )
    by_kind = {Kind(kind): count for kind, count in (await session.execute(kinds.group_by(Opportunity.kind))).all()}
    by_skill = {SkillId(skill): count for skill, count in (await session.execute(skills)).all()}
    return Facets({kind: by_kind[kind] for kind in Kind if kind in by_kind}, by_skill)


def _seen(actor: Actor, wanted: OpportunityFilter) -> Sequence[ColumnElement[bool]]:
    return (listed_to(viewer_of(actor)), live(today()), *asked(wanted, actor))


async def count_posted_since(session: AsyncSession, engine: SearchEngine, actor: Actor, wanted: OpportunityFilter, since: datetime) -> int:
    """Return how many live posts of others were posted since then, are meant for the actor and meet the whole filter."""
    wanted = replace(wanted, companies=await standing_ids(session, wanted.companies))
    recent = (Opportunity.posted_at >= since, Opportunity.author_id.is_distinct_from(actor.member_id))
    if not phrases_for(wanted.text):
        counted = select(func.count()).select_from(Opportunity).where(*_seen(actor, wanted), *recent)
        return (await session.scalars(counted)).one()
    restrict = select(Opportunity.id).where(listed_to(viewer_of(actor)), live(today()), *recent)
    query = replace(await _query(session, actor, wanted, restrict, PageRequest(1)), beside_rows=True)
    return (await engine.search(session, query)).exact


async def _by_words(session: AsyncSession, engine: SearchEngine, actor: Actor, wanted: OpportunityFilter, page: PageRequest) -> Listing:
    restrict = select(Opportunity.id).where(listed_to(viewer_of(actor)), live(today()))
    found = await engine.search(session, await _query(session, actor, wanted, restrict, page, facets=("kind", "skill")))
    items = [OpportunityId(hit.id) for hit in found.hits]
    listed = Page(items, [hit.after for hit in found.hits], has_next=found.has_next, total=found.total)
    kinds = {Kind(each.value): each.count for each in found.facets["kind"]}
    skills = {SkillId(UUID(each.value)): each.count for each in found.facets["skill"][:MOST_FACETS]}
    facets = Facets({kind: kinds[kind] for kind in Kind if kind in kinds}, skills)
    return Listing(listed, facets, found.words, found.dropped, found.exact, found.degraded)


async def _query(
    session: AsyncSession, actor: Actor, wanted: OpportunityFilter, restrict: Select[UUID], page: PageRequest, facets: tuple[str, ...] = ()
) -> Query:
    seeker = await seeker_of(session, actor)
    # Posts stand in groups that one operates, too; and a steward sees every name.
    level = max(seeker.level, Level.VERIFIED) if actor.is_steward else seeker.level
    return Query(
        index=INDEX,
        text=wanted.text,
        seeker=replace(seeker, level=level, circles=seeker.circles | actor.operates),
        filters=_filters(wanted),
        facets=facets,
        limit=page.first,
        after=page.after,
        restrict=restrict,
    )


def _filters(wanted: OpportunityFilter) -> tuple[Filter, ...]:
    asked_for = {
        "kind": {kind.value for kind in wanted.kinds},
        "direction": {direction.value for direction in wanted.directions},
        "skill": {str(skill) for skill in wanted.skills},
        "company": {str(company) for company in wanted.companies},
        "group": {str(group) for group in wanted.groups},
        "remote": set[str]() if wanted.remote is None else {REMOTE[wanted.remote]},
    }
    return tuple(Filter(facet, frozenset(values)) for facet, values in asked_for.items() if values)


def _day(key: tuple[str, ...]) -> date:
    try:
        return date.fromisoformat(key[0])
    except (IndexError, ValueError) as error:
        raise BadPage("after") from error
