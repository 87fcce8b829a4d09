"""The mails that sign in and up: a link and a code, or word that there is no account, or one already; and word of a changed identity."""

from datetime import timedelta

from server.accounts.commands import Letter as Secrets
from server.accounts.commands import issue_secrets
from server.accounts.events import IdentityLinked, IdentityUnlinked, SignInRequested, SignUpRequested
from server.accounts.rules import REQUEST_LIVES
from server.notifications.reads import was_mailed
from workers.mails import links
from workers.mails.writing import Letter, write_mail
from workers.notifying.delivery import deliver
from workers.notifying.receivers import receiver_of
from workers.parts import Parts


async def mail_secrets(parts: Parts, event: SignInRequested | SignUpRequested, key: str) -> None:
    """Mail the link and the code of a request.

    They are committed before the mail leaves, so that a quick reader finds them; a mail that must be sent again carries new ones.
    """
    async with parts.db.transaction() as session:
        secrets = None if await was_mailed(session, key) else await issue_secrets(session, event.request_id)
    if secrets is not None:
        await deliver(parts, write_mail(_letter(parts, secrets), parts.settings, key))


async def mail_identity(parts: Parts, event: IdentityLinked | IdentityUnlinked, key: str) -> None:
    """Tell the member that another account signs them in now, or no longer does."""
    async with parts.db.read() as session:
        receiver = await receiver_of(session, event.member_id)
    if receiver is not None:
        letter = Letter(
            name="identity_linked" if isinstance(event, IdentityLinked) else "identity_unlinked",
            to=receiver.email,
            language=receiver.actor.language,
            path=links.MY_SIGN_INS,
            words={"provider": _provider(parts)},
        )
        await deliver(parts, write_mail(letter, parts.settings, key))


def _provider(parts: Parts) -> str:
    return parts.settings.oidc.name if parts.settings.oidc else "OpenID"


def _letter(parts: Parts, secrets: Secrets) -> Letter:
    return Letter(
        name=secrets.purpose,
        to=secrets.email,
        language=secrets.language,
        path=links.JOIN if secrets.token is None else links.sign_in(secrets.token),
        words={"minutes": REQUEST_LIVES // timedelta(minutes=1), "provider": _provider(parts)},
        code=secrets.code,
    )
