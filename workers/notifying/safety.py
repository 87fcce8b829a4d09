"""The mail that tells a member of every change of what proves who they are, so that one which was not theirs is noticed."""

from typing import Final, TypeAlias

from server.accounts.events import (
    PasskeyRegistered,
    PasskeyRemoved,
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    SecondFactorLifted,
    TotpConfirmed,
    TotpRemoved,
)
from server.kit.text import sentence
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import receiver_of
from workers.parts import Parts

Change: TypeAlias = (
    PasskeyRegistered | PasskeyRemoved | RecoveryCodesRenewed | RecoveryCodeUsed | SecondFactorLifted | TotpConfirmed | TotpRemoved
)
# What each change is called in the catalogue.
CHANGES: Final[dict[type[Change], str]] = {
    PasskeyRegistered: "passkey_registered",
    PasskeyRemoved: "passkey_removed",
    RecoveryCodesRenewed: "recovery_codes_renewed",
    RecoveryCodeUsed: "recovery_code_used",
    SecondFactorLifted: "second_factor_lifted",
    TotpConfirmed: "totp_confirmed",
    TotpRemoved: "totp_removed",
}


async def mail_safety(parts: Parts, event: Change, key: str) -> None:
    """Mail the member what was changed, and what to do if it was not they."""
    async with parts.db.read() as session:
        receiver = await receiver_of(session, event.member_id)
    if receiver is None:
        return
    language = receiver.actor.language
    words: dict[str, object] = {
        "what": sentence(language, f"mail.changes.{CHANGES[type(event)]}"),
        "contact": parts.settings.contact or sentence(language, "mail.deciders.stewards"),
    }
    letter = Letter(name="safety_changed", to=receiver.email, language=language, path=links.SIGN_INS, words=words)
    await deliver(parts, write_mail(letter, parts.settings, key))
