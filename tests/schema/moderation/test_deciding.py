"""Deciding through the front door: hide, restore, dismiss; by whom, where, once, on the record, and who is told."""

import asyncio
from typing import Any

from sqlalchemy import select

from server.audit.model import AuditEntry, AuditPseudonym
from server.groups.model import GroupRole
from server.kit.ids import global_id
from server.opportunities.model import OpportunityGroup
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member
from tests.schema.moderation.desk import DECIDED, HIDDEN, NOTICES, RESTORED, Desk, filed, problem, refused
from tests.support.running import Client

POST = "query Post($id: ID!) { opportunity(id: $id) { id hidden { reason group { id } } } }"


async def seen(client: Client, post: str) -> dict[str, Any] | None:
    """The post as somebody sees it."""
    return (await client.ask(POST, {"id": post}))["opportunity"]


async def trail(desk: Desk) -> list[tuple[str, str, str | None, str, str]]:
    """What the audit says: right, action, reason, and whether actor and touched member are the ones expected."""
    async with desk.app.house.db.read() as session:
        entries = (await session.scalars(select(AuditEntry).order_by(AuditEntry.at))).all()
        names = {row.pseudonym: row.member_id for row in await session.scalars(select(AuditPseudonym))}
    known = {desk.operator_id: "operator", desk.author_id: "author"}
    return [
        (entry.right, entry.action, entry.reason, *(known.get(names.get(who), "other") for who in (entry.actor, entry.subject_member)))
        for entry in entries
    ]


async def notices(client: Client) -> list[dict[str, Any]]:
    """What somebody was told."""
    return [edge["node"]["about"] for edge in (await client.ask(NOTICES))["viewer"]["notices"]["edges"]]


async def test_an_operator_hides_a_reported_post(desk: Desk) -> None:
    """In the group; every open report on it is answered, the deed is on the record, author and reporter are told."""
    report = await filed(desk.reader, desk.post)
    other = await filed(desk.second, desk.post)
    answer = await desk.operator.change("hideOpportunity", desk.hiding(report=report["id"]), HIDDEN)
    assert answer["opportunity"] == {"id": desk.post}
    assert (answer["reason"], answer["group"]) == ("営業の投稿でした。", {"id": desk.group})
    hidden = {"id": desk.post, "hidden": {"reason": "営業の投稿でした。", "group": {"id": desk.group}}}
    assert [await seen(client, desk.post) for client in (desk.author, desk.operator, desk.reader)] == [hidden, hidden, None]
    assert await trail(desk) == [("operator", "hide_opportunity", "営業の投稿でした。", "operator", "author")]
    await desk.app.drain()
    told = {"__typename": "OpportunityHidden", "reason": "営業の投稿でした。", "group": {"name": "ひだまり電機アルムナイ"}}
    assert await notices(desk.author) == [told | {"opportunity": {"id": desk.post}}]
    for client, filing in ((desk.reader, report), (desk.second, other)):
        (about,) = await notices(client)
        assert about["report"] == {"id": filing["id"], "decision": "HIDDEN", "decisionReason": "営業の投稿でした。"}
    assert (await desk.operator.ask("{ viewer { unread { queue } } }"))["viewer"]["unread"]["queue"] == 0


async def test_a_hidden_post_comes_back(desk: Desk) -> None:
    """With a reason of its own; each notice keeps the reason of its own decision."""
    await desk.operator.change("hideOpportunity", desk.hiding(), HIDDEN)
    await desk.app.drain()
    given = desk.hiding(reason="本人と話し、直っています。")
    answer = await desk.second.change("restoreOpportunity", given, RESTORED)
    assert (answer["__typename"], answer["reason"]) == ("OpportunityRestored", "本人と話し、直っています。")
    assert await seen(desk.reader, desk.post) == {"id": desk.post, "hidden": None}
    await desk.app.drain()
    reasons = [(about["__typename"], about["reason"]) for about in await notices(desk.author)]
    assert reasons == [("OpportunityRestored", "本人と話し、直っています。"), ("OpportunityHidden", "営業の投稿でした。")]
    again = await refused(desk, desk.operator, "restoreOpportunity", given)
    assert again == problem("Conflict", "AlreadyDecided")


async def test_of_two_operators_at_once_one_decides(desk: Desk) -> None:
    """The other learns that it is decided; there is one entry on the record, and one notice."""
    report = await filed(desk.reader, desk.post)
    sent = [client.change("hideOpportunity", desk.hiding(report=report["id"]), HIDDEN) for client in (desk.operator, desk.second)]
    answers = await asyncio.gather(*sent)
    assert sorted(answer["__typename"] for answer in answers) == ["Conflict", "OpportunityHidden"]
    assert next(answer["code"] for answer in answers if answer["__typename"] == "Conflict") == "AlreadyDecided"
    assert len(await trail(desk)) == 1
    await desk.app.drain()
    assert (len(await notices(desk.author)), len(await notices(desk.reader))) == (1, 1)
    dismissing = {"report": report["id"], "reason": "問題は見当たりませんでした。"}
    assert await refused(desk, desk.second, "dismissReport", dismissing) == problem("Conflict", "AlreadyDecided")
    assert await refused(desk, desk.second, "hideOpportunity", desk.hiding()) == problem("Conflict", "AlreadyDecided")


async def test_a_report_is_put_aside(desk: Desk) -> None:
    """Its reporter learns why, the author nothing; the post stays; sent again it is the same answer."""
    report = await filed(desk.reader, desk.post)
    given = {"report": report["id"], "reason": "問題は見当たりませんでした。", "clientMutationId": "dismiss-dismiss"}
    for _ in range(2):
        answer = await desk.operator.change("dismissReport", given, DECIDED)
        assert (answer["report"]["decision"], answer["report"]["decisionReason"]) == ("DISMISSED", given["reason"])
    assert await trail(desk) == [("operator", "dismiss_report", given["reason"], "operator", "author")]
    await desk.app.drain()
    (about,) = await notices(desk.reader)
    assert about["report"]["decision"] == "DISMISSED"
    assert (await notices(desk.author), (await seen(desk.reader, desk.post) or {})["hidden"]) == ([], None)


async def test_a_steward_hides_everywhere(desk: Desk) -> None:
    """The group's open reports are answered with it."""
    report = await filed(desk.reader, desk.post)
    answer = await desk.steward.change("hideOpportunity", desk.hiding(group=None), HIDDEN)
    assert (answer["__typename"], answer["group"]) == ("OpportunityHidden", None)
    assert await seen(desk.reader, desk.post) is None
    assert [entry[:2] for entry in await trail(desk)] == [("steward", "hide_opportunity")]
    await desk.app.drain()
    assert [about["report"]["id"] for about in await notices(desk.reader)] == [report["id"]]
    assert await refused(desk, desk.operator, "hideOpportunity", desk.hiding()) == problem("Conflict", "AlreadyDecided")
    assert (await desk.steward.change("restoreOpportunity", desk.hiding(group=None), RESTORED))["__typename"] == "OpportunityRestored"


async def test_who_has_no_right_decides_nothing(desk: Desk) -> None:
    """Members and guests, operators of another group, and operators beyond their own group."""
    report = await filed(desk.reader, desk.post)
    dismissing = {"report": report["id"], "reason": "問題は見当たりませんでした。"}
    for mutation, given in (("hideOpportunity", desk.hiding()), ("restoreOpportunity", desk.hiding()), ("dismissReport", dismissing)):
        assert await refused(desk, desk.reader, mutation, given) == problem("NotAllowed", "NotAnOperator")
        assert await refused(desk, desk.app.guest(), mutation, given) == problem("NotAllowed", "NotSignedIn")
        assert await refused(desk, desk.outsider, mutation, given) == problem("NotFound", "NotThere")
    async with desk.app.house.db.transaction() as session:
        public = global_id("Opportunity", await make_opportunity(session, desk.author_id))
    everywhere = desk.hiding(opportunity=public, group=None)
    assert await refused(desk, desk.operator, "hideOpportunity", everywhere) == problem("NotAllowed", "StewardsOnly")
    elsewhere = desk.hiding(opportunity=public)
    assert await refused(desk, desk.outsider, "hideOpportunity", elsewhere) == problem("NotAllowed", "NotYourGroup")
    assert await refused(desk, desk.operator, "hideOpportunity", elsewhere) == problem("NotFound", "NotThere")


async def test_who_has_an_interest_does_not_decide(desk: Desk) -> None:
    """Not the author who operates the group, nor a steward who is reported: they do not even see the report."""
    async with desk.app.house.db.transaction() as session:
        session.add(GroupRole(group_id=desk.group_id, member_id=desk.author_id, role="deputy"))
        reported = await make_member(session, "事務 森", is_steward=True)
    report = await filed(desk.reader, desk.post)
    dismissing = {"report": report["id"], "reason": "私の投稿です。"}
    assert await refused(desk, desk.author, "hideOpportunity", desk.hiding()) == problem("NotAllowed", "HasAnInterest")
    assert await refused(desk, desk.author, "dismissReport", dismissing) == problem("NotFound", "NotThere")
    about = await filed(desk.reader, global_id("Person", reported), "MEMBER")
    steward = await desk.app.as_member(reported)
    dismissing = {"report": about["id"], "reason": "私のことです。"}
    assert await refused(desk, steward, "dismissReport", dismissing) == problem("NotFound", "NotThere")
    assert (await desk.steward.change("dismissReport", dismissing, DECIDED))["__typename"] == "ReportDecided"


async def test_a_decision_needs_a_reason_and_something_to_decide(desk: Desk) -> None:
    """Refusals name the field; ids of anything else name nothing."""
    report = await filed(desk.reader, desk.post)
    for mutation, given in (
        ("hideOpportunity", desk.hiding(reason=" ")),
        ("restoreOpportunity", desk.hiding(reason="")),
        ("dismissReport", {"report": report["id"], "reason": "\n"}),
    ):
        assert await refused(desk, desk.operator, mutation, given) == problem("Invalid", "Missing", field="reason")
    long = problem("Invalid", "TooLong", field="reason")
    assert await refused(desk, desk.operator, "hideOpportunity", desk.hiding(reason="あ" * 1001)) == long
    nothing = problem("NotFound", "NotThere")
    async with desk.app.house.db.transaction() as session:
        other = await make_opportunity(session, desk.author_id)
    elsewhere = await filed(desk.reader, global_id("Opportunity", other))
    for given in (desk.hiding(opportunity=desk.group), desk.hiding(group=desk.post), desk.hiding(report=elsewhere["id"])):
        assert await refused(desk, desk.operator, "hideOpportunity", given) == nothing
    assert await refused(desk, desk.operator, "restoreOpportunity", desk.hiding()) == problem("Conflict", "AlreadyDecided")
    async with desk.app.house.db.read() as session:
        place = await session.get_one(OpportunityGroup, (desk.post_id, desk.group_id))
    assert place.hidden_at is None
