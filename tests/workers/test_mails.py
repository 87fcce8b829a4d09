"""Mails: what they say, to whom, over real SMTP; once each, whatever breaks between."""

import re
from email.header import decode_header, make_header
from typing import Any

import pytest

from server.accounts.commands import consume_link, request_sign_in, request_sign_up
from server.accounts.events import SignInRequested
from server.accounts.model import SignInRequest
from server.accounts.rules import token_hash
from server.kit.db import Database
from server.kit.ids import SignInRequestId
from tests.factories.people import make_member
from tests.support.working import Breaking, bodies, count, hurry, jobs, outbox, worker_parts
from workers.drain import drain
from workers.parts import Parts
from workers.performing import handle

Server = tuple[str, Any]


async def ask(database: Database, email: str, language: Any = "ja") -> SignInRequestId:
    """Ask for a mail to sign in."""
    async with database.transaction() as session:
        return SignInRequestId((await request_sign_in(session, email, language)).id)


def token_in(text: str) -> str:
    """The token of the link in a mail."""
    found = re.search(r"/signin/link#token=([\w-]+)", text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(("language", "subject"), [("ja", "ログインのご案内"), ("en", "Sign in to Engawa")])
async def test_a_sign_in_mail_over_smtp(database: Database, smtp_parts: Parts, mail_server: Server, language: str, subject: str) -> None:
    """Link and code in both bodies, hashes in the database, the deployment's name below, nothing private in the subject."""
    async with database.transaction() as session:
        await make_member(session, email="yu@people.example")
    request = await ask(database, "yu@people.example", language)
    assert await drain(smtp_parts) == 1
    (mail,) = mail_server[1].received
    assert (mail["To"], mail["From"]) == ("yu@people.example", "Engawa <no-reply@engawa.example>")
    assert str(mail["Auto-Submitted"]) == "auto-generated"
    text, html = bodies(mail)
    token, code = token_in(text), re.search(r"^(\d{6})$", text, re.MULTILINE)
    assert code is not None
    assert re.findall(r'(?:href|src|background)="([^"]+)"', html) == [f"https://engawa.example/signin/link#token={token}"]
    assert code[1] in html
    assert ("縁側の会" in text, "desk@engawa.example" in text) == (True, True)
    assert f'lang="{language}"' in html
    assert not re.search(r"<img|<script|url\(", html)
    assert str(make_header(decode_header(mail["Subject"]))) == subject
    async with database.read() as session:
        row = await session.get_one(SignInRequest, request)
    assert row.token_hash == token_hash(token)
    assert token.encode() not in (row.token_hash, row.code_hash)


async def test_unknown_and_known_addresses_get_the_mail_that_fits(database: Database, parts: Parts) -> None:
    """Only the mail tells them apart; nobody is signed in by a mail without a link."""
    async with database.transaction() as session:
        await make_member(session, email="here@people.example")
        await request_sign_up(session, "here@people.example", "ja", {"name": "高橋"})
        await request_sign_up(session, "new@people.example", "en", {"name": "Yu"})
    await ask(database, "nobody@people.example")
    assert await drain(parts) == 3
    known, new, unknown = await outbox(database)
    assert "すでに登録されています" in known.text
    assert "completes your registration" in new.text
    assert token_in(known.text) != token_in(new.text)
    assert ("見つかりませんでした" in unknown.text, "/join" in unknown.text, "token" in unknown.text) == (True, True, False)
    async with database.transaction() as session:
        assert (await consume_link(session, token_in(known.text))).member_id is not None


async def test_a_mail_that_could_not_be_sent_comes_again_once(database: Database, parts: Parts) -> None:
    """The link that arrives works; the queue is empty afterwards."""
    async with database.transaction() as session:
        await make_member(session, email="yu@people.example")
    await ask(database, "yu@people.example")
    breaking = Breaking(parts.mailer, before=1)
    broken = worker_parts(database, breaking)
    assert await drain(broken) == 0
    assert (await outbox(database), await count(database, "sent_mail"), await jobs(database)) == ([], 0, [("queued", "SignInRequested", 1)])
    await hurry(database)
    assert await drain(broken) == 1
    (mail,) = await outbox(database)
    assert (breaking.keys[0], len(breaking.keys)) == (breaking.keys[1], 2)
    async with database.transaction() as session:
        await consume_link(session, token_in(mail.text))


async def test_a_process_that_dies_right_after_sending_repeats_under_the_same_key(database: Database, parts: Parts) -> None:
    """That one double cannot be avoided; its latest link works, and a third is never sent."""
    async with database.transaction() as session:
        await make_member(session, email="yu@people.example")
    await ask(database, "yu@people.example")
    broken = worker_parts(database, Breaking(parts.mailer, after=1))
    await drain(broken)
    await hurry(database)
    await drain(broken)
    await hurry(database)
    assert await drain(broken) == 0
    mails = await outbox(database)
    assert len(mails) == 2
    async with database.transaction() as session:
        await consume_link(session, token_in(mails[1].text))


async def test_a_job_that_is_done_twice_sends_one_mail(database: Database, parts: Parts) -> None:
    """As a starved heartbeat makes it: the row is picked a second time though it was done."""
    async with database.transaction() as session:
        await make_member(session, email="yu@people.example")
        request = SignInRequestId((await request_sign_in(session, "yu@people.example", "ja")).id)
    event = SignInRequested(request_id=request)
    assert [await handle(parts, event, "SignInRequested:1") for _ in range(3)] == [[], [], []]
    (mail,) = await outbox(database)
    async with database.transaction() as session:
        await consume_link(session, token_in(mail.text))


async def test_a_request_that_ran_out_is_not_mailed(database: Database, parts: Parts) -> None:
    """The worker was away too long; the job is done all the same."""
    async with database.transaction() as session:
        await make_member(session, email="yu@people.example")
    request = await ask(database, "yu@people.example")
    async with database.transaction() as session:
        row = await session.get_one(SignInRequest, request)
        row.expires_at = row.created_at
    assert await drain(parts) == 1
    assert await outbox(database) == []
