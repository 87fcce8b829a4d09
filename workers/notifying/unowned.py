"""What is told where nobody owns a group any more: to who goes on running it, and to the stewards, who name somebody."""

from server.accounts.reads import stewards_here
from server.groups.events import OwnershipEnded
from server.groups.model import AlumniGroup
from server.groups.reads import groups_by_ids, operators_of, owners_here
from server.kit.db import Session
from server.kit.ids import MemberId
from server.notifications.commands import write_notice
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import receiver_of
from workers.parts import Parts


async def notify_of_ownership(parts: Parts, event: OwnershipEnded, key: str) -> None:
    """Tell each of them, once."""
    async with parts.db.transaction() as session:
        for member in await _concerned(session, event):
            await write_notice(session, member, event, key)


async def mail_ownership(parts: Parts, event: OwnershipEnded, key: str) -> None:
    """Mail each of them what is missing, and who can do something about it."""
    async with parts.db.read() as session:
        members = await _concerned(session, event)
    for member in members:
        async with parts.db.read() as session:
            letter = await _letter(session, member, event)
        if letter is not None:
            await deliver(parts, write_mail(letter, parts.settings, f"{key}:{member}"))


async def _concerned(session: Session, event: OwnershipEnded) -> list[MemberId]:
    """Nobody, where somebody owns the group again by now, or it was closed."""
    if await _unowned(session, event) is None:
        return []
    going_on = (await operators_of(session, [event.group_id])).get(event.group_id, [])
    return sorted({*going_on, *await stewards_here(session)})


async def _unowned(session: Session, event: OwnershipEnded) -> AlumniGroup | None:
    group = (await groups_by_ids(session, [event.group_id])).get(event.group_id)
    return None if group is None or group.state != "admitted" or await owners_here(session, event.group_id) else group


async def _letter(session: Session, member: MemberId, event: OwnershipEnded) -> Letter | None:
    group, receiver = await _unowned(session, event), await receiver_of(session, member)
    if group is None or receiver is None:
        return None
    language = receiver.actor.language
    return Letter(
        name="owner_to_name" if receiver.actor.is_steward else "owner_missing",
        to=receiver.email,
        language=language,
        path=links.group_roles(group.slug),
        words={"group": group.name_en if language == "en" and group.name_en else group.name},
    )
