"""Finding people: the engine answers with ids under the seeker's eyes, rows are read under the predicate, and what matched is marked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.reads import companies_called, names_of, standing_ids
from server.companies.rules import folded_name
from server.kit.actor import PARAMETERS, Actor, Level, parameters_of, viewer_of
from server.kit.ids import CompanyId, GroupId, MemberId, SkillId
from server.kit.paging import Leaf, Page, PageRequest
from server.kit.text import plain_text
from server.people.model import Profile
from server.people.policy import visible_to
from server.people.reads.actors import seeker_of
from server.people.reads.persons import PersonView, people_by_ids
from server.people.reads.understood import read_as
from server.people.rules import INDEX
from server.people.rules.tenures import rings_of
from server.search.engine import Condition, Filter, Found, Hit, Query, SearchEngine
from server.search.highlight import Segment, highlight, is_marked
from server.search.japanese.analysis import Kind, default_analyser
from server.search.japanese.folding import fold
from server.search.japanese.periods import periods_of
from server.search.japanese.segments import runs_of
from server.search.understood import ReadAs

_EXCERPT: Final = 100
# How many units of the dictionary a company's name may have.
_LONGEST_NAME: Final = 8
_MOST_MARKED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFilter:
    """Keeps people with any of the companies, any of the skills and any of the groups; an empty one keeps all.

    `verification`: somewhere confirmed at least so well (rules.vouching.BY_*).
    What was before and after a company counts as the company itself.
    """

    companies: tuple[CompanyId, ...] = ()
    skills: tuple[SkillId, ...] = ()
    groups: tuple[GroupId, ...] = ()
    verification: int | None = None


@dataclass(frozen=True, slots=True)
class Highlight:
    """Where words were found: a field as the graph spells it, and its text or a part of it, cut into marked and plain stretches."""

    field: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person found, and why."""

    person: PersonView
    highlights: tuple[Highlight, ...]


@dataclass(frozen=True, slots=True)
class PeopleFound:
    """A page of people, with counts over all pages; `dropped` are words that had to be left out to find anything.

    `degraded`: the search engine is away, and another one found them.
    `exact` of all have all that was asked for; None where no words were asked for, and all do. `near` on this page do not.
    """

    page: Page[FoundPerson]
    companies: tuple[tuple[CompanyId, int], ...]
    skills: tuple[tuple[SkillId, int], ...]
    verification: tuple[tuple[int, int], ...]
    dropped: tuple[str, ...]
    degraded: bool = False
    exact: int | None = None
    near: frozenset[MemberId] = frozenset()
    read_as: tuple[ReadAs, ...] = ()


async def search_people(
    session: AsyncSession, engine: SearchEngine, actor: Actor, text: str, wanted: PeopleFilter | None, page: PageRequest
) -> PeopleFound:
    """Return the people whom the actor may see and who have the words and the filter's values; nobody for a newcomer.

    Raises BadPage for a cursor of another search.
    """
    leaf = Leaf.of(page, (text, wanted))
    if actor.level < Level.VERIFIED and not actor.is_steward:
        return PeopleFound(Page([], [], has_next=False, total=0), (), (), (), ())
    chosen = wanted or PeopleFilter()
    # A filter may have been open while two companies were merged.
    chosen = replace(chosen, companies=tuple(sorted(await standing_ids(session, chosen.companies))))
    rest, conditions = await _understood(session, text)
    query = Query(
        index=INDEX,
        text=rest,
        seeker=await seeker_of(session, actor),
        filters=_filters(chosen),
        facets=("company", "skill", "verification"),
        limit=page.first,
        after=leaf.after,
        restrict=_readable(),
        restrict_values=parameters_of(actor),
        conditions=conditions,
    )
    found = await engine.search(session, query)
    people = await people_by_ids(session, actor, [MemberId(hit.id) for hit in found.hits])
    hits, cursors = _still_seen(found, leaf, people)
    items = [FoundPerson(people[MemberId(hit.id)], _highlights(people[MemberId(hit.id)], hit, found)) for hit in hits]
    return PeopleFound(
        page=Page(items, cursors, has_next=found.has_next, total=found.total),
        companies=tuple((CompanyId(UUID(each.value)), each.count) for each in found.facets.get("company", ())),
        skills=tuple((SkillId(UUID(each.value)), each.count) for each in found.facets.get("skill", ())),
        verification=tuple(sorted((int(each.value), each.count) for each in found.facets.get("verification", ()))),
        dropped=found.dropped,
        degraded=found.degraded,
        exact=found.exact if text.strip() else None,
        near=frozenset(MemberId(hit.id) for hit in found.hits[max(0, found.exact - leaf.before) :]),
        read_as=await _read_as(session, found, list(people.values())),
    )


async def came_between(
    session: AsyncSession, engine: SearchEngine, actor: Actor, wanted: PeopleFilter, within: tuple[datetime, datetime], most: int
) -> list[PersonView]:
    """Return whom the actor may see of those who were first confirmed in the time and have the filter's values, the newest first."""
    if actor.level < Level.VERIFIED:
        return []
    since, until = within
    came = (Profile.verified_at > since, Profile.verified_at <= until, Profile.member_id != actor.member_id)
    query = Query(
        index=INDEX,
        text="",
        seeker=await seeker_of(session, actor),
        filters=_filters(replace(wanted, companies=tuple(sorted(await standing_ids(session, wanted.companies))))),
        limit=most,
        restrict=select(Profile.member_id).where(visible_to(viewer_of(actor)), *came),
        beside_rows=True,
    )
    found = [MemberId(hit.id) for hit in (await engine.search(session, query)).hits]
    people = await people_by_ids(session, actor, found)
    return [people[key] for key in found if key in people]


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


async def _read_as(session: AsyncSession, found: Found, people: Sequence[PersonView]) -> tuple[ReadAs, ...]:
    if not found.read_as:
        return ()
    companies = [CompanyId(UUID(each.value)) for each in found.facets.get("company", ())]
    return read_as(found, people, await names_of(session, companies))


def _still_seen(found: Found, leaf: Leaf, people: Mapping[MemberId, PersonView]) -> tuple[list[Hit], list[str]]:
    places = zip(found.hits, leaf.cursors([hit.after for hit in found.hits]), strict=True)
    seen = [(hit, cursor) for hit, cursor in places if MemberId(hit.id) in people]
    return [hit for hit, _ in seen], [cursor for _, cursor in seen]


async def _companies_in(session: AsyncSession, text: str) -> frozenset[CompanyId]:
    """Return the companies that a text names; a name within a longer one is not meant."""
    runs = runs_of(fold(text).text, default_analyser().segmenter, _LONGEST_NAME)
    names = {folded_name(run) for run in runs} - {""}
    called = await companies_called(session, names) if names else {}
    return frozenset[CompanyId]().union(
        *(companies for name, companies in called.items() if not any(name != longer and name in longer for longer in called))
    )


@cache
def _readable() -> Select[UUID]:
    return select(Profile.member_id).where(visible_to(PARAMETERS))


def _filters(wanted: PeopleFilter) -> tuple[Filter, ...]:
    chosen: tuple[tuple[str, Sequence[Any]], ...] = (("company", wanted.companies), ("skill", wanted.skills), ("group", wanted.groups))
    if wanted.verification is not None:
        chosen = (*chosen, ("verification", (wanted.verification,)))
    return tuple(Filter(facet, frozenset(str(value) for value in values)) for facet, values in chosen if values)


def _highlights(person: PersonView, hit: Hit, found: Found) -> tuple[Highlight, ...]:
    """Mark the fields in which the engine found words, as far as the view itself shows them, the most telling first.

    A line in a list has room for a few; to analyse a long text only for it would cost more than the search.
    """
    marked: list[Highlight] = []
    where = {"name" if field in ("reading", "romanised") else field for field in hit.fields}
    for field in (field for field in _TEXTS if field in where):
        if len(marked) == _MOST_MARKED or (marked and field == "bio"):
            break
        text = _TEXTS[field](person) or ""
        kind = Kind.NAME if field in ("name", "formerName") else Kind.PROSE
        segments = highlight(text, found.words, kind=kind, reading=(person.reading or "") if field == "name" else "") if text else []
        if is_marked(segments):
            marked.append(Highlight(field, _excerpt(segments)))
    return tuple(marked)


# The fields that are marked, from the most telling on, with their texts as they were indexed. A company's names are not among
# them: they are many, and the page shows the affiliations themselves.
_TEXTS: Final[dict[str, Callable[[PersonView], str | None]]] = {
    "name": lambda person: person.name,
    "formerName": lambda person: person.former_name,
    "headline": lambda person: person.headline,
    "skills": lambda person: "\n".join(skill.name for skill in person.skills),
    "gives": lambda person: "\n".join(person.gives),
    "asks": lambda person: "\n".join(person.asks),
    "presentPosition": lambda person: person.present_position,
    "place": lambda person: person.place,
    "bio": lambda person: plain_text(person.bio or ""),
}


def _excerpt(segments: list[Segment]) -> tuple[Segment, ...]:
    """Keep what stands around the first mark; a list shows a line, not a life."""
    if sum(len(segment.text) for segment in segments) <= _EXCERPT:
        return tuple(segments)
    first = next(at for at, segment in enumerate(segments) if segment.marked)
    before = segments[first - 1].text[-20:] if first else ""
    kept = [Segment(f"…{before}", marked=False)] if first else []
    left = _EXCERPT - len(before)
    for segment in segments[first:]:
        if left <= 0:
            break
        cut = segment.text[:left]
        kept.append(Segment(cut if len(cut) == len(segment.text) else f"{cut}…", marked=segment.marked))
        left -= len(cut)
    return tuple(kept)
