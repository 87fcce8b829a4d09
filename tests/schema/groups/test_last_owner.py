"""The last owner of a group, through the front door: of two who own it, one loses their role while the other lays theirs down."""

import asyncio
from typing import Final

import pytest
from sqlalchemy import select, text

from server.departures.commands import erase_member
from server.groups.model import GroupRole
from server.kit.ids import GroupId, MemberId, global_id
from server.people.model import Affiliation, Vouch
from tests.factories.groups import make_role
from tests.schema.groups.house import Given, Hall
from tests.support.running import Application, Client

REASON = "在籍の記録が見つかりませんでした。"
STEPPING = {"reason": "しばらく忙しくなります。"}
# Whoever ends the role of one of them stays in the middle of it for a while.
LINGERING: Final = (
    """CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.5); RETURN OLD; END $$""",
    "CREATE TRIGGER linger AFTER DELETE ON group_role FOR EACH ROW WHEN (OLD.member_id = '{member}') EXECUTE FUNCTION linger()",
)
MONTHS = {"startedOn": "2014-05", "endedOn": "2019-08"}


async def two_owners(hall: Hall) -> str:
    """Let the member own the group too; return the tenure on which that rests."""
    async with hall.app.house.db.transaction() as session:
        await make_role(session, GroupId(hall.group_id), hall.members["member"], "owner")
        for statement in LINGERING:
            await session.execute(text(statement.format(member=hall.members["member"])))
        key = await session.scalar(select(Affiliation.id).where(Affiliation.member_id == hall.members["member"]))
        assert key is not None
    return global_id("Affiliation", key)


async def lingering(app: Application) -> None:
    """Wait until somebody is in the middle of ending a role."""
    for _ in range(500):
        async with app.house.db.read() as session:
            if await session.scalar(text("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep')")):
                return
        await asyncio.sleep(0.01)
    raise AssertionError


async def owners(hall: Hall) -> list[MemberId]:
    """Who owns the group."""
    async with hall.app.house.db.read() as session:
        own = select(GroupRole.member_id).where(GroupRole.group_id == hall.group_id, GroupRole.role == "owner")
        return [MemberId(member) for member in await session.scalars(own)]


async def vouched_for(hall: Hall, tenure: str) -> None:
    """Let the member's tenure rest on the operator's word alone, after its months were changed."""
    await hall.member.change("editAffiliation", {"affiliation": tenure, "tenure": MONTHS})
    async with hall.app.house.db.transaction() as session:
        row = (await session.scalars(select(Affiliation).where(Affiliation.member_id == hall.members["member"]))).one()
        rests_on = await session.scalar(select(Affiliation.id).where(Affiliation.member_id == hall.members["operator"]))
        row.state, row.verification = "confirmed", 1
        word = {"started_on": row.started_on, "ended_on": row.ended_on, "state": "standing", "rests_on_id": rests_on}
        session.add(Vouch(affiliation_id=row.id, voucher_id=hall.members["operator"], **word))


async def test_a_colleagues_word_that_is_no_more_takes_no_role(hall: Hall) -> None:
    """It gave none: who vouches for an owner and takes it back, or whose own ground is gone, ends neither membership nor role."""
    tenure = await two_owners(hall)
    await vouched_for(hall, tenure)
    both = sorted(await owners(hall))
    assert (await hall.operator.change("withdrawVouch", {"affiliation": tenure}))["__typename"] == "VouchWithdrawn"
    assert sorted(await owners(hall)) == both
    member = await hall.member.ask("query G($id: ID!) { node(id: $id) { ... on AlumniGroup { viewerRole } } }", {"id": hall.group})
    assert member["node"]["viewerRole"] == "OWNER"


async def against(hall: Hall, how: str) -> tuple[Client, str, Given]:
    """How the member's role ends: by whom, by which mutation."""
    tenure = await two_owners(hall)
    given: Given = {"affiliation": tenure}
    if how == "revokeConfirmation":
        return hall.steward, how, given | {"level": "OPERATOR", "reason": REASON}
    if how == "declineAffiliation":
        await hall.member.change("editAffiliation", given | {"tenure": MONTHS})
        return hall.steward, how, given | {"reason": REASON}
    raise AssertionError(how)


@pytest.mark.parametrize("how", ["revokeConfirmation", "declineAffiliation"])
async def test_who_is_left_alone_with_a_group_does_not_lay_it_down(hall: Hall, how: str) -> None:
    """While the other owner's role ends with their membership, stepping down waits, and meets what is left."""
    client, mutation, given = await against(hall, how)
    ending = asyncio.create_task(client.change(mutation, given))
    await lingering(hall.app)
    stepped = await hall.owner.change("stepDown", {"group": hall.group} | STEPPING)
    assert "code" not in await ending
    assert stepped.get("code") == "LastOwner", stepped
    assert await owners(hall) == [hall.members["owner"]]


async def test_at_once_many_times_an_owner_is_left_or_was_ended_by_a_decision(hall: Hall) -> None:
    """In either order: who steps down first leaves the other as the last, whose role a decision ends all the same."""
    await two_owners(hall)
    async with hall.app.house.db.transaction() as session:
        await session.execute(text("DROP TRIGGER linger ON group_role"))
    unowned = 0
    for number in range(8):
        async with hall.app.house.db.transaction() as session:
            for name in ("owner", "member"):
                await make_role(session, GroupId(hall.group_id), hall.members[name], "owner")
            row = (await session.scalars(select(Affiliation).where(Affiliation.member_id == hall.members["member"]))).one()
            row.state, row.verification = "awaiting", 0
        given = {"affiliation": global_id("Affiliation", row.id), "reason": REASON}
        acts = [
            hall.steward.change("declineAffiliation", given),
            hall.owner.change("stepDown", {"group": hall.group} | STEPPING),
        ]
        answers = await asyncio.gather(*(acts if number % 2 else reversed(acts)))
        codes = {answer.get("code", answer["__typename"]) for answer in answers}
        left = await owners(hall)
        unowned += not left
        assert (codes, left) in (
            ({"AffiliationDeclined", "LastOwner"}, [hall.members["owner"]]),
            ({"AffiliationDeclined", "SteppedDown"}, []),
        ), (codes, left)
    async with hall.app.house.db.read() as session:
        told = await session.scalar(text("SELECT count(*) FROM pgqueuer WHERE entrypoint = 'OwnershipEnded'"))
    assert told == unowned


LACKS = "query G($id: ID!) { node(id: $id) { ... on AlumniGroup { lacksOwner } } }"


async def lacking(hall: Hall) -> list[str]:
    """Who reads that the group has no owner."""
    answers = {name: await client.ask(LACKS, {"id": hall.group}) for name, client in hall.clients.items()}
    return sorted(name for name, answer in answers.items() if answer["node"]["lacksOwner"])


async def unowned(hall: Hall) -> None:
    """Take back what the only owner's membership rests on."""
    async with hall.app.house.db.read() as session:
        key = await session.scalar(select(Affiliation.id).where(Affiliation.member_id == hall.members["owner"]))
        assert key is not None
    given = {"affiliation": global_id("Affiliation", key), "level": "OPERATOR", "reason": REASON}
    assert (await hall.steward.change("revokeConfirmation", given))["__typename"] == "ConfirmationRevoked"


async def test_where_nobody_owns_a_group_who_runs_it_and_the_stewards_are_told(hall: Hall) -> None:
    """By a notice and a mail each, and on its page; nobody else is told, and a steward names an owner."""
    hall.clients["guest"] = hall.app.guest()
    assert await lacking(hall) == []
    await unowned(hall)
    about = {"__typename": "OwnershipEnded", "group": {"name": "ひだまり電機アルムナイ"}}
    assert {name: about in await hall.told(name) for name in hall.members} == {
        name: name in {"operator", "deputy", "steward"} for name in hall.members
    }
    assert sorted(await hall.mailed("代表がいません")) == ["グループの代表がいなくなりました"] * 2 + ["代表のいないグループがあります"]
    assert await lacking(hall) == ["deputy", "operator", "steward"]
    assert (await hall.operator.change("grantRole", hall.role("member", "OWNER")))["code"] == "OwnersOnly"
    assert (await hall.steward.change("grantRole", hall.role("member", "OWNER")))["__typename"] == "RoleGranted"
    assert await lacking(hall) == []
    assert ("steward", "grant_owner") in [(right, action) for right, action, _ in await hall.trail()]


async def test_where_somebody_owns_it_again_before_the_mails_go_nobody_is_told(hall: Hall) -> None:
    """Told is what stands when it is told."""
    await unowned(hall)
    assert (await hall.steward.change("grantRole", hall.role("member", "OWNER")))["__typename"] == "RoleGranted"
    assert "OwnershipEnded" not in {about["__typename"] for name in ("operator", "steward") for about in await hall.told(name)}
    assert await hall.mailed("代表がいません") == []


async def test_an_owner_who_is_erased_leaves_a_group_of_which_it_is_told(hall: Hall) -> None:
    """Though asking to leave is refused to the last owner, and nobody is erased without: what can happen is told of."""
    async with hall.app.house.db.transaction() as session:
        assert await erase_member(session, hall.app.house.worker.engine, hall.members["owner"])
    assert {"__typename": "OwnershipEnded", "group": {"name": "ひだまり電機アルムナイ"}} in await hall.told("operator")
    assert await lacking(hall) == ["deputy", "operator", "steward"]
