"""The whole predicate for people, held against every level, every tie and every viewer; beside other rows, and deep in a statement."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import literal
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Departure
from server.kit.actor import Actor, Level, viewer_of
from server.kit.clock import now
from server.kit.ids import CompanyId, GroupId, MemberId
from server.people.model import Profile
from server.people.policy import CHOOSABLE_LEVELS, may_connect, not_blocked, not_excluded, visible_to
from server.people.rules.vouching import BY_COLLEAGUE, BY_OPERATOR
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_group
from tests.factories.people import choose_circle, make_affiliation, make_block, make_connection, make_exclusion, make_profile
from tests.support.predicates import true_of


async def seen(session: AsyncSession, actor: Actor, among: dict[str, MemberId], *, but_for_own_blocks: bool = False) -> set[str]:
    """Which of the people the actor sees, by name."""
    predicate = visible_to(viewer_of(actor), but_for_own_blocks=but_for_own_blocks)
    found = await true_of(session, Profile.member_id, predicate, among.values())
    return {name for name, member in among.items() if member in found}


@dataclass(slots=True)
class Circles:
    """Where people belong."""

    group: GroupId
    applied: GroupId
    chosen_group: GroupId
    chosen: CompanyId
    elsewhere: GroupId


async def make_circles(session: AsyncSession) -> Circles:
    """Three groups and a company; and a group to which none of the people belongs."""
    group, applied, chosen_group, elsewhere = [GroupId((await make_group(session)).id) for _ in range(4)]
    return Circles(group, applied, chosen_group, CompanyId((await make_company(session)).id), elsewhere)


async def make_levels(session: AsyncSession, circles: Circles, connected: tuple[MemberId, ...]) -> dict[str, MemberId]:
    """Somebody listed at each level, in a group, applying to another, with a chosen group and company, connected to some."""
    people = {level.name: await make_profile(session, listed_level=int(level)) for level in Level}
    for person in people.values():
        await join_group(session, circles.group, person)
        await join_group(session, circles.applied, person, state="applied")
        await choose_circle(session, person, circles.chosen_group, "group")
        await choose_circle(session, person, circles.chosen)
        for friend in connected:
            await make_connection(session, person, friend)
    # Somebody else has such rows of their own, and opens themselves to their connections, of whom there are none here.
    people["apart"] = await make_profile(session, listed_level=int(Level.CONNECTIONS))
    await join_group(session, circles.elsewhere, people["apart"])
    await choose_circle(session, people["apart"], circles.elsewhere, "group")
    return people


async def test_each_level_by_each_tie(session: AsyncSession) -> None:
    """What is at verified or below opens to verified members; beyond, each level to its own circle, and the first three to connections."""
    circles = await make_circles(session)
    friend, early_friend, stranger = [await make_profile(session, verified=verified) for verified in (True, False, True)]
    people = await make_levels(session, circles, (friend, early_friend))
    verified = {"member_id": stranger, "level": Level.VERIFIED}
    mine = {"groups": frozenset({circles.group, circles.elsewhere})}
    everything = {"groups": frozenset({circles.group, circles.chosen_group}), "alumni_of": frozenset({circles.chosen})}
    expected: list[tuple[Actor, set[str]]] = [
        (Actor(), set()),
        (Actor(level=Level.VERIFIED), set()),
        (Actor(member_id=early_friend, level=Level.SIGNED_IN, **everything), set()),
        (Actor(**verified), set()),
        (Actor(**verified, operates=frozenset({circles.group, circles.chosen_group})), set()),
        (Actor(**verified, groups=frozenset({circles.applied})), set()),
        (Actor(**verified, companies=frozenset({circles.chosen})), set()),
        (Actor(**verified, **mine), {"OWN_GROUPS"}),
        (Actor(**verified, groups=frozenset({circles.chosen_group, circles.elsewhere})), {"CHOSEN_GROUPS"}),
        (Actor(**verified, alumni_of=frozenset({circles.chosen, CompanyId(UUID(int=0))})), {"CHOSEN_GROUPS"}),
        (Actor(**verified, **everything), {"CHOSEN_GROUPS", "OWN_GROUPS"}),
        (Actor(member_id=friend, level=Level.VERIFIED), {"CHOSEN_GROUPS", "OWN_GROUPS", "CONNECTIONS"}),
        (Actor(member_id=stranger, is_steward=True), set(people)),
    ]
    open_to_verified = {"ANYONE", "SIGNED_IN", "VERIFIED"}
    for actor, closer in expected:
        opened = open_to_verified if actor.level is Level.VERIFIED else set()
        assert await seen(session, actor, people) == opened | closer, actor
    for name, person in people.items():
        assert await seen(session, Actor(member_id=person), people) == {name}


async def test_nobody_is_listed_before_something_is_confirmed(session: AsyncSession) -> None:
    """Nor while they are leaving; then not even to stewards and connections, but to themselves."""
    friend = await make_profile(session)
    people = {name: await make_profile(session, verified=name != "newcomer") for name in ("newcomer", "leaving", "here")}
    for person in people.values():
        await make_connection(session, person, friend)
    session.add(Departure(member_id=people["leaving"], erase_at=now() + timedelta(days=14)))
    await session.flush()
    assert await seen(session, Actor(member_id=friend, level=Level.VERIFIED), people) == {"here"}
    assert await seen(session, Actor(member_id=friend, is_steward=True), people) == {"here", "newcomer"}
    assert await seen(session, Actor(member_id=people["leaving"]), people) == {"leaving"}


async def test_who_waits_is_seen_by_who_decides(session: AsyncSession) -> None:
    """Waiting, or confirmed by colleagues only, for a company of a group that the viewer operates; by a group's members nobody is."""
    company, elsewhere = await make_company(session), await make_company(session)
    group, other_group = [GroupId((await make_group(session, each)).id) for each in (company, elsewhere)]
    rows = {
        "waiting": ("awaiting", 0, company),
        "vouched": ("confirmed", BY_COLLEAGUE, company),
        "confirmed": ("confirmed", BY_OPERATOR, company),
        "declined": ("declined", 0, company),
        "declined after a word": ("declined", BY_COLLEAGUE, company),
        "waiting elsewhere": ("awaiting", 0, elsewhere),
    }
    people = {name: await make_profile(session, verified=False) for name in (*rows, "nothing")}
    for name, (state, verification, place) in rows.items():
        affiliation = await make_affiliation(session, people[name], place, state=state)
        affiliation.verification = verification
    await session.flush()
    assert await seen(session, Actor(operates=frozenset({group, GroupId(UUID(int=0))})), people) == {"waiting", "vouched"}
    assert await seen(session, Actor(operates=frozenset({other_group})), people) == {"waiting elsewhere"}
    assert await seen(session, Actor(groups=frozenset({group, other_group})), people) == set()


async def test_blocks_and_the_list_of_ones_own(session: AsyncSession) -> None:
    """A block hides both from each other; but for one's own, whoever one blocked is there, and whoever blocked is not."""
    viewer, third = await make_profile(session), await make_profile(session)
    people = {name: await make_profile(session) for name in ("blocked", "blocker", "both", "neither")}
    for name in ("blocked", "both"):
        await make_block(session, viewer, people[name])
    for name in ("blocker", "both"):
        await make_block(session, people[name], viewer)
    await make_block(session, third, people["neither"])
    await make_block(session, people["neither"], third)
    actor = Actor(member_id=viewer, level=Level.VERIFIED)
    assert await seen(session, actor, people) == {"neither"}
    assert await seen(session, actor, people, but_for_own_blocks=True) == {"blocked", "neither"}
    apart = not_blocked(Profile.member_id, literal(viewer))
    assert await true_of(session, Profile.member_id, apart, people.values()) == {people["neither"]}


async def test_exclusions_by_name_and_by_company(session: AsyncSession) -> None:
    """Whoever is named, and whoever has to do with the company; nobody else, and not who excluded."""
    viewer, third = await make_profile(session), await make_profile(session)
    company, other = await make_company(session), await make_company(session)
    people = {name: await make_profile(session) for name in ("by name", "by company", "others", "excluded")}
    await make_exclusion(session, people["by name"], other=viewer)
    await make_exclusion(session, people["by company"], company=company)
    await make_exclusion(session, people["others"], company=other)
    await make_exclusion(session, people["others"], other=third)
    await make_exclusion(session, viewer, other=people["excluded"])
    place = CompanyId(company.id)
    alum = Actor(member_id=viewer, level=Level.VERIFIED, companies=frozenset({place, CompanyId(UUID(int=0))}))
    stranger = Actor(member_id=viewer, level=Level.VERIFIED, alumni_of=frozenset({place}))
    assert await seen(session, alum, people) == {"others", "excluded"}
    assert await seen(session, stranger, people) == {"by company", "others", "excluded"}
    kept = await true_of(session, Profile.member_id, not_excluded(Profile.member_id, viewer_of(alum)), people.values())
    assert kept == {people["others"], people["excluded"]}


async def test_who_could_be_connected(session: AsyncSession) -> None:
    """Verified members who are listed to each other; not oneself, not after a block of either, not who hides from the viewer."""
    viewer = await make_profile(session)
    people = {
        "open": await make_profile(session, availability_level=int(Level.ONLY_ME)),
        # A level that a row should never have opens to no newcomer.
        "listed to anyone": await make_profile(session, listed_level=int(Level.ANYONE)),
        "newcomer": await make_profile(session, verified=False),
        "closed": await make_profile(session, listed_level=int(Level.ONLY_ME)),
        "blocked": await make_profile(session),
        "blocker": await make_profile(session),
        "hiding": await make_profile(session),
        "self": viewer,
    }
    await make_block(session, viewer, people["blocked"])
    await make_block(session, people["blocker"], viewer)
    await make_exclusion(session, people["hiding"], other=viewer)
    for level, expected in ((Level.VERIFIED, {people["open"], people["listed to anyone"]}), (Level.SIGNED_IN, set())):
        # The right of an office opens nothing here.
        actor = Actor(member_id=viewer, level=level, is_steward=True)
        assert await true_of(session, Profile.member_id, may_connect(viewer_of(actor)), people.values()) == expected


def test_what_a_field_can_be_opened_to() -> None:
    """Never to guests or newcomers, who see no person."""
    assert set(Level) - {Level.ANYONE, Level.SIGNED_IN} == CHOOSABLE_LEVELS
