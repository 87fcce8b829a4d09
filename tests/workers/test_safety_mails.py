"""The mails about what proves who somebody is: every change is told, once, in the member's language, with what to do."""

from typing import Any

import pytest

from server.accounts.commands import request_email_change
from server.kit.actor import Actor
from server.kit.db import Database
from server.kit.ids import MemberId
from server.kit.log import record
from tests.factories.accounts import make_session
from tests.factories.people import make_member
from tests.support.working import Breaking, hurry, outbox, worker_parts
from workers.drain import drain
from workers.notifying.safety import CHANGES
from workers.parts import Parts


@pytest.mark.parametrize(("language", "subject"), [("ja", "ログインの設定が変わりました"), ("en", "Your sign-in settings have changed")])
async def test_every_change_is_told(database: Database, parts: Parts, language: Any, subject: str) -> None:
    """Each in its own words, and none with a link that does more than open the settings."""
    async with database.transaction() as session:
        member = await make_member(session, email="yu@people.example", language=language)
        for change in CHANGES:
            record(session, change(member_id=member))
    assert await drain(parts) == len(CHANGES)
    sent = await outbox(database)
    assert {(mail.recipient, mail.subject) for mail in sent} == {("yu@people.example", subject)}
    assert len({mail.text.split("\n\n")[0] for mail in sent}) == len(CHANGES)
    assert all("/me/signins" in mail.text and "token" not in mail.text for mail in sent)


async def test_a_change_of_address_asks_both_once(database: Database, parts: Parts) -> None:
    """When the second mail could not leave, the first one's link goes on working and is not sent again."""
    async with database.transaction() as session:
        member = await make_member(session, email="old@people.example", language="en")
        opened = await make_session(session, member)
        await request_email_change(session, Actor(member_id=MemberId(member), session_id=opened.id), "new@people.example")
    failing = worker_parts(database, Second(parts.mailer))
    assert await drain(failing) == 0
    await hurry(database)
    assert await drain(failing) == 1
    sent = await outbox(database)
    assert [mail.recipient for mail in sent] == ["old@people.example", "new@people.example"]
    assert ["Confirm the change" in mail.text for mail in sent] == [True, False]
    assert all("/signin/email#token=" in mail.text for mail in sent)


class Second(Breaking):
    """A way out that fails for the second mail only, the first time."""

    def __init__(self, onwards: Any) -> None:
        super().__init__(onwards)
        self.sent = 0

    async def send(self, mail: Any) -> None:
        """Fail once."""
        self.sent += 1
        self.before = 1 if self.sent == 2 else 0
        await super().send(mail)
