"""Signing in at an OpenID provider: the way through, and every lie that the provider or the browser can tell."""

import asyncio
import time
from collections.abc import AsyncGenerator
from typing import Any

import pytest
from sqlalchemy import select
from starlette.responses import JSONResponse, RedirectResponse, Response

from server.accounts.commands import link_identity
from server.accounts.model import Identity, OidcRequest, SignInSession
from server.kit.ids import MemberId
from server.kit.limits import Limits
from tests.factories.people import make_member
from tests.support.arriving import START, sent_back, through, trusting
from tests.support.provider import CLIENT, Provider, provider
from tests.support.running import Application
from tests.support.unchanged import unchanged

CALLBACK = "/signin/oidc/callback"
# What the token says instead of the truth; none of these is let in.
CLAIMS: dict[str, dict[str, Any]] = {
    "foreign audience": {"aud": "another"},
    "no audience": {"aud": None},
    "several audiences, issued to nobody": {"aud": [CLIENT, "another"]},
    "issued to another": {"aud": [CLIENT, "another"], "azp": "another"},
    "one audience, issued to another": {"azp": "another"},
    "wrong nonce": {"nonce": "x" * 43},
    "no nonce": {"nonce": None},
    "other issuer": {"iss": "https://accounts.example"},
    "no issuer": {"iss": None},
    "expired": {"exp": int(time.time()) - 120},
    "never ends": {"exp": None},
    "issued long ago": {"iat": int(time.time()) - 3600},
    "issued tomorrow": {"iat": int(time.time()) + 86400},
    "no subject": {"sub": ""},
    "subject of a book's length": {"sub": "s" * 256},
}
LOOP = RedirectResponse("/token", 302)
UNUSABLE: dict[str, Response] = {
    "fault": Response(status_code=500),
    "no JSON": Response("<html>"),
    "a list": JSONResponse([]),
    "a flood": Response(b'{"id_token": "' + b"x" * 300_000 + b'"}'),
    "packed": Response(b"{}", headers={"content-encoding": "gzip"}),
    "sent elsewhere": LOOP,
}


@pytest.fixture
async def lying() -> AsyncGenerator[Provider]:
    """The provider."""
    async with provider() as found:
        yield found


@pytest.fixture
async def door(lying: Provider, database_url: str) -> AsyncGenerator[Application]:
    """The deployment that trusts it; its member's identity is linked already."""
    async with trusting(lying, database_url) as application:
        async with application.house.db.transaction() as session:
            member = MemberId(await make_member(session, email="yu@people.example"))
            await link_identity(session, member, lying.base, lying.subject)
        yield application


async def refused(app: Application, reason: str) -> None:
    """A new browser goes through, is told this reason, and leaves nothing but its used request."""
    client = app.guest()
    async with unchanged(app.house.db, but=["oidc_request"]):
        end = await through(client)
    assert (end.path, dict(end.params)) == ("/signin/provider", {"reason": reason})
    assert client.http.cookies.get("engawa") is None
    async with app.house.db.read() as session:
        rows = (await session.scalars(select(OidcRequest))).all()
    assert [(row.used_at is not None, row.subject, row.email) for row in rows] == [(True, None, None)]


async def test_a_linked_identity_signs_in_and_goes_where_it_wanted(door: Application) -> None:
    """Whatever its address is by now; the request is used, and nothing of it is kept in clear that would open a door."""
    client = door.guest()
    end = await through(client, next="/people?q=たかはし")
    assert (end.path, end.params["q"]) == ("/people", "たかはし")
    assert await client.ask("{ viewer { email } }") == {"viewer": {"email": "yu@people.example"}}
    assert client.http.cookies.get("engawa-arrival") is None


async def test_a_linked_identity_is_known_by_its_subject_alone(door: Application, lying: Provider) -> None:
    """An address that changed or is not verified locks nobody out, and another's address lets nobody in as them."""
    lying.email, lying.verified = "new@people.example", False
    client = door.guest()
    assert (await through(client)).path == "/"
    assert await client.ask("{ viewer { email } }") == {"viewer": {"email": "yu@people.example"}}


@pytest.mark.parametrize("lie", CLAIMS)
async def test_a_token_that_says_something_else_is_refused(door: Application, lying: Provider, lie: str) -> None:
    lying.claims = CLAIMS[lie]
    await refused(door, "refused")


@pytest.mark.parametrize("signed", ["none", "by_secret", "other_key", "unknown_key"])
async def test_a_token_that_another_signed_is_refused(door: Application, lying: Provider, signed: str) -> None:
    lying.signed = signed
    await refused(door, "refused")


@pytest.mark.parametrize(
    ("email", "verified"),
    [("yu@people.example", False), ("yu@people.example", None), ("yu@people.example", "yes"), (None, True), ("yu at people", True)],
)
async def test_an_address_that_is_not_verified_lets_nobody_in(door: Application, lying: Provider, email: str | None, verified: Any) -> None:
    """Not as the member who has it, and not as a new one; no mail goes out."""
    lying.subject, lying.email, lying.verified = "subject-2", email, verified
    await refused(door, "unverified")


@pytest.mark.parametrize("fault", UNUSABLE)
async def test_a_provider_that_answers_nonsense_is_called_unreachable(door: Application, lying: Provider, fault: str) -> None:
    """And nothing is followed to where it points."""
    lying.broken["/token"] = UNUSABLE[fault]
    await refused(door, "unreachable")
    assert lying.asked.count("/token") == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [({"iss": "https://accounts.example"}, "refused"), ({"error": "access_denied"}, "cancelled"), ({"error": "server_error"}, "refused")],
)
async def test_an_answer_that_is_another_providers_or_a_no(door: Application, lying: Provider, answer: dict[str, str], reason: str) -> None:
    lying.answer = answer
    await refused(door, reason)


async def test_a_state_serves_once_and_on_its_own_browser(door: Application) -> None:
    """Another browser's state, one that nobody has, and none at all leave everything as it was; the browser's own still serves, once."""
    client, other = door.guest(), door.guest()
    back = await sent_back(client)
    await other.http.get(START)
    async with unchanged(door.house.db):
        for browser, address in ((other, back), (door.guest(), back), (client, f"{CALLBACK}?code=x&state=y"), (client, CALLBACK)):
            answer = await browser.http.get(address)
            assert answer.headers["location"] == "/signin/provider?reason=expired"
    assert (await client.http.get(back)).headers["location"] == "/"
    async with unchanged(door.house.db):
        client.http.cookies.delete("engawa")
        assert (await client.http.get(back)).headers["location"] == "/signin/provider?reason=expired"


async def test_two_answers_at_once_open_one_session(door: Application) -> None:
    client = door.guest()
    back = await sent_back(client)
    ends = await asyncio.gather(*(client.http.get(back) for _ in range(4)))
    assert sorted(end.headers["location"] for end in ends) == ["/", *["/signin/provider?reason=expired"] * 3]
    async with door.house.db.read() as session:
        assert len((await session.scalars(select(SignInSession))).all()) == 1


async def test_a_new_key_is_found(door: Application, lying: Provider) -> None:
    """The keys are asked for once, and once more when a token names one that is not among them."""
    for _ in range(2):
        assert (await through(door.guest())).path == "/"
    assert lying.asked.count("/keys") == 1
    lying.turn_key()
    assert (await through(door.guest())).path == "/"
    assert (lying.asked.count("/keys"), lying.asked.count("/.well-known/openid-configuration")) == (2, 1)


@pytest.mark.parametrize(
    "wanted", ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "evil", "/" + "x" * 1000]
)
async def test_next_never_leaves_this_site(door: Application, wanted: str) -> None:
    assert (await through(door.guest(), next=wanted)) == f"{door.base}/"


async def test_only_our_own_pages_send_to_the_provider(door: Application) -> None:
    """Another site cannot begin a sign-in in somebody's browser."""
    client = door.guest()
    async with unchanged(door.house.db):
        answer = await client.http.get(START, headers={"sec-fetch-site": "cross-site"})
        assert (await client.http.head(START)).status_code == 405
        assert (await client.http.post(START)).status_code == 405
    assert answer.headers["location"] == "/signin"
    own = await client.http.get(START, headers={"sec-fetch-site": "same-origin"})
    cookie = own.headers["set-cookie"]
    assert all(part in cookie for part in ("engawa-arrival=", "HttpOnly", "SameSite=lax", "Max-Age=600"))
    assert own.headers["cache-control"] == "no-store"


async def test_a_provider_that_is_away_is_said_before_anybody_is_sent(lying: Provider, database_url: str) -> None:
    """Or one that calls itself otherwise, or sends browsers to an unprotected place."""
    away = Provider("http://127.0.0.1:1")
    async with trusting(away, database_url) as application, unchanged(application.house.db):
        assert (await through(application.guest())).params["reason"] == "unreachable"
    said = {"issuer": lying.base, "token_endpoint": f"{lying.base}/token", "jwks_uri": f"{lying.base}/keys"}
    for lie in ({"issuer": "https://accounts.example"}, {"authorization_endpoint": "http://evil.example/"}, {"authorization_endpoint": 1}):
        lying.broken["/.well-known/openid-configuration"] = JSONResponse(said | {"authorization_endpoint": f"{lying.base}/authorize"} | lie)
        async with trusting(lying, database_url) as application, unchanged(application.house.db):
            assert (await through(application.guest())).params["reason"] == "unreachable"


async def test_the_door_has_limits(lying: Provider, database_url: str) -> None:
    limits = Limits({"oidc.start.origin": "2/hour", "oidc.answer.origin": "1/hour"})
    async with trusting(lying, database_url, limits=limits) as application:
        back = await sent_back(application.guest())
        await through(application.guest())
        async with unchanged(application.house.db):
            assert (await through(application.guest())).params["reason"] == "often"
            assert (await application.guest().http.get(back)).headers["location"] == "/signin/provider?reason=often"


async def test_without_a_provider_there_is_no_door(app: Application) -> None:
    """The addresses are the client's own, which knows no such page."""
    async with unchanged(app.house.db):
        assert (await app.guest().http.get(START)).status_code in {200, 503}
        assert (await app.guest().ask("{ site { oidcName } arrival { email } }")) == {"site": {"oidcName": None}, "arrival": None}
    async with app.house.db.read() as session:
        assert (await session.scalars(select(Identity))).all() == []
