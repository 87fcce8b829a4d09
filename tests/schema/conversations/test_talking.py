"""Talking through the front door: what is said, read and counted; who cannot, and when no more."""

import asyncio
from typing import Any

from sqlalchemy import select

from server.conversations.model import Message
from server.kit.ids import global_id, uuid7
from tests.factories.people import make_block, make_member
from tests.schema.opportunities.asking import Stage, refused, stepped, talking

SENT = """
... on MessageSent {
  sent: message { id body mine clientMutationId } conversation { id unread } response { id lastActivityAt unread }
}"""
TALK = """
query Talk($id: ID!, $first: Int!, $after: String) { response(id: $id) { unread lastActivityAt conversation {
  id unread other { name } messages(first: $first, after: $after) {
    edges { node { body mine clientMutationId } } pageInfo { hasNextPage endCursor }
  }
} } }"""


async def say(client: Any, talk: str, body: str, **more: str) -> dict[str, Any]:
    """Send a message, and return the answer."""
    answer = await client.change("sendMessage", {"conversation": talk, "body": body} | more, SENT)
    assert answer["__typename"] == "MessageSent", answer
    return answer


async def read(client: Any, response: str, first: int = 10, after: str | None = None) -> dict[str, Any]:
    """The response with a page of its talk."""
    return (await client.ask(TALK, {"id": response, "first": first, "after": after}))["response"]


def bodies(found: dict[str, Any]) -> list[str]:
    """What was said on a page."""
    return [edge["node"]["body"] for edge in found["conversation"]["messages"]["edges"]]


async def test_two_talk(stage: Stage) -> None:
    """Newest first, in pages; who said what; only its sender has a message's clientMutationId."""
    response, talk = await talking(stage)
    sent = await say(stage.author, talk, " はじめまして。\n", clientMutationId="hello-hello")
    assert sent["sent"] | {"id": ""} == {"id": "", "body": "はじめまして。", "mine": True, "clientMutationId": "hello-hello"}
    assert sent["response"]["id"] == response
    for body in ("よろしくお願いします。", "来週はいかがですか。"):
        await say(stage.other, talk, body)
    page = await read(stage.author, response, first=2)
    assert bodies(page) == ["来週はいかがですか。", "よろしくお願いします。"]
    ending = page["conversation"]["messages"]["pageInfo"]
    assert ending["hasNextPage"]
    rest = await read(stage.other, response, first=2, after=ending["endCursor"])
    assert rest["conversation"]["messages"]["edges"] == [{"node": {"body": "はじめまして。", "mine": False, "clientMutationId": None}}]
    assert rest["lastActivityAt"] > sent["response"]["lastActivityAt"]
    assert (page["conversation"]["other"]["name"], rest["conversation"]["other"]["name"]) == ("佐藤 凪", "髙橋 悠")


async def test_what_is_unread(stage: Stage) -> None:
    """Messages of the other until they are read; one's own never; reading again changes nothing."""
    response, talk = await talking(stage)
    for number in range(3):
        await say(stage.author, talk, f"{number}つめ")
    await say(stage.other, talk, "はい")
    assert ((await read(stage.other, response))["unread"], (await read(stage.author, response))["unread"]) == (3, 1)
    unread = "{ viewer { unread { conversations } } }"
    assert (await stage.other.ask(unread))["viewer"]["unread"]["conversations"] == 1
    for _ in range(2):
        fields = "... on ConversationRead { conversation { id unread } }"
        answer = await stage.other.change("markConversationRead", {"conversation": talk}, fields)
        assert answer["conversation"] == {"id": talk, "unread": 0}
    assert (await stage.other.ask(unread))["viewer"]["unread"]["conversations"] == 0
    assert (await read(stage.author, response))["unread"] == 1


async def test_numbers_have_no_gaps(stage: Stage) -> None:
    """Both at once, again and again; a message that is sent twice is there once."""
    _, talk = await talking(stage)
    said = [say(client, talk, f"{number}") for number in range(6) for client in (stage.author, stage.other)]
    again = [say(stage.author, talk, "一度だけ", clientMutationId="only-once-please") for _ in range(3)]
    sent = await asyncio.gather(*said, *again)
    assert len({answer["sent"]["id"] for answer in sent}) == 13
    async with stage.app.house.db.read() as session:
        numbers = list(await session.scalars(select(Message.number).order_by(Message.number)))
    assert numbers == list(range(1, 14))


async def test_what_is_no_message(stage: Stage) -> None:
    """Nothing visible, or too much."""
    _, talk = await talking(stage)
    for body in ("", " \n\u3000", "\u200b\u200d"):
        answer = await refused(stage, stage.author, "sendMessage", {"conversation": talk, "body": body})
        assert (answer["__typename"], answer["code"], answer["field"]) == ("Invalid", "BlankMessage", "body")
        assert (answer["message"], answer["en"]) == ("メッセージを書いてから送ってください。", "Write something before you send it.")
    answer = await refused(stage, stage.author, "sendMessage", {"conversation": talk, "body": "あ" * 4001})
    assert (answer["code"], answer["field"]) == ("TooLong", "body")
    assert (await say(stage.author, talk, "あ" * 4000))["__typename"] == "MessageSent"


async def test_for_a_stranger_a_conversation_is_not_there(stage: Stage) -> None:
    """Neither to read nor to write in, a steward's eyes included."""
    response, talk = await talking(stage)
    await say(stage.author, talk, "ふたりだけの話です。")
    async with stage.app.house.db.transaction() as session:
        steward = await make_member(session, "事務局", is_steward=True)
    stranger = await stage.app.as_member(steward)
    assert await read(stranger, response) is None
    assert (await stranger.ask("query N($id: ID!) { node(id: $id) { id } }", {"id": talk}))["node"] is None
    for wrong in (talk, global_id("Conversation", uuid7()), "nonsense"):
        for mutation, given in (
            ("sendMessage", {"conversation": wrong, "body": "やあ"}),
            ("markConversationRead", {"conversation": wrong}),
        ):
            answer = await refused(stage, stranger, mutation, given)
            assert (answer["__typename"], answer["code"]) == ("NotFound", "NotThere")


async def test_after_the_end_nobody_writes(stage: Stage) -> None:
    """Declined or withdrawn: what was said stays readable."""
    for mutation, client in (("declineResponse", stage.author), ("withdrawResponse", stage.other)):
        response, talk = await talking(stage)
        await say(stage.author, talk, "またの機会に。")
        await stepped(client, mutation, response)
        for each in (stage.author, stage.other):
            answer = await refused(stage, each, "sendMessage", {"conversation": talk, "body": "待ってください"})
            assert (answer["__typename"], answer["code"]) == ("Conflict", "ConversationEnded")
            assert answer["message"] == "このやりとりでは、もうメッセージを送れません。これまでの内容は読めます。"
            assert bodies(await read(each, response)) == ["またの機会に。"]


async def test_a_block_ends_the_writing_and_tells_nobody(stage: Stage) -> None:
    """The same sentence as after an end, to both; the other becomes nameless."""
    response, talk = await talking(stage)
    async with stage.app.house.db.transaction() as session:
        await make_block(session, stage.author_id, stage.other_id)
    for client in (stage.author, stage.other):
        answer = await refused(stage, client, "sendMessage", {"conversation": talk, "body": "やあ"})
        assert (answer["__typename"], answer["code"]) == ("Conflict", "ConversationEnded")
        assert (await read(client, response))["conversation"]["other"] is None
