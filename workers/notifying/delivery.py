"""How a mail goes out once: its key is claimed in a transaction that commits when the mail server has accepted it.

A process that dies between the acceptance and the commit sends it again, under the same Message-ID; nothing else can.
"""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from server.kit.db import Session
from server.kit.mail import Mail
from server.notifications.commands import claim_mail
from workers.parts import Parts

Finish: TypeAlias = Callable[[Session], Awaitable[None]]


async def deliver(parts: Parts, mail: Mail, finish: Finish | None = None) -> None:
    """Send the mail unless one with its key went out; `finish` writes what else is true from then on."""
    async with parts.db.transaction() as session:
        if not await claim_mail(session, mail.key):
            return
        await parts.mailer.send(mail)
        if finish is not None:
            await finish(session)
