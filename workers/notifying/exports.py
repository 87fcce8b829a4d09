"""Telling a member that their data can be downloaded: a notice, and a mail that holds nothing but the way to the page."""

from server.exports.events import ExportPrepared
from server.exports.reads import exports_by_ids
from server.kit.text import day_of
from server.notifications.commands import write_notice
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import receiver_of
from workers.parts import Parts


async def notify_of_export(parts: Parts, event: ExportPrepared, key: str) -> None:
    """Tell the member, as long as there is something to download."""
    async with parts.db.transaction() as session:
        receiver = await receiver_of(session, event.member_id)
        if receiver is not None and await exports_by_ids(session, receiver.actor, [event.export_id]):
            await write_notice(session, event.member_id, event, key)


async def mail_export(parts: Parts, event: ExportPrepared, key: str) -> None:
    """Mail until when it can be downloaded; whoever has the mail alone has nothing."""
    async with parts.db.read() as session:
        receiver = await receiver_of(session, event.member_id)
        found = {} if receiver is None else await exports_by_ids(session, receiver.actor, [event.export_id])
    export = found.get(event.export_id)
    if receiver is None or export is None or export.expires_at is None:
        return
    language = receiver.actor.language
    words: dict[str, object] = {"day": day_of(language, export.expires_at)}
    letter = Letter(name="export_prepared", to=receiver.email, language=language, path=links.MY_DATA, words=words)
    await deliver(parts, write_mail(letter, parts.settings, key))
