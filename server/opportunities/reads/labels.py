"""Labels instead of names: among whom one would be hidden when it is given, and what of it may still be said now."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, exists, extract, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.companies.rules import industries
from server.kit.actor import Actor, Language, Level
from server.kit.ids import MemberId, OpportunityId, ResponseId
from server.kit.text import sentence
from server.opportunities.model import Opportunity, Response, ResponseCircle, ResponseLabel
from server.opportunities.reads.delivery import who_may_see
from server.opportunities.rules import BANDS, Breadth, Held, Label, Tenure, claims_of, given, held_by, kept, label_at, needed_for, shares
from server.people.model import Affiliation, Profile
from server.people.reads import actors_by_ids, visible_ids

# Of how many alums at most it is looked at whether they share a label; they are the same for whoever responds.
_LOOKED_AT: Final = 300
# How many more than are needed are remembered, so that a label outlives some who leave.
_SPARE: Final = 20


@dataclass(frozen=True, slots=True)
class Proposal:
    """The label that a response without a name would bear, and who shares it, at its breadth and at every coarser one."""

    label: Label
    circles: Mapping[Breadth, frozenset[MemberId]]
    # Whether too few share a label that would say more.
    coarser: bool = False


@dataclass(frozen=True, slots=True)
class Circle:
    """A label as it was given, to a post and its author, with those of then by breadth."""

    label: Label
    opportunity_id: OpportunityId
    author_id: MemberId
    people: Mapping[Breadth, frozenset[MemberId]]


async def proposed_label(session: AsyncSession, actor: Actor, post: Opportunity, finest: Breadth = Breadth.FULL) -> Proposal:
    """Return what the post's author would read instead of the actor's name, said of enough others who could have responded."""
    if actor.member_id is None:
        return Proposal(Label(Breadth.MEMBER), {})
    held = (await _held(session, [actor.member_id])).get(actor.member_id)
    opportunity, author = OpportunityId(post.id), MemberId(post.author_id)
    looked_at = {each: await _alums(session, label_at(each, held)) for each in claims_of(held)}
    everybody = frozenset[MemberId]().union(*looked_at.values())
    could = await _could_respond(session, {opportunity: (author, everybody)})
    free = could[opportunity] - (await _named(session, [opportunity])).get(opportunity, frozenset())
    theirs = await _held(session, sorted(everybody))
    sharing = {
        each: frozenset(member for member in found if member in free and shares(label_at(each, held), theirs.get(member)))
        for each, found in looked_at.items()
    }
    nameless = len((await _nameless(session, [opportunity])).get(opportunity, ()))
    breadth = given(held, {each: len(found) for each, found in sharing.items()}, nameless, finest)
    if breadth is Breadth.MEMBER:
        return Proposal(Label(breadth), {}, coarser=held is not None)
    said = claims_of(held)[claims_of(held).index(breadth) :]
    most = needed_for(nameless) + _SPARE
    return Proposal(
        label_at(breadth, held), {each: frozenset(sorted(sharing[each])[:most]) for each in said}, breadth is not claims_of(held)[0]
    )


async def labels_now(session: AsyncSession, responses: Sequence[ResponseId]) -> dict[ResponseId, Label]:
    """Return what is said instead of the name in each response that bears none; for whoever may see the response already."""
    circles = await circles_of(session, responses)
    still = await still_sharing(session, circles)
    posts = sorted({circle.opportunity_id for circle in circles.values()})
    named, nameless = await _named(session, posts), await _nameless(session, posts)
    found: dict[ResponseId, Label] = {}
    for response, circle in circles.items():
        names = named.get(circle.opportunity_id, frozenset[MemberId]())
        sharing = {each: len(people) for each, people in still[response].items()}
        unnamed = {each: len(people - names) for each, people in still[response].items()}
        before = sum(each < response for each in nameless.get(circle.opportunity_id, ()))
        breadth = kept(circle.label.breadth, sharing, unnamed, before)
        found[response] = label_at(breadth, Held(circle.label.industry, circle.label.band))
    return found


def label_text(label: Label, language: Language) -> str:
    """Return what stands where the name would, in the reader's language."""
    industry = industries()[label.industry][language] if label.industry else ""
    band = "" if label.band is None else sentence(language, f"opportunities.label.band.{label.band}")
    return sentence(language, f"opportunities.label.{label.breadth.value}", industry=industry, band=band)


async def circles_of(session: AsyncSession, responses: Sequence[ResponseId]) -> dict[ResponseId, Circle]:
    """Return the labels of those responses that have one, with the people of then who were not let go since."""
    if not responses:
        return {}
    wanted = (
        select(ResponseLabel, Opportunity.id, Opportunity.author_id)
        .join(Response, Response.id == ResponseLabel.response_id)
        .join(Opportunity, Opportunity.id == Response.opportunity_id)
        .where(ResponseLabel.response_id.in_(responses))
    )
    rows = (await session.execute(wanted)).all()
    people: defaultdict[UUID, defaultdict[Breadth, set[MemberId]]] = defaultdict(lambda: defaultdict(set))
    if rows:
        for each in await session.scalars(
            select(ResponseCircle).where(ResponseCircle.response_id.in_([row[0].response_id for row in rows]))
        ):
            people[each.response_id][Breadth(each.breadth)].add(MemberId(each.member_id))
    return {
        ResponseId(row.response_id): Circle(
            Label(Breadth(row.breadth), row.industry, row.band),
            OpportunityId(post),
            MemberId(author),
            {breadth: frozenset(members) for breadth, members in people[row.response_id].items()},
        )
        for row, post, author in rows
    }


async def still_sharing(
    session: AsyncSession, circles: Mapping[ResponseId, Circle]
) -> dict[ResponseId, dict[Breadth, frozenset[MemberId]]]:
    """Return of each label's people those of whom it is true to this day, and who could still have sent it."""
    posts: dict[OpportunityId, tuple[MemberId, frozenset[MemberId]]] = {}
    for circle in circles.values():
        _, before = posts.get(circle.opportunity_id, (circle.author_id, frozenset[MemberId]()))
        posts[circle.opportunity_id] = (circle.author_id, before.union(*circle.people.values()))
    everybody = sorted(frozenset[MemberId]().union(*(people for _, people in posts.values())))
    # Whom the author shut out since they responded could have sent it all the same; and a label that said less at once would tell
    # the author where somebody works.
    could = await _could_respond(session, posts, but_for_exclusions=True)
    theirs = await _held(session, everybody)

    def still(circle: Circle, breadth: Breadth, people: Collection[MemberId]) -> frozenset[MemberId]:
        label = label_at(breadth, Held(circle.label.industry, circle.label.band))
        return frozenset(each for each in people if each in could[circle.opportunity_id] and shares(label, theirs.get(each)))

    return {
        response: {breadth: still(circle, breadth, people) for breadth, people in circle.people.items()}
        for response, circle in circles.items()
    }


async def responses_around(session: AsyncSession, members: Sequence[MemberId], posts: Sequence[OpportunityId] = ()) -> list[ResponseId]:
    """Return the responses with a label to which the members matter, as one of its people or as the post's author; or of the posts."""
    among = exists().where(ResponseCircle.response_id == ResponseLabel.response_id, ResponseCircle.member_id.in_(members))
    wanted = (
        select(ResponseLabel.response_id)
        .join(Response, Response.id == ResponseLabel.response_id)
        .join(Opportunity, Opportunity.id == Response.opportunity_id)
        .where(among | Opportunity.author_id.in_(members) | Opportunity.id.in_(posts))
    )
    return [ResponseId(key) for key in await session.scalars(wanted)]


async def _could_respond(
    session: AsyncSession, posts: Mapping[OpportunityId, tuple[MemberId, frozenset[MemberId]]], *, but_for_exclusions: bool = False
) -> dict[OpportunityId, frozenset[MemberId]]:
    """Of the people beside each post: verified, it is meant for them, and its author may see them."""
    everybody = sorted(frozenset[MemberId]().union(*(people for _, people in posts.values())))
    authors = sorted({author for author, _ in posts.values()})
    actors = await actors_by_ids(session, [*everybody, *authors]) if everybody else {}
    readers = [actors[each] for each in everybody if each in actors and actors[each].level >= Level.VERIFIED]
    meant = await who_may_see(session, sorted(posts), readers, but_for_exclusions=but_for_exclusions)
    found: dict[OpportunityId, frozenset[MemberId]] = {}
    seen = {author: await visible_ids(session, actors[author], everybody) for author in authors if author in actors}
    for post, (author, people) in posts.items():
        meets = {reader.member_id for place, reader in enumerate(readers) if (place, post) in meant} - {author}
        found[post] = frozenset(each for each in people & seen.get(author, frozenset()) if each in meets)
    return found


async def _named(session: AsyncSession, posts: Sequence[OpportunityId]) -> dict[OpportunityId, frozenset[MemberId]]:
    """Return whose name the author of each post has read on it."""
    label = exists().where(ResponseLabel.response_id == Response.id)
    wanted = select(Response.opportunity_id, Response.responder_id).where(Response.opportunity_id.in_(posts), ~label)
    found: defaultdict[OpportunityId, set[MemberId]] = defaultdict(set)
    for post, member in (await session.execute(wanted)).all() if posts else ():
        found[OpportunityId(post)].add(MemberId(member))
    return {post: frozenset(members) for post, members in found.items()}


async def _nameless(session: AsyncSession, posts: Sequence[OpportunityId]) -> dict[OpportunityId, list[ResponseId]]:
    """Return the responses to each post of whose senders its author has read no name; their ids grow with time."""
    wanted = select(Response.opportunity_id, Response.id).join(ResponseLabel, Response.id == ResponseLabel.response_id)
    wanted = wanted.where(Response.opportunity_id.in_(posts))
    found: defaultdict[OpportunityId, list[ResponseId]] = defaultdict(list)
    for post, response in (await session.execute(wanted)).all() if posts else ():
        found[OpportunityId(post)].append(ResponseId(response))
    return dict(found)


async def _held(session: AsyncSession, members: Sequence[MemberId]) -> dict[MemberId, Held]:
    rows = (await session.execute(_tenures(Affiliation.member_id.in_(members)))).all() if members else ()
    tenures: defaultdict[MemberId, list[Tenure]] = defaultdict(list)
    for member, industry, started_on, ended_on in rows:
        tenures[MemberId(member)].append(Tenure(industry if industry in industries() else None, started_on, ended_on))
    found = {member: held_by(each) for member, each in tenures.items()}
    return {member: held for member, held in found.items() if held is not None}


async def _alums(session: AsyncSession, label: Label) -> frozenset[MemberId]:
    """Some of those of whom a label may be true, the longest here first; who responds makes no difference."""
    if label.breadth is Breadth.VERIFIED:
        some = select(Profile.member_id).where(Profile.verified_at.is_not(None)).order_by(Profile.member_id)
    else:
        some = _tenures(Company.industry == label.industry).with_only_columns(Affiliation.member_id)
        some = some.group_by(Affiliation.member_id).order_by(Affiliation.member_id)
        if label.band is not None:
            months = func.sum(_months(Affiliation.ended_on) - _months(Affiliation.started_on) + 1)
            some = some.having(months >= BANDS[label.band])
            some = some.having(months < BANDS[label.band + 1]) if label.band + 1 < len(BANDS) else some
    return frozenset(MemberId(member) for member in await session.scalars(some.limit(_LOOKED_AT)))


def _tenures(which: Any) -> Select[*tuple[Any, ...]]:
    found = select(Affiliation.member_id, Company.industry, Affiliation.started_on, Affiliation.ended_on)
    found = found.join(Company, Company.id == Affiliation.company_id)
    return found.where(Affiliation.state == "confirmed", Affiliation.ended_on.is_not(None), which)


def _months(day: Any) -> Any:
    return extract("year", day) * 12 + extract("month", day)
