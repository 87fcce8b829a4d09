"""The daily and the weekly mail of what met somebody's standing queries: by query, each post once, and nothing where nothing came."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from server.kit.actor import Language
from server.kit.clock import TOKYO, now
from server.kit.db import Session
from server.kit.ids import MemberId, OpportunityId
from server.kit.text import sentence
from server.standing.commands import note_told, standing_mail_refusal
from server.standing.reads import Waiting, members_waiting, waiting_for
from server.standing.rules import Channel
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import receiver_of
from workers.notifying.rounds import go_round_all
from workers.parts import Parts

_MONDAY, _HOURS = 0, range(7, 20)
_BATCH: Final = 200
# So many lines of one query; the page has the rest.
_LINES: Final = 10


async def send_digests(parts: Parts, at: datetime | None = None) -> None:
    """Mail what came in, once a day in the morning in Japan; on a Monday together with what is wanted once a week."""
    moment = (at or now()).astimezone(TOKYO)
    if moment.hour not in _HOURS:
        return
    channels = frozenset({Channel.DAILY, Channel.WEEKLY}) if moment.weekday() == _MONDAY else frozenset({Channel.DAILY})
    await go_round_all(
        parts,
        "digest",
        lambda session, after: members_waiting(session, channels, after, _BATCH),
        lambda member: _send(parts, member, channels, moment),
    )


async def _send(parts: Parts, member: MemberId, channels: Collection[Channel], moment: datetime) -> None:
    async with parts.db.read() as session:
        written = await _letter(session, member, channels, standing_mail_refusal(parts.seal, member))
    if written is not None:
        letter, told = written
        mail = write_mail(letter, parts.settings, f"digest:{member}:{moment.date()}")
        await deliver(parts, mail, partial(note_told, member=member, opportunities=told))


async def _letter(
    session: Session, member: MemberId, channels: Collection[Channel], refusal: str
) -> tuple[Letter, Sequence[OpportunityId]] | None:
    receiver = await receiver_of(session, member)
    if receiver is None or receiver.actor.leaving:
        return None
    waiting = await waiting_for(session, receiver.actor, channels)
    if not waiting:
        return None
    language = receiver.actor.language
    told = [OpportunityId(post.id) for each in waiting for post in each.posts]
    letter = Letter(
        name="standing_digest",
        to=receiver.email,
        language=language,
        path=links.SEARCHES,
        words={"count": len(told)},
        quote="\n\n".join(_of_query(each, language) for each in waiting),
        refusal_path=links.standing_refusal(refusal),
    )
    return letter, told


def _of_query(each: Waiting, language: Language) -> str:
    """The name of the search, which says why these came, and a line for each post."""
    lines = [sentence(language, "mail.standing_lines.search", name=each.query.name, count=len(each.posts))]
    lines += [sentence(language, "mail.standing_lines.post", title=post.title) for post in each.posts[:_LINES]]
    if len(each.posts) > _LINES:
        lines.append(sentence(language, "mail.standing_lines.more", count=len(each.posts) - _LINES))
    return "\n".join(lines)
