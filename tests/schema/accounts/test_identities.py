"""Identities through the front door: joining with a proven address, linking by the mail, taking one away, and what none of them may do."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import pytest
from sqlalchemy import select, update

from server.accounts.commands import link_identity
from server.accounts.model import Identity, Member, OidcRequest, SignInRequest
from server.accounts.rules import TERMS_VERSION
from server.audit.model import AuditEntry
from server.kit.ids import MemberId, global_id
from server.kit.limits import Limits
from tests.factories.accounts import let_requests_expire, letter_to
from tests.factories.people import make_member
from tests.support.arriving import through, trusting
from tests.support.provider import Provider, provider
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged
from tests.support.working import jobs

YU = "yu@people.example"
ARRIVAL = "{ arrival { email step } }"
IDENTITIES = "{ viewer { email identities { id provider } } }"
SIGNED_IN = "... on SignedIn { isNew viewer { email standing identities { provider } person { name } } }"


def given(**other: Any) -> dict[str, Any]:
    """What somebody fills in, but for the address."""
    tenure = {"startedOn": "2014-04", "endedOn": "2019-09"}
    form = {"name": "佐藤 花", "company": {"proposedName": "ひだまり製作所"}, "tenure": tenure}
    return form | {"acceptedTermsVersion": TERMS_VERSION} | other


@pytest.fixture
async def lying() -> AsyncGenerator[Provider]:
    """The provider."""
    async with provider() as found:
        yield found


@pytest.fixture
async def door(lying: Provider, database_url: str) -> AsyncGenerator[Application]:
    """The deployment that trusts it."""
    async with trusting(lying, database_url) as application:
        yield application


async def member_of(app: Application, email: str = YU) -> MemberId:
    """A member with the address, and no identity."""
    async with app.house.db.transaction() as session:
        return await make_member(session, email=email)


async def linked(app: Application) -> list[tuple[str, str]]:
    """Whom each identity signs in."""
    async with app.house.db.read() as session:
        rows = await session.execute(select(Member.email, Identity.subject).join(Identity, Identity.member_id == Member.id))
        return [(row[0], row[1]) for row in rows]


async def joined(client: Client, **other: Any) -> dict[str, Any]:
    return await client.change("joinByProvider", given(**other), SIGNED_IN)


async def test_an_unknown_address_joins_without_a_mail(door: Application, lying: Provider) -> None:
    """The form asks for what it always asks for; the address is the proven one, and the provider signs in from then on."""
    client = door.guest()
    end = await through(client, next="/opportunities")
    assert (end.path, end.params["next"]) == ("/join", "/opportunities")
    assert await client.ask(ARRIVAL) == {"arrival": {"email": YU, "step": "JOIN"}}
    answer = await joined(client)
    viewer = {"email": YU, "standing": "NEWCOMER", "identities": [{"provider": "縁側ID"}], "person": {"name": "佐藤 花"}}
    assert answer == {"__typename": "SignedIn", "isNew": True, "viewer": viewer}
    assert await client.ask(ARRIVAL) == {"arrival": None}
    again = door.guest()
    assert (await through(again)).path == "/"
    assert (await again.ask("{ viewer { email } }")) == {"viewer": {"email": YU}}
    async with door.house.db.read() as session:
        assert (await session.scalars(select(SignInRequest))).all() == []
        assert (await session.scalars(select(AuditEntry.action))).all() == ["link_identity"]
    assert "IdentityLinked" in {name for _, name, _ in await jobs(door.house.db)}


@pytest.mark.parametrize(
    ("other", "field"),
    [({"name": " "}, "name"), ({"acceptedTermsVersion": "2020-01-01"}, "acceptedTermsVersion"), ({"company": {}}, "company")],
)
async def test_a_form_that_is_not_whole_uses_nothing_up(door: Application, other: dict[str, Any], field: str) -> None:
    client = door.guest()
    await through(client)
    async with unchanged(door.house.db):
        answer = await joined(client, **other)
    assert (answer["__typename"], answer["field"]) == ("Invalid", field)
    assert (await joined(client))["__typename"] == "SignedIn"


@pytest.mark.parametrize(("language", "sentence"), [("ja", "何も登録されていません"), ("en", "Nothing was registered")])
async def test_only_the_browser_that_came_back_joins_and_only_once(door: Application, language: str, sentence: str) -> None:
    client, other = door.guest(language), door.guest(language)
    await through(client)
    async with unchanged(door.house.db):
        answer = await joined(other)
        assert (answer["__typename"], answer["code"]) == ("NotFound", "ArrivalOver")
        assert sentence in answer["message"]
        assert await other.ask(ARRIVAL) == {"arrival": None}
    answers = await asyncio.gather(*(joined(client) for _ in range(3)))
    assert sorted(each["__typename"] for each in answers) == ["NotFound", "NotFound", "SignedIn"]
    async with unchanged(door.house.db):
        assert (await joined(client))["code"] == "ArrivalOver"


async def test_what_was_proven_waits_for_an_hour_only(door: Application) -> None:
    client = door.guest()
    await through(client)
    async with door.house.db.transaction() as session:
        await session.execute(update(OidcRequest).values(expires_at=OidcRequest.created_at))
    async with unchanged(door.house.db):
        assert await client.ask(ARRIVAL) == {"arrival": None}
        assert (await joined(client))["code"] == "ArrivalOver"


@pytest.mark.parametrize(("language", "sentence"), [("ja", "すでに登録されています"), ("en", "is registered already")])
async def test_an_address_that_got_an_account_meanwhile_is_not_taken_over(door: Application, language: str, sentence: str) -> None:
    client = door.guest(language)
    await through(client)
    await member_of(door)
    async with unchanged(door.house.db):
        answer = await joined(client)
    assert (answer["__typename"], answer["code"]) == ("Conflict", "AlreadyMember")
    assert sentence in answer["message"]
    assert await linked(door) == []


async def test_a_known_address_is_linked_by_the_mail_on_the_same_browser(door: Application) -> None:
    """Nobody is signed in before; the mail says what its answer does, and is told about afterwards."""
    await member_of(door)
    client = door.guest()
    end = await through(client, next="/people")
    assert (end.path, dict(end.params)) == ("/signin/provider", {"next": "/people"})
    assert await client.ask(ARRIVAL) == {"arrival": {"email": YU, "step": "MAIL"}}
    assert await client.ask("{ viewer { email } }") == {"viewer": None}
    async with unchanged(door.house.db):
        assert (await joined(client))["code"] == "ArrivalOver"
    letter = await letter_to(door.house.db, YU)
    assert letter.purpose == "link_identity"
    assert (await client.change("enterCode", {"email": YU, "code": letter.code}, SIGNED_IN))["viewer"]["identities"] == [
        {"provider": "縁側ID"}
    ]
    assert await linked(door) == [(YU, "subject-1")]
    assert (await through(door.guest())).path == "/"
    assert "IdentityLinked" in {name for _, name, _ in await jobs(door.house.db)}


async def test_a_mail_answered_elsewhere_signs_in_and_links_nothing(door: Application) -> None:
    """Whoever has the address at the provider, but not the mailbox, gets nothing by waiting for its owner to click."""
    await member_of(door)
    attacker, owner = door.guest(), door.guest()
    await through(attacker)
    letter = await letter_to(door.house.db, YU)
    assert (await owner.change("followLink", {"token": letter.token}))["__typename"] == "SignedIn"
    assert await linked(door) == []
    async with unchanged(door.house.db):
        assert (await attacker.change("followLink", {"token": letter.token}))["code"] == "LinkUsed"
    assert await attacker.ask("{ viewer { email } }") == {"viewer": None}


async def test_another_mail_of_the_same_address_links_nothing(door: Application) -> None:
    """Only the mail that said so does."""
    await member_of(door)
    client = door.guest()
    await through(client)
    assert (await client.change("requestSignIn", {"email": YU}))["__typename"] == "SignInRequested"
    letter = await letter_to(door.house.db, YU)
    assert letter.purpose == "sign_in"
    assert (await client.change("followLink", {"token": letter.token}))["__typename"] == "SignedIn"
    assert await linked(door) == []


async def test_a_mail_that_ran_out_links_nothing(door: Application) -> None:
    await member_of(door)
    client = door.guest()
    await through(client)
    letter = await letter_to(door.house.db, YU)
    await let_requests_expire(door.house.db)
    async with unchanged(door.house.db):
        assert (await client.change("followLink", {"token": letter.token}))["code"] == "LinkExpired"
    assert await linked(door) == []


async def test_an_identity_stays_its_first_members(door: Application, lying: Provider) -> None:
    """Two browsers prove the same account at once; the address goes to another member in between."""
    first = await member_of(door)
    clients = [door.guest(), door.guest()]
    await through(clients[0])
    letter = await letter_to(door.house.db, YU)
    lying.email = "other@people.example"
    await member_of(door, "other@people.example")
    await through(clients[1])
    other = await letter_to(door.house.db, "other@people.example")
    for client, each in zip(clients, (letter, other), strict=True):
        assert (await client.change("followLink", {"token": each.token}))["__typename"] == "SignedIn"
    assert await linked(door) == [(YU, "subject-1")]
    async with door.house.db.read() as session:
        assert (await session.scalars(select(Identity.member_id))).all() == [first]


async def test_the_provider_fills_nobodys_mailbox(lying: Provider, database_url: str) -> None:
    limits = Limits({"sign_in.address": "1/hour"})
    async with trusting(lying, database_url, limits=limits) as door:
        await member_of(door)
        assert (await through(door.guest())).path == "/signin/provider"
        async with unchanged(door.house.db, but=["oidc_request"]):
            assert (await through(door.guest())).params["reason"] == "often"


async def test_taking_an_identity_away(door: Application, lying: Provider) -> None:
    """It signs in no longer, which is told by mail; another's, or one that is gone, is not there."""
    member, stranger = await member_of(door), await member_of(door, "other@people.example")
    async with door.house.db.transaction() as session:
        await link_identity(session, member, lying.base, lying.subject)
    client, other = await door.as_member(member), await door.as_member(stranger)
    (identity,) = (await client.ask(IDENTITIES))["viewer"]["identities"]
    async with unchanged(door.house.db):
        for wanted in (identity["id"], global_id("Identity", member), "nonsense"):
            assert (await other.change("unlinkIdentity", {"identity": wanted}))["__typename"] == "NotFound"
        assert (await door.guest().change("unlinkIdentity", {"identity": identity["id"]}))["code"] == "NotSignedIn"
    given = {"identity": identity["id"], "clientMutationId": "tapped-twice"}
    for _ in range(2):
        assert (await client.change("unlinkIdentity", given))["__typename"] == "IdentityUnlinked"
    assert await linked(door) == []
    assert [name for _, name, _ in await jobs(door.house.db)].count("IdentityUnlinked") == 1
    assert (await through(door.guest())).path == "/signin/provider"
