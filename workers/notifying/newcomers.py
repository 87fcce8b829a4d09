"""The weekly mail of who came that meets what somebody saved of people: by search, each person once, none where nobody came."""

from datetime import datetime, time, timedelta
from functools import partial
from typing import Final

from server.kit.actor import Language
from server.kit.clock import TOKYO, now
from server.kit.db import Session
from server.kit.ids import MemberId
from server.kit.text import sentence
from server.standing.commands import note_looked, standing_mail_refusal
from server.standing.reads import Newcomers, members_looking, newcomers_for
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import receiver_of
from workers.notifying.rounds import go_round_all
from workers.parts import Parts

_MONDAY, _HOURS = 0, range(8, 20)
_BATCH: Final = 200
# Who was confirmed a moment ago may not have reached the index, and is told of next week.
_INDEXED: Final = timedelta(hours=1)


async def tell_of_newcomers(parts: Parts, at: datetime | None = None) -> None:
    """Look through everybody's queries over people, once a week, on a Monday between eight and eight in Japan."""
    moment = (at or now()).astimezone(TOKYO)
    if moment.weekday() != _MONDAY or moment.hour not in _HOURS:
        return
    today = datetime.combine(moment.date(), time(), TOKYO)
    await go_round_all(
        parts,
        "newcomers",
        lambda session, after: members_looking(session, today, after, _BATCH),
        lambda member: _tell(parts, member, moment),
    )


async def _tell(parts: Parts, member: MemberId, moment: datetime) -> None:
    until = moment - _INDEXED
    async with parts.db.read() as session:
        letter = await _letter(parts, session, member, until)
    if letter is None:
        async with parts.db.transaction() as session:
            await note_looked(session, member, until)
        return
    mail = write_mail(letter, parts.settings, f"newcomers:{member}:{moment.date()}")
    await deliver(parts, mail, partial(note_looked, member=member, until=until))


async def _letter(parts: Parts, session: Session, member: MemberId, until: datetime) -> Letter | None:
    receiver = await receiver_of(session, member)
    if receiver is None or receiver.actor.leaving:
        return None
    found = await newcomers_for(session, parts.engine, receiver.actor, until)
    if not found:
        return None
    language = receiver.actor.language
    return Letter(
        name="standing_people",
        to=receiver.email,
        language=language,
        path=links.SEARCHES,
        words={"count": sum(len(each.people) for each in found)},
        quote="\n\n".join(_of_query(each, language) for each in found),
        refusal_path=links.standing_refusal(standing_mail_refusal(parts.seal, member)),
    )


def _of_query(each: Newcomers, language: Language) -> str:
    lines = [sentence(language, "mail.standing_lines.people", name=each.query.name, count=len(each.people))]
    names = [view.romanised if language == "en" and view.romanised else view.name for view in each.people]
    return "\n".join([*lines, *(sentence(language, "mail.standing_lines.person", name=name) for name in names)])
