"""The predicates for posts and responses, held against every audience, every standing and every viewer; deep in a statement too."""

from dataclasses import dataclass, replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from sqlalchemy import literal
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Departure
from server.kit.actor import Actor, Level, viewer_of
from server.kit.clock import UTC, now, today
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId
from server.opportunities.model import Opportunity, OpportunityExclusion, OpportunityGroup, Response
from server.opportunities.policy import (
    AUDIENCES,
    author_visible,
    can_post,
    can_respond,
    ends_at,
    is_author,
    is_live,
    listed_to,
    live,
    meant_for,
    not_apart,
    not_kept_from,
    reaches,
    response_visible_to,
    side_of,
    visible_to,
)
from server.opportunities.reads import who_may_see
from server.opportunities.rules import Side
from tests.factories.accounts import make_account
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.opportunities import make_opportunity, make_response
from tests.factories.people import make_affiliation, make_block, make_exclusion, make_profile
from tests.support.predicates import true_beside, true_of, viewers

NOWHERE = GroupId(UUID(int=0))


@dataclass(slots=True)
class Posts:
    """Posts by name, and where they stand."""

    author: MemberId
    group: GroupId
    hiding: GroupId
    keys: dict[str, OpportunityId]

    async def those(self, session: AsyncSession, predicate: Any) -> set[str]:
        """The names of the posts of which it is true."""
        found = await true_of(session, Opportunity.id, predicate, self.keys.values())
        return {name for name, key in self.keys.items() if key in found}


async def make_posts(session: AsyncSession) -> Posts:
    """One for each audience; that for groups stands in two, in one of which it is hidden; one hidden everywhere, one by who is leaving."""
    author, leaving = await make_profile(session), await make_profile(session)
    group, hiding, elsewhere = [GroupId((await make_group(session)).id) for _ in range(3)]
    keys = {level.name: await make_opportunity(session, author, audience=level) for level in AUDIENCES[:3]}
    for name, places in (("in groups", [group, hiding]), ("elsewhere", [elsewhere])):
        keys[name] = await make_opportunity(session, author, audience=Level.CHOSEN_GROUPS, groups=places)
    # No form makes such a post; what stands in a group that was not chosen must not open it.
    keys["for connections"] = await make_opportunity(session, author, audience=Level.CONNECTIONS, groups=[group])
    keys["hidden"] = await make_opportunity(session, author, audience=Level.ANYONE, groups=[group], hidden_at=now())
    keys["leaving"] = await make_opportunity(session, leaving, audience=Level.ANYONE, groups=[group])
    (await session.get_one(OpportunityGroup, (keys["in groups"], hiding))).hidden_at = now()
    session.add(Departure(member_id=leaving, erase_at=now() + timedelta(days=14)))
    await session.flush()
    return Posts(author, group, hiding, keys)


async def test_to_whom_a_post_is_listed_and_opens(session: AsyncSession) -> None:
    """Listed: its author and its audience. Opened, also while hidden: who operates a group that it stands in, and stewards."""
    posts = await make_posts(session)
    everyone, signed_in, verified = {"ANYONE"}, {"ANYONE", "SIGNED_IN"}, {"ANYONE", "SIGNED_IN", "VERIFIED"}
    mine, hidden_there = frozenset({posts.group, NOWHERE}), frozenset({posts.hiding})
    reader = MemberId((await make_account(session)).id)
    own = set(posts.keys) - {"leaving"}
    expected: dict[Actor, tuple[set[str], set[str]]] = {
        Actor(): (everyone, set()),
        Actor(member_id=reader, level=Level.SIGNED_IN): (signed_in, set()),
        Actor(member_id=reader, level=Level.SIGNED_IN, groups=mine): (signed_in, set()),
        Actor(member_id=reader, level=Level.VERIFIED): (verified, set()),
        Actor(member_id=reader, level=Level.VERIFIED, groups=mine): (verified | {"in groups"}, set()),
        Actor(member_id=reader, level=Level.VERIFIED, groups=hidden_there): (verified, set()),
        Actor(operates=mine): (everyone | {"in groups"}, {"for connections", "hidden"}),
        Actor(operates=hidden_there): (everyone, {"in groups"}),
        Actor(is_steward=True): (everyone, own),
        Actor(member_id=posts.author): (own, set()),
        Actor(member_id=reader, level=Level.CONNECTIONS): (verified, set()),
    }
    for actor, (listed, opened) in expected.items():
        viewer = viewer_of(actor)
        assert await posts.those(session, listed_to(viewer)) == listed, actor
        assert await posts.those(session, visible_to(viewer)) == listed | opened, actor


async def test_what_keeps_a_post_from_somebody(session: AsyncSession) -> None:
    """Blocks both ways, what its author excludes, what the post excludes, and leaving; each by itself, each of its own post only."""
    viewer, company = await make_profile(session), await make_company(session)
    keys: dict[str, OpportunityId] = {}
    for name in ("blocks", "blocked", "excludes member", "excludes company", "leaving", "post excludes member", "post excludes company"):
        author = await make_profile(session)
        keys[name] = await make_opportunity(session, author, audience=Level.ANYONE)
        if name in ("blocks", "blocked"):
            await make_block(session, *((author, viewer) if name == "blocks" else (viewer, author)))
        elif name == "leaving":
            session.add(Departure(member_id=author, erase_at=now() + timedelta(days=14)))
        elif name.startswith("excludes"):
            whom = {"other": viewer} if name.endswith("member") else {"company": company}
            await make_exclusion(session, author, **whom)
        else:
            kept = {"other_id": viewer} if name.endswith("member") else {"company_id": company.id}
            session.add(OpportunityExclusion(opportunity_id=keys[name], **kept))
            keys[f"beside {name}"] = await make_opportunity(session, author, audience=Level.ANYONE)
    await session.flush()
    posts = Posts(viewer, NOWHERE, NOWHERE, keys)
    companies = frozenset({CompanyId(company.id), CompanyId(UUID(int=0))})
    beside = {"beside post excludes member", "beside post excludes company"}
    by_company = {"excludes company", "post excludes company"}
    by_name = {"blocks", "blocked", "excludes member", "post excludes member"}
    expected = {
        Actor(member_id=viewer, companies=companies): beside,
        Actor(member_id=viewer, alumni_of=companies): beside | by_company,
        Actor(companies=companies): beside | by_name,
        Actor(): beside | by_company | by_name,
    }
    for actor, kept in expected.items():
        viewer = viewer_of(actor)
        for predicate in (not_kept_from, listed_to):
            assert await posts.those(session, predicate(viewer)) == kept, actor
        unhidden = set(keys) - {"leaving"} - ({"blocks", "blocked"} if actor.member_id else set())
        assert await posts.those(session, listed_to(viewer, but_for_exclusions=True)) == unhidden, actor
        by_author = ({"excludes member"} if actor.member_id else set()) | ({"excludes company"} if actor.companies else set())
        assert await posts.those(session, not_apart(viewer)) == unhidden - by_author, actor


async def test_who_answered_opens_it_still(session: AsyncSession) -> None:
    """Also when it is for others now; not when it is hidden from them, not after a block, and not what somebody else answered."""
    posts = await make_posts(session)
    responder, other = await make_profile(session), await make_profile(session)
    answered = {name: (await make_response(session, posts.keys[name], responder)).id for name in ("elsewhere", "hidden", "leaving")}
    theirs = (await make_response(session, posts.keys["in groups"], other)).id
    open_to_all = {"ANYONE"}
    assert await posts.those(session, visible_to(viewer_of(Actor(member_id=responder)))) == open_to_all | {"elsewhere"}
    assert await posts.those(session, visible_to(viewer_of(Actor(member_id=other)))) == open_to_all | {"in groups"}
    responses = (*answered.values(), theirs)
    expected = {
        Actor(member_id=responder): set(answered.values()),
        Actor(member_id=other): {theirs},
        Actor(member_id=posts.author): {answered["elsewhere"], answered["hidden"], theirs},
        Actor(is_steward=True, operates=frozenset({posts.group})): set(),
    }
    for actor, seen in expected.items():
        assert await true_of(session, Response.id, response_visible_to(viewer_of(actor)), responses) == seen, actor
    await make_block(session, posts.author, other)
    assert await posts.those(session, visible_to(viewer_of(Actor(member_id=other)))) == set()
    session.add(OpportunityExclusion(opportunity_id=posts.keys["elsewhere"], other_id=responder))
    await session.flush()
    assert await posts.those(session, visible_to(viewer_of(Actor(member_id=responder)))) == open_to_all


async def test_the_author_is_seen_as_a_person(session: AsyncSession) -> None:
    """By verified members, unless the author is listed for themselves only."""
    open_author, closed_author = await make_profile(session), await make_profile(session, listed_level=int(Level.ONLY_ME))
    keys = {name: await make_opportunity(session, author) for name, author in (("open", open_author), ("closed", closed_author))}
    posts = Posts(open_author, NOWHERE, NOWHERE, keys)
    reader = MemberId((await make_account(session)).id)
    assert await posts.those(session, author_visible(viewer_of(Actor(member_id=reader, level=Level.VERIFIED)))) == {"open"}
    assert await posts.those(session, author_visible(viewer_of(Actor(member_id=reader, level=Level.SIGNED_IN)))) == set()
    assert await posts.those(session, author_visible(viewer_of(Actor(member_id=closed_author)))) == {"closed"}


async def test_among_many_readers_each_sees_for_themselves(session: AsyncSession) -> None:
    """An author who waits is seen by the operator who decides, and by none of those who read in the same statement."""
    company = await make_company(session)
    group = GroupId((await make_group(session, company)).id)
    author = await make_profile(session, verified=False)
    await make_affiliation(session, author, company, state="awaiting")
    post = await make_opportunity(session, author, audience=Level.ANYONE)
    readers = [Actor(operates=frozenset({group})), Actor(operates=frozenset({NOWHERE})), Actor(level=Level.VERIFIED)]
    assert await who_may_see(session, [post], readers) == {(0, post): True, (1, post): False, (2, post): False}


async def test_readers_may_be_rows_of_the_tables_that_are_looked_into(session: AsyncSession) -> None:
    """Of responses, places, exclusions and posts: each row is its own reader, and nobody is taken for another."""
    authors = [await make_profile(session) for _ in range(2)]
    groups = [GroupId((await make_group(session)).id) for _ in authors]
    places = zip(authors, groups, strict=True)
    posts = [await make_opportunity(session, author, audience=Level.CHOSEN_GROUPS, groups=[group]) for author, group in places]
    answers = [(await make_response(session, post, author)).id for post, author in zip(posts, reversed(authors), strict=True)]
    responders = visible_to(viewers(member_id=Response.responder_id))
    both = set(zip(posts, authors, strict=True)) | set(zip(posts, reversed(authors), strict=True))
    assert await true_beside(session, Opportunity.id, Response.responder_id, responders, posts) == both
    third = await make_profile(session)
    theirs = (await make_response(session, posts[0], third)).id
    seen = await true_beside(session, Opportunity.id, Response.responder_id, responders, posts)
    assert seen == both | {(posts[0], third)}
    members = listed_to(viewers(groups=array([OpportunityGroup.group_id])))
    assert await true_beside(session, Opportunity.id, OpportunityGroup.group_id, members, posts) == set(zip(posts, groups, strict=True))
    operators = visible_to(viewers(level=literal(0), operates=array([OpportunityGroup.group_id])))
    assert await true_beside(session, Opportunity.id, OpportunityGroup.group_id, operators, posts) == set(zip(posts, groups, strict=True))
    own = response_visible_to(viewers(member_id=Opportunity.author_id))
    pairs = await true_beside(session, Response.id, Opportunity.author_id, own, [*answers, theirs])
    assert pairs == {(answer, author) for answer in answers for author in authors} | {(theirs, authors[0])}
    session.add_all(OpportunityExclusion(opportunity_id=post, other_id=author) for post, author in zip(posts, authors, strict=True))
    await session.flush()
    kept = not_kept_from(viewers(member_id=OpportunityExclusion.other_id))
    apart = set(zip(posts, reversed(authors), strict=True))
    assert await true_beside(session, Opportunity.id, OpportunityExclusion.other_id, kept, posts) == apart


def test_an_audience_of_before() -> None:
    """The same people whom the row would be listed to, without blocks and what is hidden."""
    here, there = GroupId(UUID(int=1)), GroupId(UUID(int=2))
    guest, newcomer, verified = Actor(), Actor(level=Level.SIGNED_IN), Actor(level=Level.VERIFIED)
    readers = {
        "guest": guest,
        "newcomer": newcomer,
        "verified": verified,
        "newcomer in the group": replace(newcomer, groups=frozenset({here})),
        "in the group": replace(verified, groups=frozenset({here, NOWHERE})),
        "in another": replace(verified, groups=frozenset({there})),
        "operator": replace(guest, operates=frozenset({here})),
        "operator elsewhere": replace(verified, operates=frozenset({there})),
    }
    newcomers = {"newcomer", "newcomer in the group"}
    signed_in = set(readers) - {"guest", "operator"}
    expected = {
        Level.ANYONE: set(readers),
        Level.SIGNED_IN: signed_in,
        Level.VERIFIED: signed_in - newcomers,
        Level.CHOSEN_GROUPS: {"in the group", "operator"},
        Level.CONNECTIONS: set[str](),
    }
    for audience, meant in expected.items():
        assert {name for name, actor in readers.items() if meant_for(int(audience), frozenset({here}), actor)} == meant, audience
    assert not meant_for(int(Level.CONNECTIONS), frozenset(), Actor(level=Level.CONNECTIONS))
    assert AUDIENCES == (Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED, Level.CHOSEN_GROUPS)


def test_exclusions_of_before() -> None:
    """By name, or by any company that somebody has to do with; a guest is never meant."""
    member, company = MemberId(UUID(int=1)), CompanyId(UUID(int=2))
    tied = frozenset({company, CompanyId(UUID(int=3))})
    readers = (Actor(member_id=member), Actor(companies=tied), Actor(member_id=member, companies=tied), Actor(alumni_of=tied), Actor())
    assert [reaches(frozenset({member, UUID(int=9)}), reader) for reader in readers] == [True, False, True, False, False]
    assert [reaches(frozenset({company, UUID(int=9)}), reader) for reader in readers] == [False, True, True, False, False]


def test_who_posts_and_who_answers() -> None:
    """Verified members, with an account; nobody answers themselves."""
    member, other = MemberId(UUID(int=1)), MemberId(UUID(int=2))
    post: Any = SimpleNamespace(author_id=member, closed_at=None, hidden_at=None, last_day=today())
    answered: Any = SimpleNamespace(responder_id=other)
    verified, newcomer = Actor(member_id=other, level=Level.VERIFIED), Actor(member_id=other, level=Level.SIGNED_IN)
    assert [can_post(actor) for actor in (verified, newcomer, Actor(level=Level.VERIFIED), Actor())] == [True, False, False, False]
    author = Actor(member_id=member, level=Level.VERIFIED)
    nobodys: Any = SimpleNamespace(author_id=None)
    assert [is_author(author, post), is_author(verified, post), is_author(Actor(), nobodys)] == [True, False, False]
    assert [can_respond(actor, post, today()) for actor in (verified, newcomer, author)] == [True, False, False]
    assert not can_respond(verified, post, today() + timedelta(days=1))
    assert [side_of(each, answered) for each in (member, other)] == [Side.AUTHOR, Side.RESPONDER]
    assert ends_at(post).tzinfo is UTC


async def test_each_end_of_a_post_is_enough(session: AsyncSession) -> None:
    """Closed, hidden everywhere, or its last day over; the last day itself belongs to it."""
    author = await make_profile(session)
    ends: dict[str, dict[str, Any]] = {
        "live": {"last_day": today() + timedelta(days=1)},
        "last day": {"last_day": today()},
        "over": {"last_day": today() - timedelta(days=1)},
        "closed": {"closed_at": now()},
        "hidden": {"hidden_at": now()},
    }
    keys = {name: await make_opportunity(session, author, **columns) for name, columns in ends.items()}
    posts = Posts(author, NOWHERE, NOWHERE, keys)
    assert await posts.those(session, live(today())) == {"live", "last day"}
    rows = {name: await session.get_one(Opportunity, key) for name, key in keys.items()}
    assert {name for name, row in rows.items() if is_live(row, today())} == {"live", "last day"}
