"""What is told about running a group: that it was admitted or not, who has which role, and that it was closed. Signed by the group."""

from server.groups.events import GroupAdmitted, GroupClosed, GroupDeclined, GroupProposalWithdrawn, RoleEnded, RoleGranted
from server.groups.reads import proposals_of, role_reason, visible_groups
from server.kit.actor import Language
from server.kit.clock import now
from server.kit.db import Session
from server.kit.ids import MemberId
from server.kit.text import sentence
from server.notifications.commands import mark_notices_of_group_read, write_notice
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import Receiver, receiver_of
from workers.parts import Parts
from workers.walking import people_of


async def notify_of_proposal(parts: Parts, event: GroupAdmitted | GroupDeclined, key: str) -> None:
    """Tell who proposed a group what became of it."""
    await _notify(parts, event.member_id, event, key)


async def notify_of_role(parts: Parts, event: RoleGranted | RoleEnded, key: str) -> None:
    """Tell somebody of the role that they were given or lost; not of what they did themselves."""
    await _notify(parts, None if event.own else event.member_id, event, key)


async def notify_of_closing(parts: Parts, event: GroupClosed, key: str) -> None:
    """Tell everybody who belonged to a group, once, that it is no more."""
    async for members in people_of(parts, event):
        async with parts.db.transaction() as session:
            for member in members:
                await write_notice(session, member, event, key)


async def mark_proposal_read(parts: Parts, event: GroupProposalWithdrawn, _key: str) -> None:
    """Let what told the member of a decision on their proposal be read, once they withdrew it."""
    async with parts.db.transaction() as session:
        await mark_notices_of_group_read(session, event.member_id, event.group_id)


async def mail_proposal(parts: Parts, event: GroupAdmitted | GroupDeclined, key: str) -> None:
    """Mail who proposed a group what became of it, and what comes next."""
    if event.member_id is None:
        return
    async with parts.db.read() as session:
        receiver = await receiver_of(session, event.member_id)
        letter = None if receiver is None else await _of_proposal(session, receiver, event)
    if letter is not None:
        await deliver(parts, write_mail(letter, parts.settings, key))


async def mail_role(parts: Parts, event: RoleGranted | RoleEnded, key: str) -> None:
    """Mail somebody the role that they were given or lost, with the reason; not what they did themselves."""
    if event.own or not event.role:
        return
    async with parts.db.read() as session:
        receiver = await receiver_of(session, event.member_id)
        letter = None if receiver is None else await _of_role(session, receiver, event)
    if letter is not None:
        await deliver(parts, write_mail(letter, parts.settings, key))


async def _of_proposal(session: Session, receiver: Receiver, event: GroupAdmitted | GroupDeclined) -> Letter | None:
    group = (await visible_groups(session, receiver.actor, [event.group_id])).get(event.group_id)
    admitted = isinstance(event, GroupAdmitted)
    if group is None or group.state != ("admitted" if admitted else "declined"):
        return None
    said = (await proposals_of(session, receiver.actor, [event.group_id])).get(event.group_id)
    return Letter(
        name="group_admitted" if admitted else "group_declined",
        to=receiver.email,
        language=receiver.actor.language,
        path=links.SIGN_INS if admitted and receiver.actor.needs_second_factor else links.group(group.slug),
        words={"group": _named(receiver.actor.language, group.name, group.name_en)},
        quote=None if admitted or said is None else said.reason,
    )


async def _of_role(session: Session, receiver: Receiver, event: RoleGranted | RoleEnded) -> Letter | None:
    group = (await visible_groups(session, receiver.actor, [event.group_id])).get(event.group_id)
    if group is None:
        return None
    language = receiver.actor.language
    words: dict[str, object] = {
        "group": _named(language, group.name, group.name_en),
        "role": sentence(language, f"mail.roles.{event.role}"),
    }
    return Letter(
        name="role_granted" if isinstance(event, RoleGranted) else "role_ended",
        to=receiver.email,
        language=language,
        path=links.group(group.slug),
        words=words,
        quote=await role_reason(session, receiver.actor, event.group_id, now()),
    )


async def _notify(parts: Parts, member: MemberId | None, event: GroupAdmitted | GroupDeclined | RoleGranted | RoleEnded, key: str) -> None:
    if member is None:
        return
    async with parts.db.transaction() as session:
        await write_notice(session, member, event, key)


def _named(language: Language, name: str, name_en: str | None) -> str:
    return name_en if language == "en" and name_en else name
