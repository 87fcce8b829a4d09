"""Deciding on applications through the front door: in one's own group, as they were read, once, with a reason, in the audit."""

import asyncio
from datetime import timedelta

from sqlalchemy import select, update

from server.audit.model import AuditEntry
from server.groups.model import GroupApplication, GroupRole
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId, global_id
from tests.factories.companies import make_company
from tests.factories.groups import make_group, make_role
from tests.factories.people import make_member
from tests.schema.groups.door import DECIDED, MINE, QUEUE, TENURE, Door, problem, seen


async def audited(door: Door) -> list[tuple[str, str, str | None]]:
    """What the audit trail holds: right, action, reason."""
    async with door.app.house.db.read() as session:
        rows = await session.execute(select(AuditEntry.right, AuditEntry.action, AuditEntry.reason).order_by(AuditEntry.at, AuditEntry.id))
        return [(right, action, reason) for right, action, reason in rows.all()]


async def test_approving_admits_and_confirms(door: Door) -> None:
    """The member belongs to the group, their tenure is confirmed by an operator, and they are told once, in the group's name."""
    application = await door.applied(door.newcomer)
    answer = await door.deputy.change("approveApplication", seen(application), DECIDED)
    assert answer["application"]["state"] == "APPROVED"
    mine = (await door.newcomer.ask(MINE))["viewer"]
    assert (mine["standing"], mine["groups"]) == ("VERIFIED", [{"id": door.group}])
    (tenure,) = mine["applications"][0]["affiliations"]
    assert (tenure["state"], tenure["verification"]) == ("CONFIRMED", "OPERATOR")
    await door.app.drain()
    assert (await door.newcomer.ask(MINE))["viewer"]["unread"] == {"notices": 1}
    assert await audited(door) == [("deputy", "confirm_affiliation", None), ("deputy", "approve_application", None)]
    assert await door.refused(door.owner, "approveApplication", seen(application)) == problem("Conflict", "ApplicationOver")
    assert await door.refused(door.owner, "declineApplication", seen(application, reason="やはり。")) == problem(
        "Conflict", "ApplicationOver"
    )


async def test_declining_says_why_and_leaves_a_way_on(door: Door) -> None:
    """The reason is the group's; the newcomer mends what they told and applies again."""
    application = await door.applied(door.newcomer)
    reason = "在籍の時期を確かめられませんでした。\n書き足して、もう一度お申し込みください。"
    answer = await door.owner.change("declineApplication", seen(application, reason=reason), DECIDED)
    assert (answer["application"]["state"], answer["application"]["reason"]) == ("DECLINED", reason)
    mine = (await door.newcomer.ask(MINE))["viewer"]
    assert (mine["standing"], mine["applications"][0]["reason"], mine["applications"][0]["decidedBy"]) == (
        "NEWCOMER",
        reason,
        "ひだまり電機アルムナイ",
    )
    await door.app.drain()
    assert (await door.newcomer.ask(MINE))["viewer"]["unread"] == {"notices": 1}
    assert [(right, action) for right, action, _ in await audited(door)] == [
        ("owner", "decline_affiliation"),
        ("owner", "decline_application"),
    ]
    again = await door.applied(door.newcomer, affiliation=None)
    assert (again["state"], again["affiliations"][0]["state"]) == ("WAITING", "AWAITING")
    assert (await door.owner.ask(QUEUE))["viewer"]["queue"]["totalCount"] == 1


async def test_a_decline_needs_a_reason(door: Door) -> None:
    application = await door.applied(door.newcomer)
    refusal = problem("Invalid", "Missing", field="reason")
    assert await door.refused(door.owner, "declineApplication", seen(application, reason=" ")) == refusal
    refusal = problem("Invalid", "Missing", field="question")
    assert await door.refused(door.owner, "askApplicant", {"application": application["id"], "question": ""}) == refusal


async def test_who_has_no_right_meets_nothing(door: Door) -> None:
    """In another group, as the company's contact, without a second factor, as somebody else."""
    application = await door.applied(door.newcomer)
    async with door.app.house.db.read() as session:
        owner = MemberId(
            (await session.scalars(select(GroupRole.member_id).where(GroupRole.role == "owner", GroupRole.group_id == door.group_id))).one()
        )
    weak = await door.app.as_member(owner, method="mail")
    for client, refusal in (
        (door.outsider, problem("NotFound", "NotThere")),
        (door.contact, problem("NotAllowed", "NotAnOperator")),
        (weak, problem("NotAllowed", "NotAnOperator")),
        (door.stranger, problem("NotAllowed", "NotAnOperator")),
        (door.newcomer, problem("NotAllowed", "NotAnOperator")),
    ):
        assert await door.refused(client, "approveApplication", seen(application)) == refusal
        assert await door.refused(client, "declineApplication", seen(application, reason="いいえ。")) == refusal
        given = {"application": application["id"], "question": "どちらの部署でしたか。"}
        assert await door.refused(client, "askApplicant", given) == refusal


async def test_nobody_decides_on_their_own(door: Door) -> None:
    """An operator elsewhere applies to a group, and operates it before it is decided: somebody else decides."""
    async with door.app.house.db.read() as session:
        company = global_id("Company", (await make_company(session, "ひだまり電機")).id)
    mine = await door.applied(door.outsider, affiliation={"company": {"id": company}, "tenure": TENURE})
    async with door.app.house.db.transaction() as session:
        outsider = MemberId((await session.scalars(select(GroupRole.member_id).where(GroupRole.group_id == door.other_id))).one())
        session.add(GroupRole(group_id=door.group_id, member_id=outsider, role="operator"))
    assert (await door.outsider.ask(QUEUE))["viewer"]["queue"]["edges"] == []
    assert await door.refused(door.outsider, "approveApplication", seen(mine)) == problem("Conflict", "OwnApplication")
    assert (await door.owner.change("approveApplication", seen(mine)))["__typename"] == "ApplicationDecided"


async def test_of_two_who_decide_at_once_one_does(door: Door) -> None:
    """One approves and one declines in the same moment: one decision, one notice."""
    application = await door.applied(door.newcomer)
    answers = await asyncio.gather(
        door.owner.change("approveApplication", seen(application)),
        door.operator.change("declineApplication", seen(application, reason="確かめられませんでした。")),
        door.deputy.change("approveApplication", seen(application)),
    )
    assert sorted(answer.get("code", answer["__typename"]) for answer in answers) == [
        "ApplicationDecided",
        "ApplicationOver",
        "ApplicationOver",
    ]
    await door.app.drain()
    assert (await door.newcomer.ask(MINE))["viewer"]["unread"] == {"notices": 1}


async def test_a_role_taken_away_decides_nothing_more(door: Door) -> None:
    """The page is still open; the right is read anew in the transaction."""
    application = await door.applied(door.newcomer)
    async with door.app.house.db.transaction() as session:
        row = (await session.scalars(select(GroupRole).where(GroupRole.role == "operator", GroupRole.group_id == door.group_id))).one()
        await session.delete(row)
    assert await door.refused(door.operator, "approveApplication", seen(application)) == problem("NotAllowed", "NotAnOperator")


async def test_one_group_does_not_decide_for_another(door: Door) -> None:
    """Two groups gather one company's alumni: what the one declines still waits in the other, with the tenure."""
    async with door.app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        second = GroupId((await make_group(session, company, name="ひだまり同期の会")).id)
        member = await make_member(session, "平 凪", company)
        await make_role(session, second, member, "owner")
    other = await door.app.as_member(member)
    first = await door.applied(door.newcomer)
    later = await door.newcomer.change(
        "applyToGroup",
        {"group": global_id("AlumniGroup", second), "answers": []},
        "... on ApplicationOpened { application { id version } }",
    )
    await door.owner.change("declineApplication", seen(first, reason="この会の対象ではないようです。"))
    (edge,) = (await other.ask(QUEUE))["viewer"]["queue"]["edges"]
    assert edge["node"]["application"]["affiliations"][0]["state"] == "AWAITING"
    await other.change("approveApplication", seen(later["application"]))
    states = {each["group"]["name"]: each["state"] for each in (await door.newcomer.ask(MINE))["viewer"]["applications"]}
    assert states == {"ひだまり電機アルムナイ": "DECLINED", "ひだまり同期の会": "APPROVED"}


async def test_after_a_week_a_steward_is_asked(door: Door) -> None:
    """What nobody decided stands in the stewards' queue too, and they decide in their own name."""
    application = await door.applied(door.newcomer)

    async def asked() -> list[tuple[object, str]]:
        nodes = [edge["node"] for edge in (await door.steward.ask(QUEUE))["viewer"]["queue"]["edges"]]
        return [(node["group"], node["application"]["id"]) for node in nodes if node["__typename"] == "ApplicationToDecide"]

    assert await asked() == []
    async with door.app.house.db.transaction() as session:
        await session.execute(update(GroupApplication).values(applied_at=now() - timedelta(days=8)))
    assert await asked() == [(None, application["id"])]
    assert (await door.steward.change("approveApplication", seen(application)))["__typename"] == "ApplicationDecided"
    assert [right for right, _, _ in await audited(door)] == ["steward", "steward"]
