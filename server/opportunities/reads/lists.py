"""Which opportunities a reader finds, in which order, and how many there are of what: by SQL, or by the search engine with words."""

from collections.abc import Sequence
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
from server.kit.ids import OpportunityId
from server.kit.paging import BadPage, Leaf, Page, PageRequest, page_of, read_instant, read_uuid, write_cursor
from server.opportunities.model import Opportunity
from server.opportunities.policy import listed_to, live
from server.opportunities.reads.asked import asked
from server.opportunities.reads.facets import FACETS, Facets, counted, facets_of
from server.opportunities.rules import INDEX, REMOTE, OpportunityFilter, phrases_for
from server.people.reads import seeker_of
from server.search.engine import ENOUGH, Filter, Query, SearchEngine
from server.search.japanese.words import Word, has_words


class Order(Enum):
    """How a list is sorted. With words it is always by relevance; without any, relevance is the newest first."""

    NEWEST = "newest"
    CLOSING_SOON = "closing_soon"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of a list. `words` are what to mark in each post, `dropped` what had to be left out to find anything.

    `exact` of all posts meet the filter, those that follow are near; None where no words were asked for, and all do.
    `degraded`: the search engine is away, and another one found them.
    `before` stand on earlier pages. `read_as` are words that nothing has, as what they were taken for.
    """

    page: Page[OpportunityId]
    facets: Facets = field(default_factory=Facets)
    words: tuple[Word, ...] = ()
    dropped: tuple[str, ...] = ()
    exact: int | None = None
    degraded: bool = False
    before: int = 0
    read_as: tuple[Word, ...] = ()

    def is_near(self, place: int) -> bool:
        """Whether the post at a place of the page only has what is near to what was asked for."""
        return self.exact is not None and self.exact < (self.page.total or 0) and self.before + place >= self.exact


async def find_opportunities(
    session: AsyncSession, engine: SearchEngine, actor: Actor, wanted: OpportunityFilter, order: Order, page: PageRequest
) -> Listing:
    """Return the live posts that are meant for the actor and meet the filter; total and facets count no others.

    Raises BadPage for a cursor of another filter or order.
    """
    leaf = Leaf.of(page, (wanted, order))
    # A filter may have been open while two companies were merged.
    wanted = replace(wanted, companies=await standing_ids(session, wanted.companies))
    page = replace(page, after=leaf.after)
    if has_words(wanted.text):
        found = await _by_words(session, engine, actor, wanted, page)
    else:
        found = await _by_filter(session, actor, wanted, order, page)
    return replace(found, page=replace(found.page, cursors=leaf.cursors(found.page.cursors)), before=leaf.before)


async def _by_filter(session: AsyncSession, actor: Actor, wanted: OpportunityFilter, order: Order, page: PageRequest) -> Listing:
    seen = select(Opportunity.id).where(*_seen(actor, wanted))
    total = (await session.scalars(select(func.count()).select_from(seen.subquery()))).one()
    rows = (await session.execute(_page(seen, order, page.key()).limit(page.first + 1))).all()
    cursors = [write_cursor(*row) for row in rows]
    found = page_of([OpportunityId(row[-1]) for row in rows], page.first, cursors, total)
    return Listing(found, await counted(session, actor, wanted) if page.facets else Facets())


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
    facets = FACETS if page.facets else ()
    query = replace(await _query(session, actor, wanted, restrict, page, facets), enough=ENOUGH)
    found = await engine.search(session, query)
    items = [OpportunityId(hit.id) for hit in found.hits]
    listed = Page(items, [hit.after for hit in found.hits], has_next=found.has_next, total=found.total, at_least=found.at_least)
    counts = {name: [(each.value, each.count) for each in counted] for name, counted in found.facets.items()}
    return Listing(listed, facets_of(counts), found.words, found.dropped, found.exact, found.degraded, read_as=found.read_as)


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
        "place": wanted.where,
        "remote": {REMOTE[False]} if wanted.remote is False else set[str](),
    }
    return tuple(Filter(facet, frozenset(values)) for facet, values in asked_for.items() if values)


def _day(key: tuple[str, ...]) -> date:
    try:
        return date.fromisoformat(key[0])
    except (IndexError, ValueError) as error:
        raise BadPage("after") from error
