"""The mails to somebody who is leaving: that it was asked for, and that the day is near."""

from server.accounts.reads import departure_of
from server.departures.events import DepartureAsked, DepartureReminded
from server.kit.text import day_of
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import receiver_of
from workers.parts import Parts


async def mail_departure(parts: Parts, event: DepartureAsked | DepartureReminded, key: str) -> None:
    """Mail the day on which everything is erased, and how to stay; nothing to whoever stays by the time."""
    async with parts.db.read() as session:
        receiver = await receiver_of(session, event.member_id)
        departure = await departure_of(session, event.member_id)
    if receiver is None or departure is None or departure.erase_at is None:
        return
    language = receiver.actor.language
    letter = Letter(
        name="departure_asked" if isinstance(event, DepartureAsked) else "departure_near",
        to=receiver.email,
        language=language,
        path=links.MY_DATA,
        words={"day": day_of(language, departure.erase_at)},
    )
    await deliver(parts, write_mail(letter, parts.settings, key))
