"""Groups and roles, followed live: stewards see what is proposed, who runs a group gains and loses the right while the page is open."""

from datetime import timedelta

import pytest
import websockets

from server.groups.model import GroupApplication
from server.kit.clock import now
from server.kit.ids import ApplicationId, global_id
from tests.factories.groups import join_group, make_role
from tests.realtime.watching import QUEUE, Stage, cursor_of, watching
from tests.schema.groups.house import proposal
from tests.schema.opportunities.asking import posted

COMPANY = 'query { companies(first: 1, text: "こもれび製作所") { edges { node { id } } } }'
WAITING = """{ viewer { queue(first: 100) { edges { node { ... on GroupToAdmit { id } ... on ReportToDecide { report { id } } } } } } }"""


async def proposed(stage: Stage, slug: str = "komorebi") -> str:
    """The newcomer proposes a group; its id."""
    company = (await stage.newcomer.ask(COMPANY))["companies"]["edges"][0]["node"]["id"]
    answer = await stage.newcomer.change("proposeGroup", proposal(company, slug=slug), "... on GroupProposed { group { id } }")
    return str(answer["group"]["id"])


async def version(stage: Stage, group: str) -> str:
    """A proposal as the steward has read it."""
    asked = "query V($id: ID!) { node(id: $id) { ... on AlumniGroup { proposal { version } } } }"
    return str((await stage.steward.ask(asked, {"id": group}))["node"]["proposal"]["version"])


async def waiting(stage: Stage) -> set[str]:
    """Which groups wait for the steward, read anew."""
    edges = (await stage.steward.ask(WAITING))["viewer"]["queue"]["edges"]
    return {edge["node"]["id"] for edge in edges if "id" in edge["node"]}


async def test_the_stewards_queue_and_its_events_are_what_waits(stage: Stage) -> None:
    """Whatever happens to three proposals, the events make of what was there what is there."""
    state = await waiting(stage)
    async with watching(stage.steward, "queue") as queue:
        groups = [await proposed(stage, f"komorebi-{number}") for number in range(3)]
        await stage.steward.change(
            "admitGroup", {"group": groups[0], "version": await version(stage, groups[0]), "name": "一", "slug": "komorebi-0"}
        )
        await stage.steward.change(
            "declineGroup", {"group": groups[1], "version": await version(stage, groups[1]), "reason": "活動を教えてください。"}
        )
        for kind in ("GroupProposed", "GroupProposed", "GroupProposed", "GroupAdmitted"):
            event = await queue.next()
            while event["__typename"].startswith("Affiliation"):
                event = await queue.next()
            assert event["__typename"] == kind
            (state.add if kind == "GroupProposed" else state.discard)(event["group"]["id"])
        event = await queue.next()
        while event["__typename"].startswith("Affiliation"):
            event = await queue.next()
        assert (event["__typename"], event["group"]) == ("GroupDeclined", {"id": groups[1], "state": "DECLINED"})
        state.discard(event["group"]["id"])
        assert state == await waiting(stage) == {groups[2]}
        await stage.newcomer.change("withdrawGroupProposal", {"group": groups[2]})
        event = await queue.next()
        assert (event["__typename"], event["goneId"]) == ("Gone", groups[2])
        state.discard(event["goneId"])
    assert state == await waiting(stage) == set()


async def test_who_proposed_a_group_hears_of_it_at_once(stage: Stage) -> None:
    """And may run it from that moment on, in a session that is strong."""
    group = await proposed(stage)
    async with watching(stage.newcomer, "inbox") as inbox:
        await stage.steward.change(
            "admitGroup", {"group": group, "version": await version(stage, group), "name": "こもれび", "slug": "komorebi"}
        )
        event = await inbox.next()
        while event["__typename"] != "GroupAdmitted":
            event = await inbox.next()
        assert (event["group"]["state"], event["group"]["viewerRole"]) == ("ADMITTED", "OWNER")
        assert "EDIT" in event["group"]["viewerMay"]


async def test_a_role_that_is_taken_ends_the_open_queue_and_is_told(stage: Stage) -> None:
    """What was open closes at once; who comes back is told what happened, and why, and follows the queue no more."""
    async with stage.app.house.db.transaction() as session:
        await make_role(session, stage.group_id, stage.members["friend"], "owner")
    reason, before = "運営の分担を見直しました。", await cursor_of(stage.operator, "inbox")
    async with watching(stage.operator, "queue", group=stage.group) as queue:
        given = {"group": stage.group, "person": stage.person("operator"), "reason": reason}
        assert (await stage.friend.change("takeRole", given))["__typename"] == "RoleTaken"
        await stage.steward.change("closeGroup", {"group": stage.group, "reason": "終わります。"})
        with pytest.raises(websockets.ConnectionClosed):
            await queue.socket.receive()
        assert (queue.socket.connection.close_code, queue.socket.connection.close_reason) == (4403, "Rights changed")
    async with watching(stage.operator, "inbox", after=before) as inbox:
        event = await inbox.next()
        assert (event["__typename"], event["role"], event["reason"]) == ("RoleEnded", "OPERATOR", reason)
        assert (event["group"]["viewerRole"], event["group"]["viewerMay"]) == (None, [])
    async with stage.operator.socket() as again:
        await again.subscribe("queue", QUEUE, {"group": stage.group})
        assert "NotAnOperator" in str(await again.receive())


async def test_a_role_that_is_given_opens_the_queue(stage: Stage) -> None:
    """On the socket that was open before."""
    async with stage.friend.socket() as socket:
        await socket.subscribe("before", QUEUE, {"group": stage.group})
        refused = await socket.receive()
        while refused["type"] == "complete":
            refused = await socket.receive()
        assert "NotAnOperator" in str(refused)
        async with watching(stage.friend, "inbox") as inbox:
            given = {"group": stage.group, "person": stage.person("friend"), "role": "DEPUTY", "reason": "お願いします。"}
            await stage.steward.change("grantRole", given)
            event = await inbox.next()
            assert (event["__typename"], event["group"]["viewerRole"]) == ("RoleGranted", "DEPUTY")
        await socket.subscribe("after", QUEUE, {"group": stage.group})
        post = await posted(stage.author, audience="CHOSEN_GROUPS", groups=[stage.group])
        await stage.operator.change("fileReport", {"subject": "OPPORTUNITY", "id": post, "reason": "SPAM"})
        told = await socket.receive()
        while told["type"] == "complete":
            told = await socket.receive()
        assert (told["id"], told["payload"]["data"]["queue"]["event"]["__typename"]) == ("after", "ReportFiled")


async def test_closing_hands_what_waits_to_the_stewards(stage: Stage) -> None:
    """Their queue hears that the group is no more, and reads anew."""
    async with watching(stage.steward, "queue") as queue:
        await stage.steward.change("closeGroup", {"group": stage.group, "reason": "活動を終えます。"})
        assert await queue.next() == {"__typename": "GroupClosed", "group": {"id": stage.group, "state": "CLOSED"}}


async def test_stewards_hear_of_what_was_overdue_when_a_group_closes(stage: Stage) -> None:
    """It stood in their queue beside the group's own, and is gone from both."""
    async with stage.app.house.db.transaction() as session:
        group, member = stage.group_id, stage.members["newcomer"]
        keys: dict[int, str] = {}
        for since, who in ((8, member), (1, stage.members["stranger"])):
            await join_group(session, group, who, state="applied")
            row = GroupApplication(group_id=group, member_id=who, applied_at=now() - timedelta(days=since))
            session.add(row)
            await session.flush()
            keys[since] = global_id("GroupApplication", ApplicationId(row.id))
    async with watching(stage.steward, "queue") as queue:
        await stage.steward.change("closeGroup", {"group": stage.group, "reason": "活動を終えます。"})
        event = await queue.next()
        assert (event["__typename"], event["application"]["id"]) == ("ApplicationDecided", keys[8])
        assert (await queue.next())["__typename"] == "GroupClosed"
