"""The mail of an invitation: in the group's name, never in that of who brought the list; an address that does not exist is noted."""

from server.kit.mail import AddressRefused
from server.kit.text import day_of
from server.notifications.reads import was_mailed
from server.rosters.commands import InvitationLetter, issue_invitation, note_bounce
from server.rosters.events import InvitationSent
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.parts import Parts


async def mail_invitation(parts: Parts, event: InvitationSent, key: str) -> None:
    """Mail the link; it is committed before the mail leaves, and a mail that must be sent again carries another."""
    async with parts.db.transaction() as session:
        invitation = None if await was_mailed(session, key) else await issue_invitation(session, event.entry_id)
    if invitation is None:
        return
    try:
        await deliver(parts, write_mail(_letter(invitation), parts.settings, key))
    except AddressRefused:
        async with parts.db.transaction() as session:
            await note_bounce(session, event.entry_id)


def _letter(invitation: InvitationLetter) -> Letter:
    group, language = invitation.group, invitation.language
    return Letter(
        name="invitation",
        to=invitation.email,
        language=language,
        path=links.invitation(invitation.token),
        refusal_path=links.refusal(invitation.refusal),
        words={
            "name": invitation.name,
            "group": (language == "en" and group.name_en) or group.name,
            "day": day_of(language, invitation.lapses_at),
        },
    )
