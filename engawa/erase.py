"""Erasing a member from the command line, at once: for whoever runs the deployment and has a lawful request."""

from engawa.engines import engine_of, mirror_of
from engawa.grant import NotGranted, change
from server.accounts.reads import account_by_email
from server.audit.commands import AuditNote, write_audit
from server.departures.commands import check_replaceable, delete_files, erase_member
from server.kit.files import files_of
from server.kit.ids import MemberId
from server.kit.settings import Settings


async def erase_now(settings: Settings, email: str) -> str:
    """Erase the member with this address; return the sentence that says so, or raise NotGranted."""
    async with change(settings) as session:
        account = await account_by_email(session, email)
        if account is None:
            raise NotGranted(f"{email} has no account")
        member = MemberId(account.id)
        await check_replaceable(session, member)
        # The entry stays, under a pseudonym that leads to nobody from this transaction on.
        note = AuditNote(actor=member, right="command line", action="erase_member", subject_kind="member", subject_member=member)
        await write_audit(session, note)
        await delete_files(session, files_of(settings), member)
        await erase_member(session, engine_of(mirror_of(settings)), member)
        return f"{email} is erased. Copies that were made of the database before still hold them."
