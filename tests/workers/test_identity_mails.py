"""The mails about identities: what the one that links says, and word of each change, in the member's language."""

from typing import Any

import pytest
from sqlalchemy import select

from server.accounts.commands import arrive, link_identity, open_oidc_request, take_oidc_request, unlink_identity
from server.accounts.model import Identity
from server.kit.actor import Actor, Language
from server.kit.db import Database
from server.kit.ids import IdentityId
from server.kit.mail import Outbox
from tests.factories.people import make_member
from tests.support.working import outbox, worker_parts
from workers.drain import drain

ISSUER = "https://accounts.example"
NAMED: dict[str, Any] = {"oidc_issuer": ISSUER, "oidc_client_id": "id", "oidc_client_secret": "secret", "oidc_name": "縁側ID"}


@pytest.mark.parametrize(
    ("language", "subject", "says"),
    [("ja", "ログインのご確認", "縁側IDとはつなぎません"), ("en", "Please confirm your sign-in", "does not connect 縁側ID")],
)
async def test_the_mail_that_links_says_what_its_answer_does(database: Database, language: Language, subject: str, says: str) -> None:
    """And warns whoever did not ask for it."""
    async with database.transaction() as session:
        await make_member(session, email="yu@people.example")
        opened = await open_oidc_request(session, ISSUER, "/", language)
        taken = await take_oidc_request(session, opened.state, opened.browser)
        assert taken is not None
        assert (await arrive(session, taken.id, "subject-1", "yu@people.example", "tests")).mailed == "yu@people.example"
    await drain(worker_parts(database, Outbox(database), **NAMED))
    (mail,) = await outbox(database)
    assert (mail.recipient, mail.subject) == ("yu@people.example", subject)
    assert says in mail.text
    assert "#token=" in mail.text


async def test_each_change_is_told(database: Database) -> None:
    """Both lead to the page where it can be undone."""
    async with database.transaction() as session:
        member = await make_member(session, email="yu@people.example")
        await link_identity(session, member, ISSUER, "subject-1")
    parts = worker_parts(database, Outbox(database), **NAMED)
    await drain(parts)
    async with database.transaction() as session:
        identity = (await session.scalars(select(Identity.id))).one()
        await unlink_identity(session, Actor(member_id=member), IdentityId(identity))
    await drain(parts)
    mails = await outbox(database)
    assert [mail.subject for mail in mails] == ["ログイン方法の追加", "ログイン方法の解除"]
    assert all("縁側ID" in mail.text and "/me/signins" in mail.text for mail in mails)
