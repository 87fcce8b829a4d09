"""The two mails about talks: a new response to one's post, and the first message that waits unread."""

from datetime import timedelta
from functools import partial
from typing import Final

from server.conversations.events import MessageSent
from server.kit.clock import now
from server.kit.db import Session
from server.kit.ids import ConversationId, ResponseId
from server.notifications.commands import note_mailed
from server.notifications.reads import Unread, first_unread
from server.opportunities.events import OpportunityResponded
from server.opportunities.reads import label_text, opportunities_by_ids, responses_by_conversations, responses_by_ids
from server.opportunities.rules import Breadth, Label, ResponseState
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import Receiver, name_of, receiver_of, wants_no_word
from workers.parts import NotYet, Parts

# Who has the conversation open reads a message within seconds, and needs no mail.
QUIET: Final = timedelta(seconds=10)


async def mail_response(parts: Parts, event: OpportunityResponded, key: str) -> None:
    """Mail the author of a post that somebody raised a hand, unless that was taken back or answered by now."""
    async with parts.db.read() as session:
        letter = await _of_response(session, event)
    if letter is not None:
        await deliver(parts, write_mail(letter, parts.settings, key))


async def mail_first_unread(parts: Parts, event: MessageSent, _key: str) -> None:
    """Mail those for whom this is the first message unread; once, until they have read."""
    async with parts.db.read() as session:
        waiting = await first_unread(session, event.message_id)
        if any(now() - unread.sent_at < QUIET for unread in waiting):
            raise NotYet(QUIET)
        letters = [(unread, await _of_unread(session, event, unread)) for unread in waiting]
    for unread, letter in letters:
        if letter is not None:
            mail = write_mail(letter, parts.settings, unread.key)
            await deliver(parts, mail, partial(note_mailed, unread=unread))


async def _of_response(session: Session, event: OpportunityResponded) -> Letter | None:
    author = await receiver_of(session, event.author_id)
    if author is None or await wants_no_word(session, event.author_id, event.responder_id):
        return None
    thread = (await responses_by_ids(session, author.actor, [event.response_id])).get(event.response_id)
    post = (await opportunities_by_ids(session, author.actor, [event.opportunity_id])).get(event.opportunity_id)
    if thread is None or post is None or thread.response.state != ResponseState.RESPONDED.value:
        return None
    if thread.label is not None and thread.label.breadth is not Breadth.MEMBER:
        return _nameless(author, event.response_id, post.title, thread.label)
    name = None if thread.label is not None else await name_of(session, author, event.responder_id)
    return Letter(
        name="new_response" if name else "new_response_unnamed",
        to=author.email,
        language=author.actor.language,
        path=links.talk(event.response_id),
        words={"title": post.title, "name": name},
    )


def _nameless(author: Receiver, response: ResponseId, title: str, label: Label) -> Letter:
    language = author.actor.language
    return Letter(
        name="new_response_labelled",
        to=author.email,
        language=language,
        path=links.talk(response),
        words={"title": title, "label": label_text(label, language)},
    )


async def _of_unread(session: Session, event: MessageSent, unread: Unread) -> Letter | None:
    receiver = await receiver_of(session, unread.member_id)
    if receiver is None or await wants_no_word(session, unread.member_id, event.author_id):
        return None
    response = await _response_of(session, receiver, event.conversation_id)
    if response is None:
        return None
    name = await name_of(session, receiver, event.author_id)
    return Letter(
        name="first_unread" if name else "first_unread_unnamed",
        to=receiver.email,
        language=receiver.actor.language,
        path=links.talk(response),
        words={"name": name},
    )


async def _response_of(session: Session, receiver: Receiver, conversation: ConversationId) -> ResponseId | None:
    return (await responses_by_conversations(session, receiver.actor, [conversation])).get(conversation)
