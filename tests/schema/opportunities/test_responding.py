"""Raising a hand, and what the two do with it, through the front door; with the inboxes that learn of it."""

import asyncio
from datetime import timedelta
from typing import Any

import time_machine
from sqlalchemy import select

from server.conversations.model import Conversation
from server.kit.clock import now, today
from server.kit.ids import global_id, uuid7
from server.kit.log import EventRow, StreamRow, inbox
from tests.factories.people import make_block, make_member
from tests.schema.opportunities.asking import Stage, posted, refused, responded, stepped, talking

THREAD = """
query Thread($id: ID!) { response(id: $id) {
  note state viewerIsAuthor viewerMay unread responder { name } author { name } opportunity { title } conversation { other { name } }
} }"""
MINE = """
query Mine($waiting: Boolean) { viewer { responses(waitingForViewer: $waiting, first: 10) { totalCount edges { node { id state } } } } }"""


async def told(stage: Stage, member: Any) -> list[str]:
    """What the log holds for a member's inbox."""
    async with stage.app.house.db.read() as session:
        wanted = select(EventRow.type).join(StreamRow, StreamRow.id == EventRow.stream_id).where(StreamRow.name == inbox(member))
        return list(await session.scalars(wanted.order_by(EventRow.offset)))


async def seen(client: Any, response: str) -> dict[str, Any] | None:
    """A response as a member has it."""
    return (await client.ask(THREAD, {"id": response}))["response"]


async def mine(client: Any, *, waiting: bool | None = None) -> list[tuple[str, str]]:
    """The responses in which a member takes part."""
    found = (await client.ask(MINE, {"waiting": waiting}))["viewer"]["responses"]
    assert found["totalCount"] == len(found["edges"])
    return [(edge["node"]["id"], edge["node"]["state"]) for edge in found["edges"]]


async def test_from_a_raised_hand_to_an_agreement(stage: Stage) -> None:
    """The main job: one responds, the other takes up the talk, both record that they go on; each step in both inboxes."""
    response = await responded(stage.other, await posted(stage.author))
    author, other = await seen(stage.author, response), await seen(stage.other, response)
    assert author is not None
    assert other is not None
    assert (author["note"], author["viewerIsAuthor"], author["responder"]["name"]) == ("3年していました。お話しできます。", True, "佐藤 凪")
    assert (other["viewerIsAuthor"], other["author"]["name"], other["conversation"]) == (False, "髙橋 悠", None)
    assert (author["viewerMay"], other["viewerMay"]) == (["TAKE_UP", "DECLINE"], ["WITHDRAW"])
    assert (await mine(stage.author, waiting=True), await mine(stage.other, waiting=True)) == ([(response, "RESPONDED")], [])
    taken = await stepped(stage.author, "takeUpTalk", response)
    assert (taken["state"], taken["viewerMay"]) == ("TALKING", ["DECLINE", "RECORD_AGREEMENT", "SEND_MESSAGE"])
    one = await stepped(stage.other, "recordAgreement", response)
    assert (one["state"], one["viewerAgreed"], one["otherAgreed"], one["agreedAt"]) == ("TALKING", True, False, None)
    assert one["viewerMay"] == ["WITHDRAW", "SEND_MESSAGE"]
    both = await stepped(stage.author, "recordAgreement", response)
    assert (both["state"], both["viewerAgreed"], both["otherAgreed"], both["viewerMay"]) == ("AGREED", True, True, ["SEND_MESSAGE"])
    assert both["agreedAt"] is not None
    happened = ["OpportunityResponded", "TalkTakenUp", "AgreementRecorded", "AgreementRecorded"]
    assert await told(stage, stage.author_id) == await told(stage, stage.other_id) == happened
    assert (await mine(stage.author, waiting=True), await mine(stage.author)) == ([], [(response, "AGREED")])


async def test_agreement_by_one_side_is_no_agreement(stage: Stage) -> None:
    """However often that side records it; the other may still go."""
    response, _ = await talking(stage)
    for _ in range(2):
        assert (await stepped(stage.author, "recordAgreement", response))["state"] == "TALKING"
    assert (await told(stage, stage.author_id)).count("AgreementRecorded") == 1
    assert (await stepped(stage.other, "withdrawResponse", response))["state"] == "WITHDRAWN"


async def test_ones_own_post_is_not_answered(stage: Stage) -> None:
    """Nothing is written."""
    post = await posted(stage.author)
    answer = await refused(stage, stage.author, "respondToOpportunity", {"opportunity": post, "note": "わたしです"})
    assert (answer["__typename"], answer["code"]) == ("NotAllowed", "OwnOpportunity")
    assert (answer["message"], answer["en"]) == ("ご自分の募集には、手を挙げられません。", "You cannot respond to a post of your own.")


async def test_who_cannot_respond(stage: Stage) -> None:
    """Newcomers, guests, who was blocked, and whoever does not see the post; nor a note without a word."""
    public = await posted(stage.author, audience="ANYONE")
    given = {"opportunity": public, "note": "お話しできます"}
    assert (await refused(stage, stage.newcomer, "respondToOpportunity", given))["code"] == "NotVerified"
    assert (await refused(stage, stage.app.guest(), "respondToOpportunity", given))["code"] == "NotSignedIn"
    blank = await refused(stage, stage.other, "respondToOpportunity", given | {"note": " \u3000"})
    assert (blank["code"], blank["field"]) == ("Missing", "note")
    long = await refused(stage, stage.other, "respondToOpportunity", given | {"note": "あ" * 1001})
    assert (long["code"], long["field"], long["message"]) == ("TooLong", "note", "1,000文字以内で入力してください。")
    async with stage.app.house.db.transaction() as session:
        await make_block(session, stage.author_id, stage.other_id)
    for wrong in (public, global_id("Opportunity", uuid7()), "nonsense"):
        answer = await refused(stage, stage.other, "respondToOpportunity", given | {"opportunity": wrong})
        assert (answer["__typename"], answer["code"]) == ("NotFound", "NotThere")


async def test_one_responds_once(stage: Stage) -> None:
    """Also after withdrawing, and with two clicks at once."""
    post = await posted(stage.author)
    given = {"opportunity": post, "note": "お話しできます"}
    answers = await asyncio.gather(*(stage.other.change("respondToOpportunity", given) for _ in range(3)))
    assert sorted(answer["__typename"] for answer in answers) == ["Conflict", "Conflict", "OpportunityResponded"]
    [(response, _)] = await mine(stage.other)
    await stepped(stage.other, "withdrawResponse", response)
    answer = await refused(stage, stage.other, "respondToOpportunity", given)
    assert (answer["__typename"], answer["code"]) == ("Conflict", "AlreadyResponded")


async def test_an_ended_post_takes_no_responses(stage: Stage) -> None:
    """Closed by its author, or over with its last day."""
    closed = await posted(stage.author)
    await stage.author.change("closeOpportunity", {"opportunity": closed, "reason": "FOUND"})
    answer = await refused(stage, stage.other, "respondToOpportunity", {"opportunity": closed, "note": "まだですか"})
    assert (answer["__typename"], answer["code"]) == ("Conflict", "NoLongerOpen")
    assert (answer["message"], answer["en"]) == ("この募集の受け付けは終わりました。", "This post no longer takes responses.")
    over = await posted(stage.author, lastDay=today().isoformat())
    with time_machine.travel(now() + timedelta(days=1), tick=True):
        answer = await refused(stage, stage.other, "respondToOpportunity", {"opportunity": over, "note": "まだですか"})
    assert (answer["__typename"], answer["code"]) == ("Conflict", "NoLongerOpen")


async def test_two_who_take_up_at_once(stage: Stage) -> None:
    """The author at two browsers: one conversation, one event."""
    response = await responded(stage.other, await posted(stage.author))
    second = await stage.app.as_member(stage.author_id)
    taken = await asyncio.gather(*(stepped(client, "takeUpTalk", response) for client in (stage.author, second)))
    assert taken[0]["conversation"] == taken[1]["conversation"]
    async with stage.app.house.db.read() as session:
        assert len((await session.scalars(select(Conversation))).all()) == 1
    assert (await told(stage, stage.other_id)).count("TalkTakenUp") == 1


async def test_withdrawn_is_not_taken_up(stage: Stage) -> None:
    """Nor declined, nor agreed on; withdrawing again changes nothing."""
    response = await responded(stage.other, await posted(stage.author))
    await stepped(stage.other, "withdrawResponse", response)
    for mutation in ("takeUpTalk", "declineResponse", "recordAgreement"):
        answer = await refused(stage, stage.author, mutation, {"response": response})
        assert (answer["__typename"], answer["code"], answer["message"]) == (
            "Conflict",
            "AlreadyWithdrawn",
            "このやりとりは、辞退されています。",
        )
    assert (await stepped(stage.other, "withdrawResponse", response))["state"] == "WITHDRAWN"
    assert (await told(stage, stage.author_id)).count("ResponseWithdrawn") == 1


async def test_declined_is_declined(stage: Stage) -> None:
    """By its author only; then it can neither be taken up nor withdrawn."""
    response = await responded(stage.other, await posted(stage.author))
    assert (await refused(stage, stage.other, "declineResponse", {"response": response}))["code"] == "NotTheAuthor"
    assert (await stepped(stage.author, "declineResponse", response))["viewerMay"] == []
    for client, mutation in ((stage.author, "takeUpTalk"), (stage.other, "withdrawResponse"), (stage.other, "recordAgreement")):
        answer = await refused(stage, client, mutation, {"response": response})
        assert (answer["__typename"], answer["code"]) == ("Conflict", "AlreadyDeclined")


async def test_no_step_before_its_time_or_from_the_wrong_side(stage: Stage) -> None:
    """No agreement without a talk; no withdrawal by the author; none after both have agreed."""
    response = await responded(stage.other, await posted(stage.author))
    for client, mutation, kind, code in (
        (stage.author, "recordAgreement", "Conflict", "NotTalkingYet"),
        (stage.other, "takeUpTalk", "NotAllowed", "NotTheAuthor"),
        (stage.author, "withdrawResponse", "NotAllowed", "NotTheResponder"),
    ):
        answer = await refused(stage, client, mutation, {"response": response})
        assert (answer["__typename"], answer["code"]) == (kind, code)
    await stepped(stage.author, "takeUpTalk", response)
    for client in (stage.author, stage.other):
        await stepped(client, "recordAgreement", response)
    for client, mutation in ((stage.author, "declineResponse"), (stage.other, "withdrawResponse")):
        answer = await refused(stage, client, mutation, {"response": response})
        assert (answer["__typename"], answer["code"]) == ("Conflict", "AlreadyAgreed")


async def test_a_talk_with_somebody_blocked_does_not_begin(stage: Stage) -> None:
    """And the sentence does not say who blocked whom."""
    response = await responded(stage.other, await posted(stage.author))
    async with stage.app.house.db.transaction() as session:
        await make_block(session, stage.other_id, stage.author_id)
    answer = await refused(stage, stage.author, "takeUpTalk", {"response": response})
    assert (answer["__typename"], answer["code"]) == ("Conflict", "CannotTalk")
    assert (answer["message"], answer["en"]) == ("このやりとりは、いまは始められません。", "This talk cannot begin at the moment.")


async def test_for_everybody_else_a_response_is_not_there(stage: Stage) -> None:
    """Neither to read nor to act on, stewards included; who responded is for the author alone."""
    post = await posted(stage.author)
    response = await responded(stage.other, post)
    async with stage.app.house.db.transaction() as session:
        steward = await make_member(session, "事務局", is_steward=True)
    stranger = await stage.app.as_member(steward)
    assert await seen(stranger, response) is None
    for mutation in ("takeUpTalk", "declineResponse", "withdrawResponse", "recordAgreement"):
        answer = await refused(stage, stranger, mutation, {"response": response})
        assert (answer["__typename"], answer["code"]) == ("NotFound", "NotThere")
    query = "query R($id: ID!) { opportunity(id: $id) { viewerResponse { id } responses(first: 5) { totalCount edges { node { id } } } } }"
    for client, own, count in ((stage.author, None, 1), (stage.other, {"id": response}, 0), (stranger, None, 0)):
        found = (await client.ask(query, {"id": post}))["opportunity"]
        assert (found["viewerResponse"], found["responses"]["totalCount"], len(found["responses"]["edges"])) == (own, count, count)
