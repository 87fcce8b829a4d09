"""Another address through the front door: both confirm it, each by its own mail, once and within a day."""

import asyncio
import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from server.accounts.model import EmailChange, Member
from server.kit.clock import now
from server.kit.ids import MemberId
from server.kit.mail import OutboxMail
from tests.factories.people import make_member
from tests.schema.accounts.proving import grow_old, safety
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

OLD, NEW, TAKEN = "old@people.example", "new@people.example", "taken@people.example"


@pytest.fixture
async def member(app: Application) -> MemberId:
    """A member; another one has an address that is taken."""
    async with app.house.db.transaction() as session:
        await make_member(session, "佐藤 花", email=TAKEN, language="en")
        return await make_member(session, email=OLD)


@pytest.fixture
async def own(app: Application, member: MemberId) -> Client:
    """A browser on which the member has just signed in by mail."""
    return await app.as_member(member, method="mail")


async def tokens(app: Application, client: Client, email: str = NEW) -> dict[str, str]:
    """Ask for the change and run the jobs; the tokens of the mails, by address."""
    assert (await client.change("requestEmailChange", {"email": email}))["__typename"] == "EmailChangeRequested"
    assert await app.drain() == 1
    found = {mail.recipient: re.search(r"/signin/email#token=([\w-]+)", mail.text) for mail in await mails(app)}
    return {to: token[1] for to, token in found.items() if token}


async def mails(app: Application) -> list[OutboxMail]:
    """Every mail, the oldest first."""
    async with app.house.db.read() as session:
        return list(await session.scalars(select(OutboxMail).order_by(OutboxMail.id)))


async def confirmed(client: Client, token: str) -> tuple[str, object]:
    """What becomes of a link: whether the change is done, or the refusal's name."""
    answer = await client.change("confirmEmailChange", {"token": token}, "... on EmailChangeConfirmed { done }")
    return answer["__typename"], answer.get("done", answer.get("code"))


async def address_of(app: Application, member: MemberId) -> str:
    """The account's address now."""
    async with app.house.db.read() as session:
        return (await session.get_one(Member, member)).email


@pytest.mark.parametrize("first", [OLD, NEW])
async def test_both_addresses_confirm(app: Application, own: Client, member: MemberId, first: str) -> None:
    """In either order, and by whoever has the mail open; then the other sessions end, and the old address is told."""
    elsewhere = await app.as_member(member)
    links = await tokens(app, own, f" {NEW.upper()} ")
    second = NEW if first == OLD else OLD
    assert await confirmed(app.guest(), links[first]) == ("EmailChangeConfirmed", False)
    assert await confirmed(app.guest(), links[first]) == ("EmailChangeConfirmed", False)
    assert (await safety(own))["emailChange"] == {"newEmail": NEW, "oldConfirmed": first == OLD, "newConfirmed": first == NEW}
    assert await address_of(app, member) == OLD
    assert await confirmed(own, links[second]) == ("EmailChangeConfirmed", True)
    assert await address_of(app, member) == NEW
    assert (await own.ask("{ viewer { email } }"))["viewer"] == {"email": NEW}
    assert (await elsewhere.ask("{ viewer { email } }"))["viewer"] is None
    await app.drain()
    assert ((await mails(app))[-1].recipient, NEW in (await mails(app))[-1].text) == (OLD, True)
    async with unchanged(app.house.db):
        assert await confirmed(own, links[second]) == ("NotFound", "ChangeUnknown")


async def test_confirmed_by_a_guest_every_session_ends(app: Application, own: Client) -> None:
    """Nothing says that the browser with the mail is the member's."""
    links = await tokens(app, own)
    for address in (OLD, NEW):
        await confirmed(app.guest(), links[address])
    assert (await own.ask("{ viewer { email } }"))["viewer"] is None


async def test_opening_a_link_confirms_nothing(app: Application, own: Client) -> None:
    """Mail scanners open links."""
    links = await tokens(app, own)
    async with unchanged(app.house.db):
        assert (await app.guest().http.get("/signin/email")).status_code == 200
        query = f'mutation {{ confirmEmailChange(input: {{token: "{links[NEW]}"}}) {{ __typename }} }}'
        assert (await app.guest().http.get("/graphql", params={"query": query})).status_code == 405


async def test_an_address_that_is_taken_is_told_by_its_mail_only(app: Application, own: Client, member: MemberId) -> None:
    """Its owner reads, in their language, that nothing changes; there is no link, and so the change never happens."""
    links = await tokens(app, own, TAKEN)
    assert links.keys() == {OLD}
    told = next(mail for mail in await mails(app) if mail.recipient == TAKEN)
    assert ("registered already" in told.text, "token" in told.text) == (True, False)
    assert await confirmed(own, links[OLD]) == ("EmailChangeConfirmed", False)
    assert await address_of(app, member) == OLD


async def test_an_address_that_was_taken_meanwhile_is_refused(app: Application, own: Client, member: MemberId) -> None:
    """Somebody joined with it after the mails had gone; everything stays."""
    links = await tokens(app, own)
    await confirmed(own, links[OLD])
    async with app.house.db.transaction() as session:
        await make_member(session, "高田 葵", email=NEW)
    async with unchanged(app.house.db):
        assert await confirmed(own, links[NEW]) == ("Conflict", "EmailTaken")
    assert await address_of(app, member) == OLD


async def test_links_lapse_and_changes_end(app: Application, own: Client) -> None:
    """After a day, by taking the wish back, or by another wish; a token that nobody sent confirms nothing."""
    links = await tokens(app, own)
    async with app.house.db.transaction() as session:
        await session.execute(update(EmailChange).values(expires_at=now()))
    async with unchanged(app.house.db):
        assert await confirmed(own, links[NEW]) == ("Conflict", "ChangeExpired")
        assert await confirmed(own, "x" * 43) == ("NotFound", "ChangeUnknown")
        assert (await own.change("cancelEmailChange", {}))["__typename"] == "NotFound"
    assert (await safety(own))["emailChange"] is None
    second = await tokens(app, own)
    assert (await own.change("cancelEmailChange", {}))["__typename"] == "EmailChangeCancelled"
    async with unchanged(app.house.db):
        assert await confirmed(own, second[NEW]) == ("NotFound", "ChangeUnknown")
    third = await tokens(app, own)
    await own.change("requestEmailChange", {"email": "other@people.example"})
    async with unchanged(app.house.db):
        assert await confirmed(own, third[OLD]) == ("NotFound", "ChangeUnknown")


async def test_what_is_refused_before_any_mail(app: Application, own: Client, member: MemberId) -> None:
    """No address, the present one, an old sign-in; and only so many a day."""
    async with unchanged(app.house.db):
        for email, code in (("old at people", "BadEmail"), (OLD.upper(), "SameEmail")):
            answer = await own.change("requestEmailChange", {"email": email})
            assert (answer["code"], answer["field"]) == (code, "email")
    for number in range(5):
        assert (await own.change("requestEmailChange", {"email": f"n{number}@people.example"}))["__typename"] == "EmailChangeRequested"
    async with unchanged(app.house.db):
        assert (await own.change("requestEmailChange", {"email": NEW}))["code"] == "TooOften"
    await grow_old(app, member)
    async with unchanged(app.house.db):
        assert (await own.change("requestEmailChange", {"email": NEW}))["code"] == "ProofNeeded"


async def test_two_answers_at_once_change_the_address_once(app: Application, own: Client, member: MemberId) -> None:
    """Both links, each twice."""
    links = await tokens(app, own)
    answers = await asyncio.gather(*(confirmed(app.guest(), links[address]) for address in (OLD, NEW, OLD, NEW)))
    assert answers.count(("EmailChangeConfirmed", True)) == 1
    assert await address_of(app, member) == NEW
    assert timedelta(0) < now() - (await mails(app))[0].sent_at


async def test_the_old_address_signs_in_no_more(app: Application, own: Client, member: MemberId) -> None:
    """Not even by a mail that was asked for before."""
    links = await tokens(app, own)
    guest = app.guest()
    await guest.change("requestSignIn", {"email": OLD})
    await app.drain()
    token = re.search(r"/signin/link#token=([\w-]+)", (await mails(app))[-1].text)
    for address in (OLD, NEW):
        await confirmed(own, links[address])
    assert token is not None
    async with unchanged(app.house.db):
        assert (await guest.change("followLink", {"token": token[1]}))["__typename"] == "NotFound"
