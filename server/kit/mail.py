"""Mail: what a mail is, and the two ways out: SMTP, or the outbox table that the embedded mode shows at /dev/mail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid, parseaddr
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit
from uuid import UUID

import aiosmtplib
from sqlalchemy import delete, func, or_
from sqlalchemy.orm import Mapped, mapped_column

from server.kit.clock import now
from server.kit.db import Base, Database, Session
from server.kit.ids import uuid7

_FOR_GOOD: Final = 500
# An address is longer than a line of 78, and what is folded inside it is one to nobody; mail allows 998.
_WHOLE: Final = SMTP.clone(max_line_length=990, cte_type="7bit")


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail to one address. `key` is stable over retries of the same job, and becomes part of the Message-ID.

    `refusal` is the address that a mail program calls, without asking anybody, for who wants no such mail any more (RFC 8058).
    """

    to: str
    subject: str
    text: str
    html: str
    key: str
    refusal: str | None = None


class OutboxMail(Base):
    """A mail that was not sent: what /dev/mail shows while everything is embedded."""

    __tablename__ = "outbox_mail"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)
    recipient: Mapped[str] = mapped_column(index=True)
    subject: Mapped[str]
    text: Mapped[str]
    html: Mapped[str]
    sent_at: Mapped[datetime] = mapped_column(default=now)


async def forget_mail(session: Session, address: str, words: Iterable[str]) -> None:
    """Delete the kept mails to an address, and those in which one of the words stands: names, titles."""
    said = [column.contains(word, autoescape=True) for word in words for column in (OutboxMail.subject, OutboxMail.text, OutboxMail.html)]
    await session.execute(delete(OutboxMail).where(or_(func.lower(OutboxMail.recipient) == address.lower(), *said)))


class AddressRefused(Exception):
    """The mail server says for good (5xx) that it delivers nothing to the address; another try would say the same."""


class Mailer(Protocol):
    """The port."""

    async def send(self, mail: Mail) -> None:
        """Hand the mail over; raise AddressRefused, or whatever else kept it from being accepted, so that the job comes again."""
        ...


class Outbox:
    """Keeps mails in the database instead of sending them."""

    def __init__(self, db: Database) -> None:
        """`db` is where they are kept."""
        self._db = db

    async def send(self, mail: Mail) -> None:
        """Keep the mail."""
        async with self._db.transaction() as session:
            session.add(OutboxMail(recipient=mail.to, subject=mail.subject, text=mail.text, html=mail.html))


class Smtp:
    """Sends over SMTP. The URL is smtp[s]://[user:password@]host[:port][?starttls=true]."""

    def __init__(self, url: str, sender: str) -> None:
        """`sender` is the From address."""
        parts = urlsplit(url)
        self._sender = sender
        self._tls = parts.scheme == "smtps"
        self._host = parts.hostname or "localhost"
        self._port = parts.port or (465 if self._tls else 25)
        self._user = unquote(parts.username) if parts.username else None
        self._password = unquote(parts.password) if parts.password else None

    async def send(self, mail: Mail) -> None:
        """Send one mail over a connection of its own; STARTTLS is used where the server offers it."""
        try:
            await aiosmtplib.send(
                self._message(mail).as_bytes(),
                sender=parseaddr(self._sender)[1],
                recipients=[mail.to],
                hostname=self._host,
                port=self._port,
                username=self._user,
                password=self._password,
                use_tls=self._tls,
                timeout=20,
            )
        except aiosmtplib.SMTPRecipientsRefused as refused:
            if all(each.code >= _FOR_GOOD for each in refused.recipients):
                raise AddressRefused from refused
            raise

    def _message(self, mail: Mail) -> EmailMessage:
        message = EmailMessage(policy=_WHOLE)
        message["From"] = self._sender
        message["To"] = mail.to
        message["Subject"] = mail.subject
        message["Message-ID"] = make_msgid(idstring=mail.key.replace(":", "."), domain=self._sender.rpartition("@")[2].rstrip(">"))
        message["Auto-Submitted"] = "auto-generated"
        if mail.refusal is not None:
            message["List-Unsubscribe"] = f"<{mail.refusal}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message.set_content(mail.text)
        message.add_alternative(mail.html, subtype="html")
        return message
