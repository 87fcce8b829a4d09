"""Known and unknown addresses get the same bytes after the same statements, at every door that takes one."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from server.accounts.rules import TERMS_VERSION
from tests.factories.people import make_member
from tests.support.running import Application, Client
from tests.support.statements import statements

KNOWN, UNKNOWN, FIRST = "yu@people.example", "no@people.example", "xx@people.example"
WRONG = "000000"
Door = Callable[[Client, str], Awaitable[str]]


async def _sent(client: Client, mutation: str, given: dict[str, Any], fields: str) -> str:
    kind = mutation[0].upper() + mutation[1:] + "Input"
    problems = "... on Problem { message code } ... on Invalid { field }"
    query = f"mutation M($input: {kind}!) {{ {mutation}(input: $input) {{ __typename {problems} {fields} }} }}"
    return (await client.raw(query, {"input": given})).text


async def sign_in(client: Client, email: str) -> str:
    return await _sent(client, "requestSignIn", {"email": email}, "... on SignInRequested { email expiresAt }")


async def sign_up(client: Client, email: str) -> str:
    given = {
        "email": email,
        "name": "佐藤 花",
        "company": {"proposedName": "ひだまり製作所"},
        "tenure": {"startedOn": "2014-04", "endedOn": "2019-09"},
        "acceptedTermsVersion": TERMS_VERSION,
    }
    return await _sent(client, "signUp", given, "... on SignUpRequested { email expiresAt }")


async def enter_code(client: Client, email: str) -> str:
    return await _sent(client, "enterCode", {"email": email, "code": WRONG}, "... on SignedIn { isNew }")


async def change_email(client: Client, email: str) -> str:
    fields = "... on EmailChangeRequested { viewer { safety { emailChange { newEmail oldConfirmed newConfirmed expiresAt } } } }"
    return await _sent(client, "requestEmailChange", {"email": email}, fields)


@pytest.fixture
async def member(app: Application) -> Client:
    """A browser of a member who wishes for another address; somebody else has the known one."""
    async with app.house.db.transaction() as session:
        await make_member(session, email=KNOWN)
        asking = await make_member(session, "佐藤 花", email="asking@people.example")
    client = await app.as_member(asking, method="mail")
    # Who wishes for the third time has wished before, each time.
    await change_email(client, "before@people.example")
    return client


@pytest.mark.parametrize("door", [sign_in, sign_up, enter_code, change_email])
@pytest.mark.parametrize("asked", [True, False], ids=["with a mail under way", "without"])
async def test_known_and_unknown_addresses_look_alike(app: Application, member: Client, door: Door, *, asked: bool) -> None:
    """The first address fills the caches of prepared statements; the other two are compared."""
    if asked:
        for email in (FIRST, KNOWN, UNKNOWN):
            await sign_in(app.guest(), email)
    ways: dict[str, tuple[str, list[str]]] = {}
    for email in (FIRST, KNOWN, UNKNOWN):
        client = member if door is change_email else app.guest()
        with statements(app.house.db) as sent:
            text = await door(client, email)
        ways[email] = (re.sub(r'"expiresAt":"[^"]+"', "", text.replace(email, "")), list(sent))
    assert ways[KNOWN] == ways[UNKNOWN]
    assert ways[FIRST][0] == ways[KNOWN][0]
    assert len(ways[KNOWN][1]) > 0
    assert "UNEXPECTED" not in ways[KNOWN][0]
