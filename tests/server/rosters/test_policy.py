"""Who sees a group's lists: who runs that group, and nobody who only decides there, speaks for the company or keeps the platform."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy.dialects.postgresql import array
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import GroupRole
from server.kit.actor import Actor, viewer_of
from server.kit.clock import now
from server.kit.ids import GroupId
from server.rosters.model import Roster, RosterEntry
from server.rosters.policy import runs
from tests.factories.groups import join_group, make_group, make_role
from tests.factories.people import act_as, make_member, make_profile
from tests.support.predicates import true_beside, true_of, viewers

ROLES = ("owner", "operator", "deputy", "company_contact")


async def make_list(session: AsyncSession, group: GroupId) -> tuple[UUID, UUID]:
    """A list with one person on it; the ids of both."""
    roster = Roster(group_id=group, consent="名簿の会員の同意を得ています。", lapses_at=now() + timedelta(days=60))
    session.add(roster)
    await session.flush()
    entry = RosterEntry(roster_id=roster.id, group_id=group, email="nagi@people.example", name="佐藤 凪")
    session.add(entry)
    await session.flush()
    return roster.id, entry.id


async def test_who_sees_the_lists(session: AsyncSession) -> None:
    """Owners and operators those of their own group, with a second factor; each as far as their role there goes."""
    groups = {name: GroupId((await make_group(session)).id) for name in ("here", "there")}
    lists = {name: await make_list(session, group) for name, group in groups.items()}
    members = {name: await make_profile(session) for name in (*ROLES, "of both", "of one", "member", "stranger")}
    for role in ROLES:
        await make_role(session, groups["here"], members[role], role)
    standing = (("of both", "here", "owner"), ("of both", "there", "operator"), ("of one", "here", "deputy"), ("of one", "there", "owner"))
    for name, place, role in standing:
        await make_role(session, groups[place], members[name], role)
    for group in groups.values():
        await join_group(session, group, members["member"])
    readers = {name: await act_as(session, member) for name, member in members.items()}
    readers |= {"steward": await act_as(session, await make_member(session, is_steward=True)), "guest": Actor()}
    # Who has the role and has given no second factor operates nothing, and belongs to the group all the same.
    readers["weak"] = replace(readers["owner"], operates=frozenset[GroupId](), needs_second_factor=True)
    sees = {"owner": {"here"}, "operator": {"here"}, "of both": {"here", "there"}, "of one": {"there"}}
    for name, reader in readers.items():
        for at, table in enumerate((Roster, RosterEntry)):
            keys = {place: ids[at] for place, ids in lists.items()}
            seen = await true_of(session, table.id, runs(viewer_of(reader), table.group_id), keys.values())
            assert {place for place, key in keys.items() if key in seen} == sees.get(name, set[str]()), (name, table)


async def test_viewers_who_are_rows_of_the_roles(session: AsyncSession) -> None:
    """Each is their own viewer: nobody sees a list by a colleague's role."""
    groups = [GroupId((await make_group(session)).id) for _ in range(2)]
    lists = [(await make_list(session, group))[0] for group in groups]
    members = {role: await make_profile(session) for role in ROLES}
    for role, member in members.items():
        await make_role(session, groups[0], member, role)
    other = await make_profile(session)
    await make_role(session, groups[1], other)
    standing = viewers(member_id=GroupRole.member_id, operates=array([GroupRole.group_id]))
    seen = await true_beside(session, Roster.id, GroupRole.member_id, runs(standing, Roster.group_id), lists)
    assert seen == {(lists[0], members["owner"]), (lists[0], members["operator"]), (lists[1], other)}
