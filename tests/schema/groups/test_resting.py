"""Roles rest on memberships, through the front door: neither goes without the other, whatever happens at once."""

import asyncio

import pytest
from sqlalchemy import select

from server.groups.model import GroupMembership, GroupRole
from server.kit.ids import GroupId, MemberId, global_id
from server.people.model import Affiliation
from tests.factories.groups import join_group, make_role
from tests.factories.people import make_affiliation
from tests.schema.groups.house import Given, Hall, refused

REASON = "在籍の記録が見つかりませんでした。"
STANDING = "{ viewer { roles { role } groups { name } } }"


async def tenure(hall: Hall, name: str) -> str:
    """The affiliation on which somebody's membership rests."""
    async with hall.app.house.db.read() as session:
        rows = await session.scalars(select(Affiliation.id).where(Affiliation.member_id == hall.members[name]).order_by(Affiliation.id))
        return global_id("Affiliation", rows.first())


async def standing(hall: Hall, name: str) -> tuple[list[Given], list[Given]]:
    """Somebody's roles and groups."""
    viewer = (await hall.clients[name].ask(STANDING))["viewer"]
    return viewer["roles"], viewer["groups"]


async def without_membership(hall: Hall) -> list[str]:
    """Who decides in the group without belonging to it; and, named so, whether nobody owns it."""
    async with hall.app.house.db.read() as session:
        rows = (await session.execute(select(GroupRole.member_id, GroupRole.role).where(GroupRole.group_id == hall.group_id))).all()
        belong = set(
            await session.scalars(
                select(GroupMembership.member_id).where(GroupMembership.group_id == hall.group_id, GroupMembership.state == "approved")
            )
        )
    names = {member: name for name, member in hall.members.items()}
    outside = [names[MemberId(member)] for member, role in rows if role != "company_contact" and member not in belong]
    return outside + ([] if any(role == "owner" for _, role in rows) else ["no owner"])


@pytest.mark.parametrize("name", ["owner", "operator", "deputy"])
async def test_a_tenure_that_carries_a_role_is_not_taken_back(hall: Hall, name: str) -> None:
    """The role is handed over or laid down first; without one it goes, and the membership with it."""
    given = {"affiliation": await tenure(hall, name)}
    assert await refused(hall, name, "removeAffiliation", given) == "HoldsRole"
    if name == "owner":
        await hall.owner.change("handOverGroup", hall.role("member"))
    await hall.clients[name].change("stepDown", {"group": hall.group, "reason": "忙しくなります。"})
    assert (await hall.clients[name].change("removeAffiliation", given))["__typename"] == "AffiliationRemoved"
    assert await standing(hall, name) == ([], [])


async def test_a_tenure_beside_one_that_carries_it_goes(hall: Hall) -> None:
    """So does one at another company, and the one of a company's contact, whose role rests on none."""
    async with hall.app.house.db.transaction() as session:
        first = await session.scalar(select(Affiliation).where(Affiliation.member_id == hall.members["owner"]))
        assert first is not None
        second = await make_affiliation(session, hall.members["owner"], "こもれび製作所")
        second.company_id = first.company_id
    answer = await hall.owner.change("removeAffiliation", {"affiliation": await tenure(hall, "owner")})
    assert answer["__typename"] == "AffiliationRemoved", answer
    assert (await standing(hall, "owner"))[0] == [{"role": "OWNER"}]
    assert (await hall.contact.change("removeAffiliation", {"affiliation": await tenure(hall, "contact")}))["__typename"] == (
        "AffiliationRemoved"
    )
    assert (await standing(hall, "contact"))[0] == [{"role": "COMPANY_CONTACT"}]


async def test_a_confirmation_that_is_taken_back_ends_the_role(hall: Hall) -> None:
    """Its holder reads why, the deed is on the record, and open pages have lost the right."""
    given = {"affiliation": await tenure(hall, "deputy"), "level": "OPERATOR", "reason": REASON}
    assert (await hall.owner.change("revokeConfirmation", given))["__typename"] == "ConfirmationRevoked"
    assert await standing(hall, "deputy") == ([], [])
    assert await hall.waiting("deputy") == []
    told = {"__typename": "RoleEnded", "role": "DEPUTY", "reason": REASON, "group": {"name": "ひだまり電機アルムナイ"}}
    assert told in await hall.told("deputy")
    assert ("owner", "take_deputy", REASON) in await hall.trail()


async def test_a_tenure_that_is_declined_ends_the_role_too(hall: Hall) -> None:
    """After its months were changed it waits again; the role stays until somebody decides against it."""
    given = {"affiliation": await tenure(hall, "operator")}
    await hall.operator.change("editAffiliation", given | {"tenure": {"startedOn": "2001-04", "endedOn": "2003-03"}})
    assert (await standing(hall, "operator"))[0] == [{"role": "OPERATOR"}]
    answer = await hall.owner.change("declineAffiliation", given | {"reason": REASON})
    assert answer["__typename"] == "AffiliationDeclined", answer
    assert await standing(hall, "operator") == ([], [])
    assert ("owner", "take_operator", REASON) in await hall.trail()
    assert await without_membership(hall) == []


async def test_where_the_last_owner_goes_so_what_waits_is_the_stewards(hall: Hall) -> None:
    """Nobody decides there any more; a steward finds the applications, and appoints somebody."""
    for name in ("operator", "deputy"):
        await hall.owner.change("takeRole", hall.role(name))
    await hall.applicant.change("applyToGroup", {"group": hall.group, "answers": []})
    query = "{ viewer { queue(first: 10) { edges { node { __typename } } } } }"

    async def kinds() -> list[str]:
        return [edge["node"]["__typename"] for edge in (await hall.steward.ask(query))["viewer"]["queue"]["edges"]]

    assert "ApplicationToDecide" not in await kinds()
    given = {"affiliation": await tenure(hall, "owner"), "level": "OPERATOR", "reason": REASON}
    assert (await hall.steward.change("revokeConfirmation", given))["__typename"] == "ConfirmationRevoked"
    assert "ApplicationToDecide" in await kinds()
    assert ("steward", "take_owner", REASON) in await hall.trail()
    answer = await hall.steward.change("grantRole", hall.role("member", "OWNER"))
    assert answer["__typename"] == "RoleGranted", answer
    assert "ApplicationToDecide" not in await kinds()


@pytest.mark.parametrize("leaving", ["removeAffiliation", "leaveGroup", "askDeparture"])
async def test_who_is_given_the_group_while_they_leave_it(hall: Hall, leaving: str) -> None:
    """Exactly one of both goes through, so that nobody owns a group to which they do not belong, or from a place that is empty soon."""
    given = {"removeAffiliation": {"affiliation": await tenure(hall, "member")}, "leaveGroup": {"group": hall.group}, "askDeparture": {}}
    handed, left = await asyncio.gather(
        hall.owner.change("handOverGroup", hall.role("member")), hall.member.change(leaving, given[leaving])
    )
    assert sorted([handed["__typename"] == "GroupHandedOver", "code" not in left]) == [False, True], (handed, left)
    assert await without_membership(hall) == []


async def test_two_owners_of_whom_one_steps_down_while_the_other_leaves(hall: Hall) -> None:
    """Whoever comes second is the last owner."""
    async with hall.app.house.db.transaction() as session:
        await make_role(session, GroupId(hall.group_id), MemberId(hall.members["member"]), "owner")
    stepped, left = await asyncio.gather(
        hall.owner.change("stepDown", {"group": hall.group, "reason": "忙しくなります。"}), hall.member.change("askDeparture", {})
    )
    assert sorted([stepped["__typename"] == "SteppedDown", left["__typename"] == "DepartureAsked"]) == [False, True], (stepped, left)
    assert (stepped.get("code"), left.get("code")) in {("LastOwner", None), (None, "LastOperator")}


async def test_two_owners_who_make_each_other_deputies(hall: Hall) -> None:
    """Neither waits for the other for ever, and one of them stays the owner."""
    from_group = GroupId(hall.group_id)
    async with hall.app.house.db.transaction() as session:
        await join_group(session, from_group, hall.members["operator"])
        await make_role(session, from_group, hall.members["operator"], "owner")
    first, second = await asyncio.gather(
        hall.owner.change("grantRole", hall.role("operator", "DEPUTY")), hall.operator.change("grantRole", hall.role("owner", "DEPUTY"))
    )
    assert "RoleGranted" in (first["__typename"], second["__typename"]), (first, second)
    assert await without_membership(hall) == []
