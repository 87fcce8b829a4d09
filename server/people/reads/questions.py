"""What a filter of people asks of the search engine, with whose eyes: values where they are values, and what keeps an employer out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.reads import companies_called, standing_ids
from server.companies.rules import folded_name
from server.kit.actor import PARAMETERS, Actor, parameters_of
from server.kit.clock import today
from server.kit.ids import CompanyId
from server.people.model import Affiliation, Profile
from server.people.policy import visible_to
from server.people.reads.actors import seeker_of
from server.people.rules import INDEX
from server.people.rules.filters import EMPLOYER, Order, PeopleFilter
from server.people.rules.tenures import rings_of, sharing
from server.search.engine import Condition, Filter, Query, Seeker
from server.search.japanese.analysis import default_analyser
from server.search.japanese.folding import fold
from server.search.japanese.periods import periods_of
from server.search.japanese.segments import runs_of

# How many units of the dictionary a company's name may have.
_LONGEST_NAME: Final = 8


@dataclass(frozen=True, slots=True)
class Question:
    """A question about people: words, a filter, an order."""

    text: str = ""
    wanted: PeopleFilter = field(default_factory=PeopleFilter)
    order: Order = Order.RELEVANCE


async def query_of(session: AsyncSession, actor: Actor, question: Question) -> Query:
    """Return the question as the engine is asked it, for one page without facets; whom the actor may see, decides `restrict`."""
    wanted = question.wanted
    # A filter may have been open while two companies were merged.
    wanted = replace(wanted, companies=tuple(sorted(await standing_ids(session, wanted.companies))))
    rest, conditions = await _understood(session, question.text)
    seeker = await seeker_of(session, actor)
    if wanted.with_me:
        seeker, conditions = _but_oneself(seeker), (*conditions, await _shared(session, actor))
    return Query(
        index=INDEX,
        text=rest,
        seeker=seeker,
        filters=_filters(wanted),
        without=_of_employers(actor) if wanted.availability else (),
        restrict=_readable(),
        restrict_values=parameters_of(actor),
        conditions=conditions,
        newest=question.order is Order.NEWEST,
    )


def _of_employers(actor: Actor) -> tuple[Filter, ...]:
    """Return what leaves out those who keep their availability from a company that the actor has to do with."""
    return (Filter(EMPLOYER, frozenset(map(str, actor.companies))),) if actor.companies else ()


def _filters(wanted: PeopleFilter) -> tuple[Filter, ...]:
    chosen: tuple[tuple[str, Sequence[Any]], ...] = (
        ("company", wanted.companies),
        ("skill", wanted.skills),
        ("group", wanted.groups),
        ("verification", () if wanted.verification is None else (wanted.verification,)),
        ("place", wanted.places),
        ("language", wanted.languages),
        ("availability", wanted.availability),
    )
    return tuple(Filter(facet, frozenset(str(value) for value in values)) for facet, values in chosen if values)


def _but_oneself(seeker: Seeker) -> Seeker:
    """Return the same eyes without what is one's own: nobody was there with themselves."""
    own = frozenset({seeker.member} if seeker.member else ())
    return replace(seeker, member=None, ties=seeker.ties | own, hidden=seeker.hidden | own)


async def _shared(session: AsyncSession, actor: Actor) -> Condition:
    told = select(Affiliation.company_id, Affiliation.started_on, Affiliation.ended_on)
    rows = await session.execute(told.where(Affiliation.member_id == actor.member_id, Affiliation.state == "confirmed"))
    tenures = [(CompanyId(company), started_on, ended_on) for company, started_on, ended_on in rows.all()]
    return Condition("", (sharing(tenures, today()),), firm=True)


@cache
def _readable() -> Select[UUID]:
    return select(Profile.member_id).where(visible_to(PARAMETERS))


async def _understood(session: AsyncSession, text: str) -> tuple[str, tuple[Condition, ...]]:
    """Return the words of a query, and the conditions on tenures that it tells. Only one that tells a time costs a statement."""
    told = periods_of(text)
    if not told.periods:
        return text, ()
    companies = await _companies_in(session, told.rest)
    if not companies and all(period.is_bare for period in told.periods):
        # A number alone may be anything.
        return text, ()
    return told.rest, tuple(Condition(period.text, rings_of(period, companies)) for period in told.periods)


async def _companies_in(session: AsyncSession, text: str) -> frozenset[CompanyId]:
    """Return the companies that a text names; a name within a longer one is not meant."""
    runs = runs_of(fold(text).text, default_analyser().segmenter, _LONGEST_NAME)
    names = {folded_name(run) for run in runs} - {""}
    called = await companies_called(session, names) if names else {}
    return frozenset[CompanyId]().union(
        *(companies for name, companies in called.items() if not any(name != longer and name in longer for longer in called))
    )
