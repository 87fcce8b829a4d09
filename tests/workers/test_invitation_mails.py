"""Invitations over real SMTP: the server that says 550 of an address marks it, one that says 450 is asked again, and the others go."""

import re
from collections.abc import Generator
from email.message import Message

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import select

from server.kit.db import Database
from server.kit.ids import GroupId
from server.kit.keyed import KeyedHash
from server.kit.mail import Smtp
from server.rosters.commands import Bringing, Reading, import_on_the_command_line
from server.rosters.events import InvitationSent
from server.rosters.model import RosterEntry
from server.rosters.rules import table_of
from tests.conftest import Letters, OnAnyPort
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.rosters import a_row, as_csv
from tests.support.working import worker_parts
from workers.performing import handle


class Choosy(Letters):
    """A server that refuses some addresses: for good, or for now."""

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802
        """Answer RCPT TO."""
        if address.startswith("nagi2@"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("nagi3@"):
            return "450 4.2.1 try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def choosy() -> Generator[tuple[str, Choosy]]:
    """The server's URL, and what it received."""
    letters = Choosy()
    controller = OnAnyPort(letters)
    controller.start()
    yield f"smtp://127.0.0.1:{controller.port}", letters
    controller.stop()


async def test_who_bounces_is_marked_and_the_others_go_on(database: Database, choosy: tuple[str, Choosy]) -> None:
    """550 is for good; 450 fails, so that the job comes again; nothing else is lost."""
    url, letters = choosy
    async with database.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ")).id)
        table = table_of(as_csv([a_row(1), a_row(2), a_row(3)]))
        reading = Reading(table, KeyedHash("a secret of the deployment"), lambda _progress, _bad: None)
        await import_on_the_command_line(session, Bringing(group, "総会で同意を得ています。"), reading)
        entries = (await session.scalars(select(RosterEntry).order_by(RosterEntry.id))).all()
        for entry in entries:
            entry.state = "invited"
    real = {"public_url": "https://engawa.example", "operated_by": "縁側の会", "contact": "desk@engawa.example", "smtp_url": url}
    parts = worker_parts(database, Smtp(url, "Engawa <no-reply@engawa.example>"), **real)
    failed = [len(await handle(parts, InvitationSent(entry_id=entry.id, group_id=group), f"invitation {entry.id}")) for entry in entries]  # pyright: ignore[reportArgumentType]
    assert failed == [0, 0, 1]
    (mail,) = letters.received
    assert isinstance(mail, Message)
    assert mail["To"] == "nagi1@people.example"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(r"<https://engawa\.example/invitations/refused/[\w-]{43}>", "".join(mail["List-Unsubscribe"].split()))
    async with database.read() as session:
        states = (await session.scalars(select(RosterEntry.state).order_by(RosterEntry.id))).all()
    assert list(states) == ["invited", "bounced", "invited"]
