"""The subscription to a queue: what waits for a group's operators or the stewards, and what somebody decided meanwhile."""

from typing import Any

from server.groups.model import GroupRole
from tests.factories.people import make_operator
from tests.realtime.watching import ITEM, QUEUE, Stage, Watch, subscriptions, watching
from tests.schema.opportunities.asking import posted

DECLARED = "... on AffiliationDeclared { affiliation { id } }"


async def declared(stage: Stage, company: str = "ひだまり電機") -> str:
    """The newcomer says that they were there; return the affiliation's id."""
    found = await stage.newcomer.ask(
        "query C($text: String) { companies(first: 1, text: $text) { edges { node { id } } } }", {"text": company}
    )
    given = {"company": {"id": found["companies"]["edges"][0]["node"]["id"]}, "tenure": {"startedOn": "2001-04", "endedOn": "2004-03"}}
    answer = await stage.newcomer.change("declareAffiliation", given, DECLARED)
    assert answer["__typename"] == "AffiliationDeclared", answer
    return answer["affiliation"]["id"]


async def listed(stage: Stage) -> list[Any]:
    """What the operator's queue lists, read anew."""
    found = await stage.operator.ask(f"{{ viewer {{ queue(first: 20) {{ edges {{ node {{ {ITEM} }} }} }} }} }}")
    return [edge["node"] for edge in found["viewer"]["queue"]["edges"]]


async def affiliation(watch: Watch) -> tuple[str, str, str]:
    """The next event, of an affiliation."""
    event = await watch.next()
    return event["__typename"], event["affiliation"]["id"], event["affiliation"]["state"]


async def application(watch: Watch) -> tuple[str, str, str]:
    """The next event, of an application."""
    event = await watch.next()
    return event["__typename"], event["application"]["id"], event["application"]["state"]


async def test_what_waits_and_what_was_decided_arrives_with_the_groups_operators(stage: Stage) -> None:
    async with watching(stage.operator, "queue", group=stage.group) as queue, watching(stage.steward, "queue") as stewards:
        key = await declared(stage)
        opened, asked, state = await application(queue)
        assert (opened, state) == ("ApplicationOpened", "WAITING")
        # What the application rests on stands with it, and is told as a change of it.
        assert await application(queue) == ("ApplicationEdited", asked, "WAITING")
        edit = {"affiliation": key, "tenure": {"startedOn": "2001-04", "endedOn": "2005-03"}}
        await stage.newcomer.change("editAffiliation", edit)
        assert await application(queue) == ("ApplicationEdited", asked, "WAITING")
        await stage.operator.change("confirmAffiliation", {"affiliation": key})
        assert await application(queue) == ("ApplicationDecided", asked, "APPROVED")
        assert await affiliation(queue) == ("AffiliationConfirmed", key, "CONFIRMED")
        # Other months wait anew, without an application: the member belongs to the group.
        await stage.newcomer.change("editAffiliation", edit | {"tenure": {"startedOn": "2001-04", "endedOn": "2006-03"}})
        assert await affiliation(queue) == ("AffiliationEdited", key, "AWAITING")
        await stage.newcomer.change("removeAffiliation", {"affiliation": key})
        assert await queue.next() == {"__typename": "Gone", "goneId": key}
        # The stewards' queue has its own: a company whose groups have no operator.
        await declared(stage, "こもれび製作所")
        assert (await application(stewards))[0] == "ApplicationOpened"


async def test_a_delivery_carries_what_the_queue_lists_now(stage: Stage) -> None:
    """A page that puts the item into its list shows what a fresh read of the queue would."""
    async with watching(stage.operator, "queue", group=stage.group) as queue:
        key = await declared(stage)
        for _ in range(2):
            await application(queue)
            assert [queue.item] == await listed(stage)
        assert queue.item["application"]["affiliations"] == [{"id": key}]
        asked = queue.item["application"]["id"]
        # Taken back, the application waits no more, and its tenure by itself does.
        await stage.newcomer.change("leaveGroup", {"group": stage.group})
        await queue.next()
        assert (queue.item, asked in str(await listed(stage))) == (None, False)
        assert (await affiliation(queue))[1] == key
        assert [queue.item] == await listed(stage)
        await stage.operator.change("confirmAffiliation", {"affiliation": key})
        assert (await affiliation(queue))[0] == "AffiliationConfirmed"
        assert queue.item is None
        assert await listed(stage) == []


async def test_what_an_applicant_and_the_group_say_to_each_other_arrives(stage: Stage) -> None:
    """A question back reaches the applicant's inbox; the answer, and that they take it all back, reach the queue."""
    async with watching(stage.operator, "queue", group=stage.group) as queue, watching(stage.newcomer, "inbox") as inbox:
        await declared(stage)
        _, key, _ = await application(queue)
        await application(queue)
        await stage.operator.change("askApplicant", {"application": key, "question": "どの部署でしたか。"})
        assert await application(queue) == await application(inbox) == ("ApplicantAsked", key, "WAITING")
        await stage.newcomer.change("editApplication", {"application": key, "reply": "物流部です。"})
        assert await application(queue) == ("ApplicationEdited", key, "WAITING")
        await stage.newcomer.change("leaveGroup", {"group": stage.group})
        assert await queue.next() == {"__typename": "Gone", "goneId": key}
        assert await application(inbox) == ("ApplicationDecided", key, "WITHDRAWN")
        # Their tenure goes on waiting, by itself.
        assert (await affiliation(queue))[0] == "AffiliationEdited"


async def test_reports_arrive_where_they_are_decided(stage: Stage) -> None:
    in_group = await posted(stage.author, audience="CHOSEN_GROUPS", groups=[stage.group])
    elsewhere = await posted(stage.author)
    async with watching(stage.operator, "queue", group=stage.group) as queue, watching(stage.steward, "queue") as stewards:
        for post, watch in ((elsewhere, stewards), (in_group, queue)):
            given = {"subject": "OPPORTUNITY", "id": post, "reason": "SPAM"}
            report = (await stage.friend.change("fileReport", given, "... on ReportFiled { report { id } }"))["report"]
            assert await watch.next() == {"__typename": "ReportFiled", "report": report}
        await stage.operator.change("dismissReport", {"report": report["id"], "reason": "問題ありません。"})
        assert await queue.next() == {"__typename": "ReportDecided", "report": report}


async def test_who_does_not_work_on_a_queue_does_not_follow_it(stage: Stage) -> None:
    for client, group, code in (
        (stage.guest, stage.group, "NotSignedIn"),
        (stage.friend, stage.group, "NotAnOperator"),
        (stage.operator, None, "NotThere"),
        (stage.operator, stage.other_group, "NotThere"),
        (stage.operator, "nonsense", "NotThere"),
    ):
        async with client.socket() as socket:
            await socket.subscribe("1", QUEUE, {"group": group})
            refused = await socket.receive()
            errors = refused["payload"] if refused["type"] == "error" else refused["payload"]["errors"]
            assert errors[0]["extensions"]["code"] == code
    assert subscriptions(stage.app) == 0


async def test_a_role_taken_away_ends_the_queue_with_the_next_event(stage: Stage) -> None:
    async with stage.app.house.db.transaction() as session:
        await make_operator(session, stage.group_id, "林 渚")
    async with watching(stage.operator, "queue", group=stage.group) as queue:
        first = await declared(stage)
        assert [(await application(queue))[0] for _ in range(2)] == ["ApplicationOpened", "ApplicationEdited"]
        async with stage.app.house.db.transaction() as session:
            row = await session.get(GroupRole, (stage.group_id, stage.members["operator"]))
            await session.delete(row)
        await stage.newcomer.change("removeAffiliation", {"affiliation": first})
        message = await queue.socket.receive()
        assert first not in str(message)
        assert (message["type"], message["id"]) == ("error", "watch")
        assert [error["extensions"]["code"] for error in message["payload"]] == ["NotThere"]
        assert await queue.socket.silent()
    assert subscriptions(stage.app) == 0
