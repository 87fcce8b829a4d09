"""Sessions through the front door: where one is signed in, signing out here, there and everywhere; who is nobody."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from server.accounts.model import Member, SignInSession
from server.accounts.rules import DEMO_KEYS, demo_email
from server.kit.clock import now
from server.kit.ids import MemberId, global_id
from server.kit.settings import Settings
from tests.factories.accounts import make_session
from tests.factories.people import make_member
from tests.support.running import Application, Client, running
from tests.support.unchanged import unchanged

SESSIONS = "{ viewer { sessions { id device current lastSeenAt } } }"


async def member_of(app: Application, name: str = "高橋 悠") -> MemberId:
    """A member."""
    async with app.house.db.transaction() as session:
        return await make_member(session, name)


async def signed_in(client: Client) -> bool:
    """Whether the browser is somebody's."""
    return (await client.ask("{ viewer { id } }"))["viewer"] is not None


async def test_where_one_is_signed_in(app: Application) -> None:
    """Browsers by their plain names, this one marked; another one is ended from here."""
    member = await member_of(app)
    here = await app.as_member(member)
    async with app.house.db.transaction() as session:
        await make_session(session, member)
    sessions = (await here.ask(SESSIONS))["viewer"]["sessions"]
    assert {(each["device"], each["current"]) for each in sessions} == {("ブラウザー", True), ("Firefox, Linux", False)}
    other = next(each["id"] for each in sessions if not each["current"])
    assert await here.change("endSession", {"session": other}, "... on SessionEnded { session }") == {
        "__typename": "SessionEnded",
        "session": other,
    }
    assert len((await here.ask(SESSIONS))["viewer"]["sessions"]) == 1
    async with unchanged(app.house.db):
        assert (await here.change("endSession", {"session": other}))["__typename"] == "NotFound"


async def test_another_members_session_is_not_there(app: Application) -> None:
    """Nor is anything that is no session."""
    client, other = await app.as_member(await member_of(app)), await member_of(app, "佐藤 花")
    async with app.house.db.transaction() as session:
        theirs = await make_session(session, other)
    async with unchanged(app.house.db):
        for wanted in (global_id("Session", theirs.id), global_id("Person", other), "nonsense"):
            assert (await client.change("endSession", {"session": wanted}))["__typename"] == "NotFound"


async def test_signing_out_here(app: Application) -> None:
    """The session ends on the server, and the cookie goes; who is signed out already stays so."""
    member = await member_of(app)
    here, there = await app.as_member(member), await app.as_member(member)
    token = here.http.cookies["engawa"]
    response = await here.raw("mutation { signOut(input: {}) { __typename } }")
    assert response.json()["data"]["signOut"]["__typename"] == "SignedOut"
    assert response.headers["set-cookie"].startswith('engawa=""; expires=')
    stolen = app.guest()
    stolen.http.cookies.set("engawa", token)
    assert [await signed_in(client) for client in (here, stolen, there)] == [False, False, True]
    async with unchanged(app.house.db):
        assert (await here.change("signOut", {}))["__typename"] == "SignedOut"


async def test_signing_out_everywhere(app: Application) -> None:
    """Every browser of the member, and nobody else's; open connections must ask anew."""
    member, other = await member_of(app), await member_of(app, "佐藤 花")
    browsers = [await app.as_member(member), await app.as_member(member), await app.as_member(other)]
    assert (await browsers[0].change("signOutEverywhere", {}))["__typename"] == "SignedOutEverywhere"
    assert [await signed_in(client) for client in browsers] == [False, False, True]
    async with app.house.db.read() as session:
        assert (await session.get_one(Member, member)).authz_version == 1


async def test_a_session_slides_and_ends(app: Application) -> None:
    """It is noted as used at most once an hour; after sixty days without use nobody is signed in."""
    client = await app.as_member(await member_of(app))
    async with unchanged(app.house.db):
        assert await signed_in(client)
    async with app.house.db.transaction() as session:
        await session.execute(update(SignInSession).values(last_seen_at=now() - timedelta(hours=2), expires_at=now() + timedelta(days=1)))
    token = client.http.cookies["engawa"]
    response = await client.raw("{ viewer { id } }")
    assert response.headers["set-cookie"].startswith(f"engawa={token}; ")
    client.http.cookies.clear()
    client.http.cookies.set("engawa", token)
    async with app.house.db.read() as session:
        row = (await session.scalars(select(SignInSession))).one()
        assert row.last_seen_at > now() - timedelta(minutes=1)
        assert row.expires_at > now() + timedelta(days=59)
    async with app.house.db.transaction() as session:
        await session.execute(update(SignInSession).values(expires_at=now()))
    assert not await signed_in(client)


async def test_the_language_is_kept(app: Application) -> None:
    """For pages and mails."""
    member = await member_of(app)
    client = await app.as_member(member)
    answer = await client.change("chooseLanguage", {"language": "EN"}, "... on LanguageChosen { viewer { language } }")
    assert answer["viewer"] == {"language": "EN"}
    async with app.house.db.read() as session:
        assert (await session.get_one(Member, member)).language == "en"


@pytest.mark.parametrize(("language", "sentence"), [("ja", "ログインすると"), ("en", "Sign in")])
async def test_guests_are_told_to_sign_in(app: Application, language: str, sentence: str) -> None:
    """A typed problem, and nothing changed."""
    client = app.guest(language)
    async with unchanged(app.house.db):
        for mutation, given in (("signOutEverywhere", {}), ("updateProfile", {"name": "x"}), ("chooseLanguage", {"language": "JA"})):
            answer = await client.change(mutation, given)
            assert (answer["__typename"], answer["code"]) == ("NotAllowed", "NotSignedIn")
            assert sentence in answer["message"]


async def test_the_demo_world_has_ready_made_sign_ins(app: Application) -> None:
    """Each key that exists there, with a label; another key is not there."""
    async with app.house.db.transaction() as session:
        for key in DEMO_KEYS:
            await make_member(session, email=demo_email(key))
    client = app.guest("en")
    offered = (await client.ask("{ site { demo demoSignIns { key label } } }"))["site"]
    assert offered["demo"] is True
    assert [each["key"] for each in offered["demoSignIns"]] == list(DEMO_KEYS)
    answer = await client.change("signInToDemo", {"key": "operator"}, "... on SignedIn { viewer { email } }")
    assert answer["viewer"]["email"] == demo_email("operator")
    assert await signed_in(client)
    async with unchanged(app.house.db):
        assert (await app.guest().change("signInToDemo", {"key": "steward"}))["__typename"] == "NotFound"


async def test_a_real_deployment_has_none(database_url: str) -> None:
    """Not even for an address that would fit."""
    real = Settings(_env_file=None, operated_by="縁側の会", contact="desk@engawa.example")
    async with running(database_url, real) as app:
        async with app.house.db.transaction() as session:
            await make_member(session, email=demo_email("member"))
        site = (await app.guest().ask("{ site { demo operatedBy contact demoSignIns { key } } }"))["site"]
        assert site == {"demo": False, "operatedBy": "縁側の会", "contact": "desk@engawa.example", "demoSignIns": []}
        async with unchanged(app.house.db):
            assert (await app.guest().change("signInToDemo", {"key": "member"}))["__typename"] == "NotFound"
