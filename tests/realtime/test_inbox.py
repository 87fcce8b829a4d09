"""The subscription to one's inbox: both sides of a talk, notices, and nobody else."""

import json

import pytest

from schema import following
from server.kit.ids import global_id
from tests.factories.people import make_affiliation
from tests.realtime.watching import FOLLOWED, Stage, Watch, subscriptions, watching
from tests.schema.opportunities.asking import posted, responded, stepped


async def kinds(watch: Watch, many: int) -> list[str]:
    """The types of the next events."""
    return [(await watch.next())["__typename"] for _ in range(many)]


async def test_a_talk_arrives_with_the_two_whom_it_concerns(stage: Stage) -> None:
    async with (
        watching(stage.author, "inbox") as author,
        watching(stage.stranger, "inbox") as responder,
        watching(stage.friend, "inbox") as other,
    ):
        post = await posted(stage.author)
        response = await responded(stage.stranger, post)
        for watch in (author, responder):
            event = await watch.next()
            assert (event["__typename"], event["response"]["id"], event["response"]["state"]) == (
                "OpportunityResponded",
                response,
                "RESPONDED",
            )
        taken = await stepped(stage.author, "takeUpTalk", response)
        for watch in (author, responder):
            assert (await watch.next())["response"]["state"] == "TALKING"
        said = {"conversation": taken["conversation"]["id"], "body": "よろしくお願いします。", "clientMutationId": "say-it-once"}
        assert (await stage.author.change("sendMessage", said))["__typename"] == "MessageSent"
        mine, theirs = await author.next(), await responder.next()
        assert mine["message"] == {"body": said["body"], "mine": True, "clientMutationId": "say-it-once"}
        assert theirs["message"] == {"body": said["body"], "mine": False, "clientMutationId": None}
        assert (mine["talk"]["unread"], theirs["talk"]["unread"]) == (0, 1)
        await stage.stranger.change("markConversationRead", {"conversation": said["conversation"]})
        read = await responder.next()
        assert (read["__typename"], read["conversation"]["unread"]) == ("ConversationRead", 0)
        await stepped(stage.author, "recordAgreement", response)
        mine, theirs = await author.next(), await responder.next()
        assert (mine["response"]["viewerAgreed"], mine["response"]["otherAgreed"]) == (True, False)
        assert (theirs["response"]["viewerAgreed"], theirs["response"]["otherAgreed"]) == (False, True)
        await stepped(stage.stranger, "recordAgreement", response)
        for watch in (author, responder):
            assert (await watch.next())["response"]["state"] == "AGREED"
        # What comes first in the third one's inbox is their own.
        own = await responded(stage.friend, post)
        assert (await other.next())["response"]["id"] == own


async def test_declining_and_withdrawing_arrive(stage: Stage) -> None:
    post = await posted(stage.author)
    declined, withdrawn = await responded(stage.stranger, post), await responded(stage.friend, post)
    async with (
        watching(stage.author, "inbox") as author,
        watching(stage.stranger, "inbox") as stranger,
        watching(stage.friend, "inbox") as friend,
    ):
        await stepped(stage.author, "declineResponse", declined)
        await stepped(stage.friend, "withdrawResponse", withdrawn)
        assert await kinds(author, 2) == ["ResponseDeclined", "ResponseWithdrawn"]
        assert await kinds(stranger, 1) == ["ResponseDeclined"]
        assert await kinds(friend, 1) == ["ResponseWithdrawn"]


async def test_what_operators_decide_arrives_with_whom_it_concerns(stage: Stage) -> None:
    async with stage.app.house.db.transaction() as session:
        company = (await make_affiliation(session, stage.members["newcomer"], "ひだまり電機", state="awaiting")).id
    affiliation = global_id("Affiliation", company)
    post = await posted(stage.author, audience="CHOSEN_GROUPS", groups=[stage.group])
    report = await stage.friend.change(
        "fileReport", {"subject": "OPPORTUNITY", "id": post, "reason": "SPAM"}, "... on ReportFiled { report { id } }"
    )
    async with (
        watching(stage.newcomer, "inbox") as newcomer,
        watching(stage.author, "inbox") as author,
        watching(stage.friend, "inbox") as reporter,
    ):
        await stage.operator.change("declineAffiliation", {"affiliation": affiliation, "reason": "見つかりませんでした。"})
        event = await newcomer.next()
        assert (event["__typename"], event["reason"]) == ("AffiliationDeclined", "見つかりませんでした。")
        hiding = {"opportunity": post, "group": stage.group, "reason": "営業でした。", "report": report["report"]["id"]}
        assert (await stage.operator.change("hideOpportunity", hiding))["__typename"] == "OpportunityHidden"
        assert await author.next() == {"__typename": "OpportunityHidden", "reason": "営業でした。", "opportunity": {"id": post}}
        assert await reporter.next() == {"__typename": "ReportDecided", "report": {"id": report["report"]["id"], "decision": "HIDDEN"}}
        await stage.operator.change("restoreOpportunity", {"opportunity": post, "group": stage.group, "reason": "見直しました。"})
        assert await author.next() == {"__typename": "OpportunityRestored", "reason": "見直しました。", "opportunity": {"id": post}}


async def test_a_guest_has_no_inbox(stage: Stage) -> None:
    async with stage.guest.socket() as socket:
        await socket.subscribe("1", "subscription { inbox { cursor } }")
        refused = await socket.receive()
        assert (refused["type"], refused["payload"][0]["extensions"]["code"]) == ("error", "NotSignedIn")
        # The socket itself goes on.
        await socket.subscribe("2", "{ site { demo } }")
        assert "site" in await socket.next("2")
    assert subscriptions(stage.app) == 0


async def test_a_connection_arrives_with_the_one_whom_it_concerns(stage: Stage) -> None:
    """Who is asked sees it at once, and who asked that it was accepted; declining and withdrawing arrive nowhere."""
    author, friend = {"member": stage.person("author")}, {"member": stage.person("friend")}
    async with watching(stage.author, "inbox") as asking, watching(stage.friend, "inbox") as asked:
        await stage.author.change("askForConnection", friend | {"note": "はじめまして"})
        event = await asked.next()
        assert (event["__typename"], event["person"]["id"]) == ("ConnectionAsked", author["member"])
        assert event["person"]["viewerConnection"] == {"state": "ASKS_VIEWER", "note": "はじめまして"}
        await stage.friend.change("declineConnection", author)
        await stage.author.change("withdrawConnectionRequest", friend)
        await stage.friend.change("askForConnection", author)
        assert (await asking.next())["person"] == {"id": friend["member"], "viewerConnection": {"state": "ASKS_VIEWER", "note": None}}
        await stage.author.change("acceptConnection", friend)
        event = await asked.next()
        assert (event["__typename"], event["person"]["viewerConnection"]["state"]) == ("ConnectionAccepted", "CONNECTED")


async def test_what_brings_the_events_breaks_and_says_so_and_nothing_is_lost(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    post = await posted(stage.author)

    async def broken(*_: object) -> None:
        raise LookupError("within")

    async with watching(stage.author, "inbox") as watch:
        await responded(stage.stranger, post)
        assert (await watch.next())["__typename"] == "OpportunityResponded"
        with monkeypatch.context() as patched:
            patched.setattr(following, "actor_still", broken)
            missed = await responded(stage.friend, post)
            refused = await watch.socket.receive()
            assert (refused["type"], refused["id"]) == ("error", "watch")
            (error,) = refused["payload"]
            assert error["extensions"]["code"] == "UNEXPECTED"
            assert "within" not in json.dumps(refused)
            # Nothing comes after it.
            assert await watch.socket.silent()
        # Whoever comes back with their cursor misses nothing.
        await watch.socket.subscribe("watch", FOLLOWED["inbox"], {"after": watch.last})
        assert (await watch.next())["response"]["id"] == missed
