"""The mails about another address: a link to each of the two, word to whoever has the new one already, and word when it is done."""

from server.accounts.commands import ChangeLetter, Side, issue_change_token
from server.accounts.events import EmailChanged, EmailChangeRequested
from server.accounts.reads import change_of
from server.kit.ids import MemberId
from server.notifications.reads import was_mailed
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import receiver_of
from workers.parts import Parts


async def mail_old_address(parts: Parts, event: EmailChangeRequested, key: str) -> None:
    """Ask the present address."""
    await _ask(parts, event, "old", f"{key}:old")


async def mail_new_address(parts: Parts, event: EmailChangeRequested, key: str) -> None:
    """Ask the new address, or tell its owner that it stays theirs."""
    await _ask(parts, event, "new", f"{key}:new")


async def mail_changed_address(parts: Parts, event: EmailChanged, key: str) -> None:
    """Tell the address of before, which nobody can sign in with any more."""
    async with parts.db.read() as session:
        change = await change_of(session, event.change_id)
        receiver = None if change is None else await receiver_of(session, MemberId(change.member_id))
    if change is None or receiver is None:
        return
    words: dict[str, object] = {"email": change.new_email}
    letter = Letter(name="email_changed", to=change.old_email, language=receiver.actor.language, path=links.SIGN_IN, words=words)
    await deliver(parts, write_mail(letter, parts.settings, key))


async def _ask(parts: Parts, event: EmailChangeRequested, side: Side, key: str) -> None:
    """Mail one side its link; committed before the mail leaves, as that of a sign-in is."""
    async with parts.db.transaction() as session:
        wanted = None if await was_mailed(session, key) else await issue_change_token(session, event.change_id, side)
    if wanted is not None:
        await deliver(parts, write_mail(_letter(wanted, side), parts.settings, key))


def _letter(wanted: ChangeLetter, side: Side) -> Letter:
    return Letter(
        name="email_change_taken" if wanted.token is None else f"email_change_{side}",
        to=wanted.to,
        language=wanted.language,
        path=links.SIGN_IN if wanted.token is None else links.email_change(wanted.token),
        words={"email": wanted.new_email},
    )
