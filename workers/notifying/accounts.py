"""The mails that sign in and up: a link and a code, or word that the address has no account, or has one already."""

from datetime import timedelta

from server.accounts.commands import Letter as Secrets
from server.accounts.commands import issue_secrets
from server.accounts.events import SignInRequested, SignUpRequested
from server.accounts.rules import REQUEST_LIVES
from server.notifications.reads import was_mailed
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.parts import Parts


async def mail_secrets(parts: Parts, event: SignInRequested | SignUpRequested, key: str) -> None:
    """Mail the link and the code of a request.

    They are committed before the mail leaves, so that a quick reader finds them; a mail that must be sent again carries new ones.
    """
    async with parts.db.transaction() as session:
        secrets = None if await was_mailed(session, key) else await issue_secrets(session, event.request_id)
    if secrets is not None:
        await deliver(parts, write_mail(_letter(secrets), parts.settings, key))


def _letter(secrets: Secrets) -> Letter:
    return Letter(
        name=secrets.purpose,
        to=secrets.email,
        language=secrets.language,
        path=links.JOIN if secrets.token is None else links.sign_in(secrets.token),
        words={"minutes": REQUEST_LIVES // timedelta(minutes=1)},
        code=secrets.code,
    )
