"""Operators and stewards decide once a passkey or a second factor was given; until then the page says so, and no queue is open."""

from dataclasses import dataclass
from typing import Any

import pytest
from pyotp.totp import TOTP

from server.accounts.rules import demo_email
from server.kit.ids import GroupId, MemberId, global_id
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_affiliation, make_member, make_operator
from tests.schema.accounts.proving import asked, key_for, let_the_app_tick, register, set_up_app
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

STANDING = """query Standing($group: ID!, $person: ID!) { node(id: $person) { id }
  viewer { isSteward needsSecondFactor queueCursor(group: $group) unread { queue } queue(first: 5) { totalCount } } }"""


@dataclass(frozen=True, slots=True)
class House:
    """A group with its operator, a steward, and somebody whose affiliation waits."""

    app: Application
    group: GroupId
    operator: MemberId
    steward: MemberId
    newcomer: MemberId
    affiliation: str

    async def stands(self, client: Client) -> dict[str, Any]:
        """As what the client may act: who they see, and what waits for them."""
        ids = {"group": global_id("AlumniGroup", self.group), "person": global_id("Person", self.newcomer)}
        found = await client.ask(STANDING, ids)
        viewer = found["viewer"]
        return {
            "steward": viewer["isSteward"],
            "needs": viewer["needsSecondFactor"],
            "desk": viewer["queueCursor"] is not None,
            "waiting": (viewer["queue"]["totalCount"], viewer["unread"]["queue"]),
            "sees": found["node"] is not None,
        }


@pytest.fixture
async def house(app: Application) -> House:
    """The people."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        group = GroupId((await make_group(session, company)).id)
        operator = await make_operator(session, group, "森 楓", company, email=demo_email("operator"))
        steward = await make_member(session, "事務 花", is_steward=True)
        newcomer = await make_member(session, "佐藤 凪", verified=False)
        affiliation = await make_affiliation(session, newcomer, company, state="awaiting")
    return House(app, group, operator, steward, newcomer, global_id("Affiliation", affiliation.id))


WEAK = {"steward": False, "needs": True, "desk": False, "waiting": (0, 0), "sees": False}
STRONG = {"steward": False, "needs": False, "desk": True, "waiting": (1, 1), "sees": True}


async def test_an_operator_who_came_by_mail_decides_nothing(house: House) -> None:
    """Not on the queue, not by its mutations, not by what only an operator sees; as a member everything works."""
    client = await house.app.as_member(house.operator, method="mail")
    assert await house.stands(client) == WEAK
    async with unchanged(house.app.house.db):
        answer = await client.change("confirmAffiliation", {"affiliation": house.affiliation})
    assert (answer["__typename"], answer["code"]) == ("NotAllowed", "NotAnOperator")
    assert (await client.ask("{ viewer { standing roles { role } } }"))["viewer"] == {
        "standing": "VERIFIED",
        "roles": [{"role": "OPERATOR"}],
    }


async def test_a_first_factor_lifts_the_session(house: House) -> None:
    """Set up in a sign-in that is fresh; the next sign-in by mail is weak again, and the app's code lifts that one too."""
    client = await house.app.as_member(house.operator, method="mail")
    secret = await set_up_app(client)
    assert await house.stands(client) == STRONG
    later = await house.app.as_member(house.operator, method="mail")
    assert await house.stands(later) == WEAK
    await let_the_app_tick(house.app)
    given = {"totp": TOTP(secret).now()}
    assert await later.change("stepUp", given, "... on SteppedUp { viewer { needsSecondFactor } }") == {
        "__typename": "SteppedUp",
        "viewer": {"needsSecondFactor": False},
    }
    assert await house.stands(later) == STRONG
    assert (await later.change("confirmAffiliation", {"affiliation": house.affiliation}))["__typename"] == "AffiliationConfirmed"


async def test_a_passkey_signs_a_steward_in_with_all_rights(house: House) -> None:
    """And without the last passkey they stand without."""
    by_mail = await house.app.as_member(house.steward, method="mail")
    assert await house.stands(by_mail) == WEAK
    key = key_for(house.app)
    kept = (await register(by_mail, key))["viewer"]["safety"]["passkeys"][0]["id"]
    guest = house.app.guest()
    answer = await guest.change(
        "signInWithPasskey", {"credential": key.answer(await asked(guest))}, "... on SignedIn { viewer { isSteward } }"
    )
    assert answer["viewer"]["isSteward"] is True
    removed = await guest.change("removePasskey", {"passkey": kept}, "... on PasskeyRemoved { viewer { isSteward needsSecondFactor } }")
    assert removed["viewer"] == {"isSteward": False, "needsSecondFactor": True}


async def test_the_demos_ready_made_operator_needs_none(house: House) -> None:
    """The demo world is invented; members without a role are never asked."""
    guest = house.app.guest()
    await guest.change("signInToDemo", {"key": "operator"})
    assert await house.stands(guest) == STRONG
    member = await house.app.as_member(house.newcomer, method="mail")
    assert (await house.stands(member))["needs"] is False
    assert (await house.stands(await house.app.as_member(house.operator, method="oidc"))) == WEAK
