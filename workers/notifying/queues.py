"""The weekly mail to who decides: what waits in their queue, on a Monday morning; nothing where nothing waits.

It goes to who did not switch it off. Who never set up a second factor could not open the queue, and reads in the mail
no more than that: how much waits.
"""

from datetime import datetime, timedelta
from typing import Final

from server.accounts.commands import queue_mail_refusal
from server.accounts.reads import account_of, has_factor
from server.groups.reads import applications_by_ids, groups_by_ids
from server.kit.actor import Language
from server.kit.clock import TOKYO, now
from server.kit.db import Session
from server.kit.ids import AffiliationId, ApplicationId, GroupId, MemberId
from server.kit.paging import PageRequest
from server.kit.text import sentence
from server.moderation.reads import QueueEntry, queue, waiting_in_queue, who_decides
from server.people.reads import affiliations_by_ids
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import Receiver, name_of, receiver_of
from workers.notifying.rounds import go_round
from workers.parts import Parts

_MONDAY, _HOURS = 0, range(8, 20)
# So many lines say what waits longest; the page has the rest.
_LINES: Final = 10


async def remind_of_queues(parts: Parts, at: datetime | None = None) -> None:
    """Mail everybody who decides what waits for them, once a week, on a Monday between eight and eight in Japan."""
    moment = (at or now()).astimezone(TOKYO)
    if moment.weekday() != _MONDAY or moment.hour not in _HOURS:
        return
    async with parts.db.read() as session:
        deciders = await who_decides(session)
    await go_round("queue", deciders, lambda member: _remind(parts, member, moment))


async def _remind(parts: Parts, member: MemberId, moment: datetime) -> None:
    async with parts.db.read() as session:
        letter = await _letter(session, member, moment, queue_mail_refusal(parts.seal, member))
    if letter is not None:
        await deliver(parts, write_mail(letter, parts.settings, f"queue:{member}:{moment.date()}"))


async def _letter(session: Session, member: MemberId, moment: datetime, refusal: str) -> Letter | None:
    receiver, account = await receiver_of(session, member), await account_of(session, member)
    if receiver is None or account is None or not account.queue_mail:
        return None
    waiting = await waiting_in_queue(session, receiver.actor)
    if not waiting:
        return None
    opens = await has_factor(session, member)
    return Letter(
        name="queue" if opens else "queue_unopened",
        to=receiver.email,
        language=receiver.actor.language,
        path=links.QUEUE if opens else links.SIGN_INS,
        words={"count": waiting},
        quote=await _lines(session, receiver, moment) if opens else None,
        refusal_path=links.queue_refusal(refusal),
    )


async def _lines(session: Session, receiver: Receiver, moment: datetime) -> str:
    page = await queue(session, receiver.actor, PageRequest(_LINES))
    lines = [await _line(session, receiver, entry, moment) for entry in page.items]
    more = (page.total or 0) - len(lines)
    if more > 0:
        lines.append(sentence(receiver.actor.language, "mail.queue_lines.more", count=more))
    return "\n".join(lines)


async def _line(session: Session, receiver: Receiver, entry: QueueEntry, moment: datetime) -> str:
    """What waits, for how long: people by name, and of a report no more than that there is one."""
    language = receiver.actor.language
    member = await _member(session, receiver, entry)
    name = None if member is None else await name_of(session, receiver, member)
    what = sentence(language, f"mail.queue_lines.{entry.kind}", name=name or "")
    place = "" if entry.group_id is None else await _group(session, language, entry.group_id)
    days = (moment - entry.waiting_since) // timedelta(days=1)
    return sentence(language, "mail.queue_lines.line" if place else "mail.queue_lines.bare", what=what, place=place, days=days)


async def _member(session: Session, receiver: Receiver, entry: QueueEntry) -> MemberId | None:
    if entry.kind == "application":
        key = ApplicationId(entry.id)
        row = (await applications_by_ids(session, receiver.actor, [key])).get(key)
        return None if row is None else MemberId(row.member_id)
    if entry.kind == "affiliation":
        view = (await affiliations_by_ids(session, receiver.actor, [AffiliationId(entry.id)])).get(AffiliationId(entry.id))
        return None if view is None else view.member_id
    return None


async def _group(session: Session, language: Language, group: GroupId) -> str:
    row = (await groups_by_ids(session, [group])).get(group)
    if row is None:
        return ""
    return row.name_en if language == "en" and row.name_en else row.name
