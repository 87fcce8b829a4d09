"""The mails between members: a new response, the first unread message, and what was decided on an affiliation."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import update

from server.conversations.commands import mark_conversation_read, send_message
from server.conversations.model import Message
from server.kit.actor import Actor, Language
from server.kit.db import Database
from server.kit.ids import AffiliationId, ConversationId, GroupId, MemberId, OpportunityId, ResponseId, global_id
from server.kit.log import record
from server.opportunities.events import OpportunityResponded
from server.opportunities.model import Response
from server.opportunities.rules import ResponseState
from server.people.commands import block_member, confirm_affiliation, decline_affiliation
from server.people.reads import actor_of
from tests.factories.companies import make_company
from tests.factories.conversations import make_conversation
from tests.factories.groups import make_group
from tests.factories.opportunities import make_opportunity, make_response
from tests.factories.people import make_affiliation, make_member, make_operator
from tests.support.working import hurry, outbox
from workers.drain import drain
from workers.notifying.talks import QUIET
from workers.parts import Parts

SECRET = "この言葉はメールに載りません"


@dataclass(frozen=True, slots=True)
class Pair:
    """An author and who responded to their post."""

    author: MemberId
    responder: MemberId
    post: OpportunityId
    response: ResponseId
    talk: ConversationId


async def make_pair(database: Database, *, language: Language = "ja", said: bool = False) -> Pair:
    """Two members with a response between them, and its job; `said`: talking already, without one."""
    async with database.transaction() as session:
        author = await make_member(session, "高橋 悠", email="author@people.example", language=language)
        responder = await make_member(session, "森 <b>楓</b>", email="responder@people.example", romanised="Mori Kaede", language=language)
        post = await make_opportunity(session, author, title="物流 & 倉庫の<相談>")
        talk = await make_conversation(session, author, responder)
        state = ResponseState.TALKING if said else ResponseState.RESPONDED
        row = await make_response(session, post, responder, note=SECRET, state=state, conversation=talk if said else None)
        pair = Pair(author, responder, post, ResponseId(row.id), talk)
        if not said:
            event = OpportunityResponded(response_id=pair.response, opportunity_id=post, author_id=author, responder_id=responder)
            record(session, event)
    return pair


async def as_actor(database: Database, member: MemberId) -> Actor:
    """The member as they ask."""
    async with database.read() as session:
        actor = await actor_of(session, member)
    assert actor is not None
    return actor


async def say(database: Database, pair: Pair, who: MemberId, *, quiet: bool = True) -> None:
    """Say something; `quiet`: a while ago."""
    actor = await as_actor(database, who)
    async with database.transaction() as session:
        message = await send_message(session, actor, pair.talk, SECRET, None)
    if quiet:
        async with database.transaction() as session:
            old = update(Message).where(Message.id == message.id).values(sent_at=Message.sent_at - QUIET - timedelta(seconds=1))
            await session.execute(old)


@pytest.mark.parametrize(
    ("language", "told", "name"), [("ja", "「物流 & 倉庫の<相談>」に", "森 <b>楓</b>さん"), ("en", "“物流 & 倉庫の<相談>”", "Mori Kaede")]
)
async def test_the_author_learns_of_a_response(database: Database, parts: Parts, language: Language, told: str, name: str) -> None:
    """By name and post, with a link to the page; escaped in HTML, without the note, and with nothing of it in the subject."""
    pair = await make_pair(database, language=language)
    assert await drain(parts) == 1
    (mail,) = await outbox(database)
    assert mail.recipient == "author@people.example"
    assert (told in mail.text, name in mail.text) == (True, True)
    link = f"http://localhost:8000/talks/{global_id('Response', pair.response)}"
    assert (link in mail.text, link in mail.html) == (True, True)
    assert ("&lt;相談&gt;" in mail.html, "<相談>" in mail.html, "<b>" in mail.html) == (True, False, False)
    assert SECRET not in mail.text + mail.html + mail.subject
    assert ("物流" in mail.subject, "森" in mail.subject, "Mori" in mail.subject) == (False, False, False)


async def test_no_mail_for_a_response_that_was_taken_back_or_comes_from_a_blocked_member(database: Database, parts: Parts) -> None:
    """What is so by the time of the mail counts."""
    pair = await make_pair(database)
    async with database.transaction() as session:
        row = await session.get_one(Response, pair.response)
        row.state = ResponseState.WITHDRAWN.value
    assert await drain(parts) == 1
    async with database.transaction() as session:
        row = await session.get_one(Response, pair.response)
        row.state = ResponseState.RESPONDED.value
        event = OpportunityResponded(
            response_id=pair.response, opportunity_id=pair.post, author_id=pair.author, responder_id=pair.responder
        )
        record(session, event)
        await block_member(session, await as_actor(database, pair.author), pair.responder)
    await drain(parts)
    assert await outbox(database) == []


async def test_only_the_first_unread_message_is_mailed(database: Database, parts: Parts) -> None:
    """Once until it was read, then again; the words stay on the page."""
    pair = await make_pair(database, said=True)
    for _ in range(3):
        await say(database, pair, pair.responder)
    assert await drain(parts) == 3
    (mail,) = await outbox(database)
    assert (mail.recipient, "森 <b>楓</b>さん" in mail.text) == ("author@people.example", True)
    assert f"/talks/{global_id('Response', pair.response)}" in mail.text
    assert SECRET not in mail.text + mail.html + mail.subject
    actor = await as_actor(database, pair.author)
    async with database.transaction() as session:
        await mark_conversation_read(session, actor, pair.talk)
    await say(database, pair, pair.responder)
    await drain(parts)
    assert [each.recipient for each in await outbox(database)] == ["author@people.example"] * 2


async def test_who_reads_along_gets_no_mail(database: Database, parts: Parts) -> None:
    """The job waits a little, and looks again."""
    pair = await make_pair(database, said=True)
    await say(database, pair, pair.responder, quiet=False)
    assert await drain(parts) == 0
    actor = await as_actor(database, pair.author)
    async with database.transaction() as session:
        await mark_conversation_read(session, actor, pair.talk)
    await hurry(database)
    assert await drain(parts) > 0
    assert await outbox(database) == []


async def test_who_blocked_the_sender_gets_no_mail(database: Database, parts: Parts) -> None:
    """The message was sent before; the block came before the mail."""
    pair = await make_pair(database, said=True)
    await say(database, pair, pair.responder)
    async with database.transaction() as session:
        await block_member(session, await as_actor(database, pair.author), pair.responder)
    await drain(parts)
    assert await outbox(database) == []


@pytest.mark.parametrize("confirmed", [True, False])
async def test_a_decision_on_an_affiliation_is_signed_by_the_group(database: Database, parts: Parts, *, confirmed: bool) -> None:
    """Never by the volunteer; a decline says why and what can be done now."""
    async with database.transaction() as session:
        company = await make_company(session, "ひだまり物流")
        group = await make_group(session, company, name="ひだまり卒業生の会")
        operator = await make_operator(session, GroupId(group.id), "運営 花子", company=company)
        member = await make_member(session, email="new@people.example", verified=False)
        affiliation = AffiliationId((await make_affiliation(session, member, company, state="awaiting")).id)
    actor = await as_actor(database, operator)
    async with database.transaction() as session:
        if confirmed:
            await confirm_affiliation(session, actor, affiliation)
        else:
            await decline_affiliation(session, actor, affiliation, "在籍の時期が、<名簿>と合いませんでした。")
    assert await drain(parts) == 1
    (mail,) = await outbox(database)
    assert mail.recipient == "new@people.example"
    assert all(word in mail.text for word in ("ひだまり物流", "ひだまり卒業生の会"))
    assert "運営 花子" not in mail.text + mail.html
    assert ("在籍の時期が、<名簿>と" in mail.text, "&lt;名簿&gt;" in mail.html) == (not confirmed, not confirmed)
    assert "ひだまり" not in mail.subject
