"""What two members are told of a connection: who is asked, that they are; who asked, that it was accepted. A decline tells nobody."""

from server.kit.db import Session
from server.kit.ids import MemberId
from server.notifications.commands import answer_notice, write_notice
from server.people.events import ConnectionAccepted, ConnectionAsked, ConnectionDeclined, ConnectionEnded, ConnectionRequestWithdrawn
from server.people.reads import connections_between
from server.people.rules.connections import Between
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import Receiver, name_of, receiver_of
from workers.parts import Parts

Told = ConnectionAccepted | ConnectionAsked


async def notify_of_connection(parts: Parts, event: Told, key: str) -> None:
    """Write the notice, unless it was taken back by now, or the two do not meet any more."""
    async with parts.db.transaction() as session:
        if await _as_it_stands(session, event) is not None:
            await write_notice(session, _whom(event)[0], event, key)


async def answer_request(parts: Parts, event: ConnectionAccepted | ConnectionDeclined | ConnectionRequestWithdrawn, _key: str) -> None:
    """Let the notice of a request that waits no longer be read."""
    async with parts.db.transaction() as session:
        await answer_notice(session, event.asked_id, ConnectionAsked(asker_id=event.asker_id, asked_id=event.asked_id))


async def mark_acceptance_read(parts: Parts, event: ConnectionEnded, _key: str) -> None:
    """Let what told either of the two that they were connected be read: there is nothing behind it any more that a page could show."""
    async with parts.db.transaction() as session:
        for asker, asked in ((event.member_id, event.other_id), (event.other_id, event.member_id)):
            await answer_notice(session, asker, ConnectionAccepted(asker_id=asker, asked_id=asked))


async def mail_of_connection(parts: Parts, event: Told, key: str) -> None:
    """Mail it, unless it was taken back or answered by now, or the two do not meet any more; the note stays on the page."""
    async with parts.db.read() as session:
        receiver, other = await _as_it_stands(session, event), _whom(event)[1]
        name = None if receiver is None else await name_of(session, receiver, other)
    if receiver is None or name is None:
        return
    letter = Letter(
        name="connection_asked" if isinstance(event, ConnectionAsked) else "connection_accepted",
        to=receiver.email,
        language=receiver.actor.language,
        path=links.person(other),
        words={"name": name},
    )
    await deliver(parts, write_mail(letter, parts.settings, key))


async def _as_it_stands(session: Session, event: Told) -> Receiver | None:
    """Return whom to tell; None where what happened does not hold any more, in the eyes of who is told."""
    member, other = _whom(event)
    receiver = await receiver_of(session, member)
    if receiver is None:
        return None
    wanted = Between.ASKS_VIEWER if isinstance(event, ConnectionAsked) else Between.CONNECTED
    view = (await connections_between(session, receiver.actor, [other])).get(other)
    return receiver if view is not None and view.between is wanted else None


def _whom(event: Told) -> tuple[MemberId, MemberId]:
    """Return who is told, and of whom."""
    asked = isinstance(event, ConnectionAsked)
    return (event.asked_id, event.asker_id) if asked else (event.asker_id, event.asked_id)
