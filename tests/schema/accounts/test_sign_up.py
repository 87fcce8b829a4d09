"""Signing up through the front door: little is asked for, all of it is checked, and the account is made when the mail is answered."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from server.accounts.model import Member
from server.accounts.rules import TERMS_VERSION
from server.companies.model import Company
from server.groups.model import GroupMembership
from server.kit.ids import global_id, uuid7
from server.kit.log import EventRow
from server.people.model import Affiliation, Profile
from tests.factories.accounts import letter_to
from tests.factories.companies import make_company
from tests.factories.people import make_member
from tests.support.running import Application
from tests.support.unchanged import unchanged

HANA = "hana@people.example"
TENURE = {"startedOn": "2014-04", "endedOn": "2019-09"}
AFFILIATIONS = "affiliations { state verification decidedBy company { name proposed } }"
SIGNED_IN = f"... on SignedIn {{ isNew viewer {{ email standing language person {{ {AFFILIATIONS} }} }} }}"


def given(**other: Any) -> dict[str, Any]:
    """What somebody fills in, with a company of their own."""
    form = {"email": HANA, "name": "佐藤 花", "company": {"proposedName": "ひだまり製作所"}, "tenure": TENURE}
    return form | {"acceptedTermsVersion": TERMS_VERSION} | other


async def sony(app: Application) -> Company:
    """The company of the facts."""
    async with app.house.db.read() as session:
        return await make_company(session, "ソニー")


async def test_joining_with_a_known_company(app: Application) -> None:
    """Account, profile, affiliation and application are there at once; who decides is told; the terms' version is kept."""
    company = await sony(app)
    client = app.guest("en")
    form = given(company={"id": global_id("Company", company.id)}, reading="さとう はな", language="JA")
    assert (await client.change("signUp", form))["__typename"] == "SignUpRequested"
    async with app.house.db.read() as session:
        assert (await session.scalars(select(Member))).all() == []
    letter = await letter_to(app.house.db, HANA)
    assert (letter.purpose, letter.language) == ("sign_up", "ja")
    answer = await client.change("followLink", {"token": letter.token}, SIGNED_IN)
    assert answer["isNew"] is True
    assert (answer["viewer"]["standing"], answer["viewer"]["language"]) == ("NEWCOMER", "JA")
    (affiliation,) = answer["viewer"]["person"]["affiliations"]
    assert (affiliation["state"], affiliation["verification"]) == ("AWAITING", "SELF_DECLARED")
    assert affiliation["decidedBy"] == "the stewards"
    async with app.house.db.read() as session:
        member = (await session.scalars(select(Member))).one()
        profile = await session.get_one(Profile, member.id)
        assert (member.terms_version, profile.reading, profile.verified_at) == (TERMS_VERSION, "さとう はな", None)
        assert (await session.scalars(select(GroupMembership.state))).all() == ["applied"]
        assert (await session.scalars(select(EventRow.type))).all() == ["ApplicationOpened", "AffiliationDeclared"]


async def test_joining_with_a_company_that_is_missing(app: Application) -> None:
    """It is proposed there, and usable at once; the code of the mail works as the link does."""
    client = app.guest()
    await client.change("signUp", given())
    letter = await letter_to(app.house.db, HANA)
    answer = await client.change("enterCode", {"email": HANA, "code": letter.code}, SIGNED_IN)
    assert answer["viewer"]["person"]["affiliations"][0]["company"] == {"name": "ひだまり製作所", "proposed": True}
    found = await app.guest().ask('{ companies(text: "ヒダマリ", first: 5) { edges { node { name } } } }')
    assert found["companies"]["edges"][0]["node"]["name"] == "ひだまり製作所"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"email": "hana"}, "BadEmail", "email"),
        ({"name": " "}, "Missing", "name"),
        ({"name": "あ" * 81}, "TooLong", "name"),
        ({"name": "佐藤\u0000花"}, "UnreadableText", "name"),
        ({"reading": "hana"}, "NotKana", "reading"),
        ({"company": {"id": global_id("Company", uuid7())}}, "UnknownCompany", "company.id"),
        ({"company": {"id": global_id("Person", uuid7())}}, "UnknownCompany", "company.id"),
        ({"company": {"id": "nonsense"}}, "UnknownCompany", "company.id"),
        ({"company": {}}, "OneCompany", "company"),
        ({"company": {"id": global_id("Company", uuid7()), "proposedName": "ひだまり"}}, "OneCompany", "company"),
        ({"company": {"proposedName": "  "}}, "Missing", "company.proposedName"),
        ({"company": {"proposedName": "!!!"}}, "UnknownCompany", "company.proposedName"),
        ({"tenure": {"startedOn": "2019-09", "endedOn": "2014-04"}}, "EndsBeforeItBegins", "tenure.endedOn"),
        ({"tenure": {"startedOn": "2014-04", "endedOn": "2999-01"}}, "InTheFuture", "tenure.endedOn"),
        ({"tenure": {"startedOn": "2014-04"}}, "StillThere", "tenure.endedOn"),
        ({"tenure": {"startedOn": "1200-04", "endedOn": "2014-04"}}, "TooLongAgo", "tenure.startedOn"),
        ({"acceptedTermsVersion": "2020-01-01"}, "TermsNotAccepted", "acceptedTermsVersion"),
    ],
)
async def test_what_is_wrong_is_named(app: Application, change: dict[str, Any], code: str, field: str) -> None:
    """In both languages; nothing is kept."""
    async with unchanged(app.house.db):
        answers = [await app.guest(language).change("signUp", given(**change)) for language in ("ja", "en")]
    for answer in answers:
        assert (answer["__typename"], answer["code"], answer["field"]) == ("Invalid", code, field)
    assert answers[0]["message"] != answers[1]["message"]


async def test_an_address_with_an_account_gets_the_same_answer_and_a_link_that_signs_in(app: Application) -> None:
    """Nothing of what was filled in changes the account."""
    async with app.house.db.transaction() as session:
        await make_member(session, "佐藤 花", email=HANA)
    client = app.guest()
    assert (await client.change("signUp", given(name="別の名前")))["__typename"] == "SignUpRequested"
    letter = await letter_to(app.house.db, HANA)
    assert letter.purpose == "already_member"
    async with unchanged(app.house.db, but=["session", "sign_in_request"]):
        answer = await client.change("followLink", {"token": letter.token}, "... on SignedIn { isNew viewer { person { name } } }")
    assert (answer["isNew"], answer["viewer"]["person"]["name"]) == (False, "佐藤 花")


async def test_two_mails_answered_at_once_make_one_account(app: Application) -> None:
    """Whichever comes second signs in to what the first one made."""
    client = app.guest()
    letters = []
    for _ in range(2):
        await client.change("signUp", given())
        letters.append(await letter_to(app.house.db, HANA))
    answers = await asyncio.gather(
        *(app.guest().change("followLink", {"token": letter.token}, "... on SignedIn { isNew }") for letter in letters)
    )
    assert sorted(answer["isNew"] for answer in answers) == [False, True]
    async with app.house.db.read() as session:
        for table in (Member, Profile, Affiliation):
            assert len((await session.scalars(select(table))).all()) == 1
        assert len((await session.scalars(select(Company).where(Company.proposed))).all()) == 1
