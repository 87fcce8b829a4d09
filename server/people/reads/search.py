"""Finding people: the engine answers with ids under the seeker's eyes, rows are read under the predicate, and what matched is marked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.reads import names_of
from server.kit.actor import Actor, Level, viewer_of
from server.kit.ids import MemberId
from server.kit.paging import Leaf, Page, PageRequest
from server.kit.text import plain_text
from server.people.model import Profile
from server.people.policy import visible_to
from server.people.reads.affiliations import affiliations_of
from server.people.reads.persons import PersonView, people_by_ids
from server.people.reads.questions import Question, query_of
from server.people.reads.understood import read_as
from server.people.rules.filters import AVAILABILITIES, PeopleFilter
from server.search.engine import ENOUGH, FacetCount, Found, Hit, SearchEngine
from server.search.highlight import Segment, highlight, is_marked
from server.search.japanese.analysis import Kind
from server.search.japanese.words import has_words
from server.search.understood import ReadAs

# What is counted with every page; the availability and the time with the actor are counted apart.
FACETS: Final = ("company", "skill", "verification", "group", "place", "language")
_EXCERPT: Final = 100
_MOST_MARKED: Final = 3


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
    counts: Mapping[str, tuple[FacetCount, ...]]
    dropped: tuple[str, ...]
    degraded: bool = False
    exact: int | None = None
    near: frozenset[MemberId] = frozenset()
    read_as: tuple[ReadAs, ...] = ()


async def search_people(session: AsyncSession, engine: SearchEngine, actor: Actor, question: Question, page: PageRequest) -> PeopleFound:
    """Return the people whom the actor may see and who have the words and the filter's values; nobody for a newcomer.

    Raises BadPage for a cursor of another question.
    """
    leaf = Leaf.of(page, question)
    if not _finds(actor):
        return PeopleFound(Page([], [], has_next=False, total=0), {}, ())
    query = replace(
        await query_of(session, actor, question), facets=FACETS if page.facets else (), limit=page.first, after=leaf.after, enough=ENOUGH
    )
    found = await engine.search(session, query)
    people = await people_by_ids(session, actor, [MemberId(hit.id) for hit in found.hits])
    hits, cursors = _still_seen(found, leaf, people)
    items = [FoundPerson(people[MemberId(hit.id)], _highlights(people[MemberId(hit.id)], hit, found)) for hit in hits]
    return PeopleFound(
        page=Page(items, cursors, has_next=found.has_next, total=found.total, at_least=found.at_least),
        counts=found.facets,
        dropped=found.dropped,
        degraded=found.degraded,
        exact=found.exact if has_words(question.text) else None,
        near=frozenset(MemberId(hit.id) for hit in found.hits[max(0, found.exact - leaf.before) :] if found.exact < found.total),
        read_as=await _read_as(session, actor, found, people),
    )


async def count_by_availability(session: AsyncSession, engine: SearchEngine, actor: Actor, question: Question) -> Mapping[str, int]:
    """Return how many of those whom search_people finds say what of their time, as far as the actor may know it.

    Counted apart, since who keeps it from the actor's companies is found all the same; and only among who says something, since
    how far a search goes on hangs on how many it finds, and would tell of those who keep it.
    """
    if not _finds(actor):
        return {}
    told = replace(question, wanted=replace(question.wanted, availability=AVAILABILITIES))
    query = replace(await query_of(session, actor, told), facets=("availability",), limit=1)
    return {each.value: each.count for each in (await engine.search(session, query)).facets.get("availability", ())}


async def count_with_me(session: AsyncSession, engine: SearchEngine, actor: Actor, question: Question) -> int | None:
    """Return how many search_people would find of those who were somewhere while the actor was; None for who was nowhere for certain."""
    if not _finds(actor) or not actor.alumni_of:
        return None
    query = await query_of(session, actor, replace(question, wanted=replace(question.wanted, with_me=True)))
    return (await engine.search(session, replace(query, limit=1))).total


async def came_between(
    session: AsyncSession, engine: SearchEngine, actor: Actor, wanted: PeopleFilter, within: tuple[datetime, datetime], most: int
) -> list[PersonView]:
    """Return whom the actor may see of those who were first confirmed in the time and have the filter's values, the newest first."""
    if actor.level < Level.VERIFIED:
        return []
    since, until = within
    came = (Profile.verified_at > since, Profile.verified_at <= until, Profile.member_id != actor.member_id)
    restrict = select(Profile.member_id).where(visible_to(viewer_of(actor)), *came)
    asked = await query_of(session, actor, Question(wanted=wanted))
    query = replace(asked, limit=most, restrict=restrict, restrict_values={}, beside_rows=True)
    found = [MemberId(hit.id) for hit in (await engine.search(session, query)).hits]
    people = await people_by_ids(session, actor, found)
    return [people[key] for key in found if key in people]


def _finds(actor: Actor) -> bool:
    return actor.level >= Level.VERIFIED or actor.is_steward


async def _read_as(session: AsyncSession, actor: Actor, found: Found, people: Mapping[MemberId, PersonView]) -> tuple[ReadAs, ...]:
    if not found.read_as:
        return ()
    affiliations = await affiliations_of(session, actor, list(people))
    companies = {each.company_id for some in affiliations.values() for each in some}
    return read_as(found, list(people.values()), await names_of(session, list(companies)))


def _still_seen(found: Found, leaf: Leaf, people: Mapping[MemberId, PersonView]) -> tuple[list[Hit], list[str]]:
    places = zip(found.hits, leaf.cursors([hit.after for hit in found.hits]), strict=True)
    seen = [(hit, cursor) for hit, cursor in places if MemberId(hit.id) in people]
    return [hit for hit, _ in seen], [cursor for _, cursor in seen]


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
