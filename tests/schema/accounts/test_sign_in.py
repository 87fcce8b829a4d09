"""Signing in through the front door: a mail for every address, a link or a code, once."""

import asyncio
import re

import pytest
from sqlalchemy import select

from server.accounts.model import SignInRequest, SignInSession
from server.kit.mail import OutboxMail
from tests.factories.accounts import let_requests_expire, letter_to
from tests.factories.people import make_member
from tests.support.running import Application, Client
from tests.support.statements import statements
from tests.support.unchanged import unchanged

YU = "yu@people.example"
SIGNED_IN = "... on SignedIn { isNew viewer { email standing person { name } } }"
REQUESTED = "... on SignInRequested { email expiresAt }"


@pytest.fixture
async def member(app: Application) -> None:
    """A member with the address."""
    async with app.house.db.transaction() as session:
        await make_member(session, email=YU)


async def asked(app: Application, email: str = YU) -> Client:
    """A browser on which the mail was asked for."""
    client = app.guest()
    assert (await client.change("requestSignIn", {"email": email}))["__typename"] == "SignInRequested"
    return client


@pytest.mark.usefixtures("member")
async def test_known_and_unknown_addresses_get_the_same_bytes_after_the_same_statements(app: Application) -> None:
    """Whoever asks learns nothing; the mail alone tells."""
    ways: list[tuple[str, list[str]]] = []
    for email in ("xx@people.example", YU, "no@people.example"):
        with statements(app.house.db) as sent:
            query = f'mutation {{ requestSignIn(input: {{email: "{email}"}}) {{ __typename {REQUESTED} }} }}'
            response = await app.guest().raw(query)
        ways.append((re.sub(r'"expiresAt":"[^"]+"', "", response.text.replace(email, "")), list(sent)))
    # The first one fills caches of prepared statements; the other two are alike.
    assert ways[1] == ways[2]
    assert ways[0][0] == ways[1][0]
    letters = [await letter_to(app.house.db, email) for email in (YU, "no@people.example")]
    assert [letter.purpose for letter in letters] == ["sign_in", "no_account"]
    assert (letters[1].token, letters[1].code) == (None, None)


@pytest.mark.usefixtures("member")
async def test_the_mail_comes_by_job_and_its_link_signs_in(app: Application) -> None:
    """The address may be typed in any case."""
    client = await asked(app, " Yu@People.Example")
    assert await app.drain() == 1
    async with app.house.db.read() as session:
        mail = (await session.scalars(select(OutboxMail))).one()
    token = re.search(r"#token=([\w-]+)", mail.text)
    assert token is not None
    answer = await client.change("followLink", {"token": token[1]}, SIGNED_IN)
    assert answer == {
        "__typename": "SignedIn",
        "isNew": False,
        "viewer": {"email": YU, "standing": "VERIFIED", "person": {"name": "高橋 悠"}},
    }
    assert await client.ask("{ viewer { email } }") == {"viewer": {"email": YU}}


@pytest.mark.usefixtures("member")
async def test_opening_the_link_uses_nothing_up(app: Application) -> None:
    """Mail scanners open links; only the mutation, sent by POST, consumes one."""
    client = await asked(app)
    letter = await letter_to(app.house.db, YU)
    async with unchanged(app.house.db):
        await client.http.get("/signin/link")
        query = f'mutation {{ followLink(input: {{token: "{letter.token}"}}) {{ __typename }} }}'
        assert (await client.http.get("/graphql", params={"query": query})).status_code == 405
    assert (await client.change("followLink", {"token": letter.token}))["__typename"] == "SignedIn"


@pytest.mark.usefixtures("member")
@pytest.mark.parametrize(("language", "sentence"), [("ja", "もう使われました"), ("en", "was used already")])
async def test_a_used_link_is_refused(app: Application, language: str, sentence: str) -> None:
    """It signs in once, and its code does not either afterwards."""
    await asked(app)
    letter = await letter_to(app.house.db, YU)
    client = app.guest(language)
    assert (await client.change("followLink", {"token": letter.token}))["__typename"] == "SignedIn"
    async with unchanged(app.house.db):
        answer = await client.change("followLink", {"token": letter.token})
        assert (answer["__typename"], answer["code"]) == ("Conflict", "LinkUsed")
        assert sentence in answer["message"]
        answer = await client.change("enterCode", {"email": YU, "code": letter.code})
        assert (answer["code"], answer["field"]) == ("WrongCode", "code")


@pytest.mark.usefixtures("member")
async def test_expired_and_foreign_links_are_refused(app: Application) -> None:
    """And leave everything as it was."""
    client = await asked(app)
    letter = await letter_to(app.house.db, YU)
    await let_requests_expire(app.house.db)
    async with unchanged(app.house.db):
        late = await client.change("followLink", {"token": letter.token})
        foreign = await client.change("followLink", {"token": "x" * 43})
    assert (late["__typename"], late["code"]) == ("Conflict", "LinkExpired")
    assert (foreign["__typename"], foreign["code"]) == ("NotFound", "LinkUnknown")
    async with unchanged(app.house.db, but=["sign_in_request"]):
        late = await client.change("enterCode", {"email": YU, "code": letter.code})
    assert late["code"] == "LinkExpired"
    assert client.http.cookies.get("engawa") is None


@pytest.mark.usefixtures("member")
async def test_a_code_signs_in(app: Application) -> None:
    """As a phone's keyboard in Japanese types it, too."""
    client = await asked(app)
    letter = await letter_to(app.house.db, YU)
    code = "".join(chr(ord(digit) + 0xFEE0) for digit in letter.code or "")
    assert (await client.change("enterCode", {"email": YU, "code": code}, SIGNED_IN))["viewer"]["email"] == YU


@pytest.mark.usefixtures("member")
@pytest.mark.parametrize(("language", "sentence"), [("ja", "5回まちがえた"), ("en", "Five codes were wrong")])
async def test_a_code_tried_too_often_is_refused_even_when_right(app: Application, language: str, sentence: str) -> None:
    """Wrong tries are counted for good, one by one; nothing else changes. The link of the mail still works."""
    await asked(app)
    letter = await letter_to(app.house.db, YU)
    wrong = "000000" if letter.code != "000000" else "111111"
    client = app.guest(language)
    async with unchanged(app.house.db, but=["sign_in_request"]):
        tries = [await client.change("enterCode", {"email": YU, "code": wrong}) for _ in range(5)]
        assert {(each["__typename"], each["code"], each["field"]) for each in tries} == {("Invalid", "WrongCode", "code")}
        answer = await client.change("enterCode", {"email": YU, "code": letter.code})
    assert (answer["__typename"], answer["code"]) == ("Conflict", "CodeTriedTooOften")
    assert sentence in answer["message"]
    async with app.house.db.read() as session:
        request = (await session.scalars(select(SignInRequest))).one()
        assert (request.attempts, request.used_at) == (6, None)
    assert (await client.change("followLink", {"token": letter.token}))["__typename"] == "SignedIn"


async def test_codes_for_an_unknown_address_are_refused_in_the_same_way(app: Application) -> None:
    """Wrong five times, then tried too often."""
    client = await asked(app, "nobody@people.example")
    codes = [(await client.change("enterCode", {"email": "nobody@people.example", "code": "123456"}))["code"] for _ in range(6)]
    assert codes == ["WrongCode"] * 5 + ["CodeTriedTooOften"]
    async with unchanged(app.house.db):
        assert (await client.change("enterCode", {"email": "never@people.example", "code": "123456"}))["code"] == "WrongCode"


@pytest.mark.usefixtures("member")
async def test_two_answers_at_once_open_one_session(app: Application) -> None:
    """The second waits for the first, and finds the link used."""
    await asked(app)
    letter = await letter_to(app.house.db, YU)
    answers = await asyncio.gather(*(app.guest().change("followLink", {"token": letter.token}) for _ in range(4)))
    assert sorted(each["__typename"] for each in answers) == ["Conflict"] * 3 + ["SignedIn"]
    async with app.house.db.read() as session:
        assert len((await session.scalars(select(SignInSession))).all()) == 1


@pytest.mark.parametrize(("language", "sentence"), [("ja", "メールアドレスの形"), ("en", "e-mail address")])
async def test_what_is_no_address_is_refused(app: Application, language: str, sentence: str) -> None:
    """With a sentence, at its field."""
    async with unchanged(app.house.db):
        answer = await app.guest(language).change("requestSignIn", {"email": "yu at people"})
    assert (answer["__typename"], answer["code"], answer["field"]) == ("Invalid", "BadEmail", "email")
    assert sentence in answer["message"]


async def test_asking_again_and_again_is_refused_for_a_while(app: Application) -> None:
    """Known or not: the sixth mail to an address in a quarter of an hour is not written."""
    client = app.guest()
    for _ in range(5):
        assert (await client.change("requestSignIn", {"email": YU}))["__typename"] == "SignInRequested"
    async with unchanged(app.house.db):
        answer = await client.change("requestSignIn", {"email": YU})
    assert (answer["__typename"], answer["code"]) == ("TooMany", "TooOften")
    assert 0 < answer["retryAfterSeconds"] <= 900
