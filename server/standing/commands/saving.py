"""Saving a filter, changing, pausing and removing it: what may be kept, and by which of its conditions it is looked up."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.commands import standing_company
from server.companies.errors import UnknownCompany
from server.kit.actor import Actor, Level
from server.kit.clock import now
from server.kit.ids import CompanyId, MemberId, StandingQueryId
from server.kit.jobs import one_at_a_time
from server.kit.log import record
from server.kit.paging import PageRequest
from server.kit.refusal import NotSignedIn, NotThere, NotVerified
from server.opportunities.reads import Order, find_opportunities
from server.opportunities.rules import OpportunityFilter
from server.people.rules.filters import PeopleFilter, check_places, check_values
from server.search.engine import SearchEngine
from server.standing import rules
from server.standing.errors import NothingAsked, TooManySaved
from server.standing.events import StandingQueryRemoved
from server.standing.model import StandingMatch, StandingQuery, StandingTerm
from server.standing.policy import most_for
from server.standing.reads import count_own, filter_of, people_filter_of, query_to_change, would_have_matched
from server.synonyms.reads import hold_entries

# How many posts meet a condition by itself.
Counting: TypeAlias = Callable[[AsyncSession, rules.Condition], Awaitable[int]]
# As many posts as somebody has seen when they save a filter: an edit of one of them is no news.
_KNOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingDraft:
    """What a member saves."""

    name: str
    wanted: OpportunityFilter
    channel: rules.Channel


async def save_standing_query(session: AsyncSession, engine: SearchEngine, actor: Actor, draft: StandingDraft) -> StandingQuery:
    """Keep a filter for the actor; from now on, what is posted and meets it is told. What it finds already is no news."""
    if actor.member_id is None:
        raise NotSignedIn
    await hold_entries(session)
    await _room(session, actor)
    query = StandingQuery(member_id=actor.member_id, **await _checked(session, draft))
    session.add(query)
    await session.flush()
    await _keep(session, engine, actor, query)
    return query


async def edit_standing_query(
    session: AsyncSession, engine: SearchEngine, actor: Actor, query: StandingQueryId, draft: StandingDraft
) -> StandingQuery:
    """Replace what the actor saved; a paused one stays paused."""
    await hold_entries(session)
    row = await _own(session, actor, query, rules.Subject.OPPORTUNITIES)
    before = filter_of(row)
    for name, value in (await _checked(session, draft)).items():
        setattr(row, name, value)
    await session.flush()
    if filter_of(row) != before:
        await _keep(session, engine, actor, row)
    return row


async def save_people_query(session: AsyncSession, actor: Actor, name: str, wanted: PeopleFilter) -> StandingQuery:
    """Keep a filter over people for a verified member: once a week they are told who came that meets it."""
    if actor.level < Level.VERIFIED:
        raise NotVerified
    await _room(session, actor)
    at = now()
    columns = await _checked_people(session, name, wanted)
    query = StandingQuery(member_id=actor.member_id, saved_at=at, looked_at=at, **columns)
    session.add(query)
    await session.flush()
    return query


async def edit_people_query(session: AsyncSession, actor: Actor, query: StandingQueryId, name: str, wanted: PeopleFilter) -> StandingQuery:
    """Replace what the actor saved of people; who came before is no news of the new filter."""
    row = await _own(session, actor, query, rules.Subject.PEOPLE)
    before = people_filter_of(row)
    for column, value in (await _checked_people(session, name, wanted)).items():
        setattr(row, column, value)
    if people_filter_of(row) != before:
        row.looked_at = now()
    return row


async def pause_standing_query(session: AsyncSession, actor: Actor, query: StandingQueryId) -> StandingQuery:
    """Tell of nothing that meets it until it is resumed; what is posted meanwhile is not told of later either."""
    row = await _own(session, actor, query)
    if row.paused_at is None:
        row.paused_at = now()
        await session.execute(delete(StandingTerm).where(StandingTerm.query_id == row.id))
    return row


async def resume_standing_query(session: AsyncSession, engine: SearchEngine, actor: Actor, query: StandingQueryId) -> StandingQuery:
    """Tell again of what meets it, from now on."""
    await hold_entries(session)
    row = await _own(session, actor, query)
    if row.paused_at is not None:
        row.paused_at = None
        row.looked_at = now()
        await session.flush()
        if row.about == rules.Subject.OPPORTUNITIES.value:
            await _keep(session, engine, actor, row)
    return row


async def remove_standing_query(session: AsyncSession, actor: Actor, query: StandingQueryId) -> UUID:
    """Delete it for good; repeated, there is nothing any more."""
    row = await _own(session, actor, query)
    key = row.id
    record(session, StandingQueryRemoved(query_id=query, member_id=MemberId(row.member_id)))
    await session.delete(row)
    return key


async def _own(session: AsyncSession, actor: Actor, query: StandingQueryId, about: rules.Subject | None = None) -> StandingQuery:
    row = await query_to_change(session, actor, query)
    if row is None or (about is not None and row.about != about.value):
        raise NotThere
    return row


async def _room(session: AsyncSession, actor: Actor) -> None:
    # Two windows would both find room for a last one.
    await one_at_a_time(session, f"standing:{actor.member_id}")
    check_room(actor, await count_own(session, actor))


def check_room(actor: Actor, held: int) -> None:
    """Refuse one more to who holds so many."""
    most = most_for(actor)
    if held >= most:
        raise TooManySaved(most=most)


async def _checked(session: AsyncSession, draft: StandingDraft) -> dict[str, object]:
    return columns_of(draft) | {"companies": sorted(set((await standing(session, draft.wanted.companies)).values()))}


async def _checked_people(session: AsyncSession, name: str, wanted: PeopleFilter) -> dict[str, object]:
    return people_columns_of(name, wanted) | {"companies": sorted(set((await standing(session, wanted.companies)).values()))}


def columns_of(draft: StandingDraft) -> dict[str, object]:
    """Return what a filter over posts is kept as, but for its companies; or refuse it."""
    wanted = replace(draft.wanted, text=rules.checked_words(draft.wanted.text))
    name = rules.checked_name(draft.name)
    if not rules.conditions_of(wanted):
        raise NothingAsked("filter")
    check_places(wanted.places)
    return {
        "about": rules.Subject.OPPORTUNITIES.value,
        "name": name,
        "channel": draft.channel.value,
        "text": wanted.text,
        "kinds": sorted(kind.value for kind in wanted.kinds),
        "directions": sorted(direction.value for direction in wanted.directions),
        "skills": sorted(wanted.skills),
        "groups": sorted(wanted.groups),
        "places": sorted(wanted.places),
        "remote": wanted.remote,
    }


def people_columns_of(name: str, wanted: PeopleFilter) -> dict[str, object]:
    """Return what a filter over people is kept as, but for its companies; or refuse it."""
    name = rules.checked_name(name)
    if wanted == PeopleFilter():
        raise NothingAsked("filter")
    check_values(wanted)
    return {
        "about": rules.Subject.PEOPLE.value,
        "name": name,
        "channel": rules.Channel.WEEKLY.value,
        # No words: by these one could ask for a person's name.
        "text": "",
        "kinds": [],
        "directions": [],
        "skills": sorted(set(wanted.skills)),
        "groups": sorted(set(wanted.groups)),
        "verification": wanted.verification,
        "places": sorted(set(wanted.places)),
        "languages": sorted(set(wanted.languages)),
        "availability": sorted(set(wanted.availability)),
        "with_me": wanted.with_me,
    }


async def standing(session: AsyncSession, companies: Iterable[CompanyId]) -> dict[CompanyId, CompanyId]:
    """Return each company as it stands, held until the transaction ends, or refuse one that there is not."""
    found: dict[CompanyId, CompanyId] = {}
    # In one order, so that two who hold several do not wait for each other.
    for key in sorted(set(companies)):
        company = await standing_company(session, key)
        if company is None:
            raise UnknownCompany("filter.companies")
        found[key] = CompanyId(company.id)
    return found


async def kept_under(session: AsyncSession, wanted: OpportunityFilter, count: Counting) -> frozenset[str]:
    """Return the terms of the filter's rarest condition, by how many posts meet each."""
    conditions = rules.conditions_of(wanted)
    # One needs no counting.
    counts = dict.fromkeys(conditions, 0)
    if len(conditions) > 1:
        counts = {each: await count(session, each) for each in conditions}
    return rules.rarest(counts).terms


async def _keep(session: AsyncSession, engine: SearchEngine, actor: Actor, query: StandingQuery) -> None:
    """Put the query under the terms of its rarest condition, and take what it finds now for known."""
    await session.execute(delete(StandingTerm).where(StandingTerm.query_id == query.id))
    if query.paused_at is not None:
        return
    terms = await kept_under(session, filter_of(query), lambda session, each: would_have_matched(session, engine, actor, each.asks))
    if terms:
        await session.execute(upsert(StandingTerm).values([{"term": term, "query_id": query.id} for term in sorted(terms)]))
    await note_known(session, engine, actor, query)


async def note_known(session: AsyncSession, engine: SearchEngine, actor: Actor, query: StandingQuery) -> None:
    """Take what the query finds now for known to its member: it is no news, whatever happens to it."""
    found = await find_opportunities(session, engine, actor, filter_of(query), Order.NEWEST, PageRequest(_KNOWN, facets=False))
    # What is only near was never found by it.
    rows = [{"query_id": query.id, "opportunity_id": key, "matched_at": now(), "told_at": now()} for key in found.page.items[: found.exact]]
    if rows:
        await session.execute(upsert(StandingMatch).values(rows).on_conflict_do_nothing())
