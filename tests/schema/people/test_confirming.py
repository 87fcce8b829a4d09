"""Levels through the front door: the company's contact, confirmations taken back, who may, what is left, and levels in search."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from server.audit.model import AuditEntry
from server.kit.ids import global_id
from server.people.model import Affiliation
from tests.factories.companies import make_company
from tests.factories.groups import make_role
from tests.factories.people import make_affiliation, make_exclusion, make_member, make_operator
from tests.schema.people.colleagues import ASKED, ASKED_OF, COMPANY, GIVEN, Office, make_office, refused
from tests.support.running import Application, Client
from workers.indexing import reindex_all

PEOPLE = """query People($level: VerificationLevel) { people(first: 50, filter: {verification: $level}) { totalCount
  facets { verification { level count } } } }"""
REVOKED = "... on ConfirmationRevoked { affiliation { state verification } }"


@pytest.fixture
async def office(app: Application) -> Office:
    """A company whose alumni know each other."""
    return await make_office(app)


async def contact_of(office: Office) -> Client:
    """Who speaks for the company in the group."""
    async with office.app.house.db.transaction() as session:
        member = await make_member(session, "窓口 楽", "ほか")
        await make_role(session, office.group_id, member, "company_contact")
    return await office.app.as_member(member)


async def ask_company(office: Office) -> None:
    """The newcomer asks the company."""
    answer = await office.newcomer.change("askForConfirmation", {"affiliation": office.affiliation, "asked": "COMPANY"}, ASKED)
    assert answer["__typename"] == "ConfirmationAsked", answer


async def test_the_company_confirms_what_it_is_asked(office: Office) -> None:
    """Its contact sees who asks and nothing else: no queue, no person; the operator's confirmation comes beside it."""
    given = {"affiliation": office.affiliation}
    assert await refused(office, office.newcomer, "askForConfirmation", given | {"asked": "COMPANY"}) == "NotThere"
    contact = await contact_of(office)
    assert (await office.own())["viewerMayAsk"] == ["LINK", "COLLEAGUES", "COMPANY"]
    assert await refused(office, contact, "confirmAsCompany", given) == "NotThere"
    await ask_company(office)
    (asked,) = (await contact.ask("{ askedConfirmations { id name asCompany } }"))["askedConfirmations"]
    assert (asked["name"], asked["asCompany"]) == ("新人 空", True)
    assert (await contact.ask(ASKED_OF, {"key": asked["id"]}))["askedConfirmation"]["affiliation"] == office.affiliation
    person = "query Person($id: ID!) { person(id: $id) { name } viewer { queue(first: 5) { totalCount } } }"
    seen = await contact.ask(person, {"id": global_id("Person", office.newcomer_id)})
    assert (seen["person"], seen["viewer"]["queue"]["totalCount"]) == (None, 0)
    assert await refused(office, office.alum, "confirmAsCompany", given) == "NotThere"
    answer = await contact.change("confirmAsCompany", given, "... on ConfirmedAsCompany { affiliation { verification } }")
    assert answer["affiliation"] == {"verification": "COMPANY"}
    own = await office.own()
    assert (own["standing"], [one["level"] for one in own["confirmations"]]) == ("VERIFIED", ["COMPANY"])
    assert await office.memberships() == ["approved"]
    assert (await contact.ask("{ askedConfirmations { id } }"))["askedConfirmations"] == []


async def test_a_contact_speaks_in_a_strong_session_only(office: Office) -> None:
    """Without a second factor they neither confirm nor take back what they confirmed, and are led to one."""
    async with office.app.house.db.transaction() as session:
        member = await make_member(session, "窓口 楽", "ほか")
        await make_role(session, office.group_id, member, "company_contact")
    weak, strong = await office.app.as_member(member, method="email"), await office.app.as_member(member)
    await ask_company(office)
    given = {"affiliation": office.affiliation}
    assert await refused(office, weak, "confirmAsCompany", given) == "NotAnOperator"
    assert (await weak.ask("{ viewer { needsSecondFactor } }"))["viewer"]["needsSecondFactor"] is True
    await strong.change("confirmAsCompany", given)
    assert await refused(office, weak, "revokeConfirmation", given | {"level": "COMPANY", "reason": "まちがいでした。"}) == "NotThere"


async def test_whoever_hides_from_the_company_is_not_shown_to_it(office: Office) -> None:
    """An exclusion that is set after one asked holds too."""
    async with office.app.house.db.transaction() as session:
        contact_id = await make_member(session, "窓口 楽", COMPANY)
        await make_role(session, office.group_id, contact_id, "company_contact")
    contact = await office.app.as_member(contact_id)
    await ask_company(office)
    async with office.app.house.db.transaction() as session:
        await make_exclusion(session, office.newcomer_id, company=await make_company(session, COMPANY))
    assert (await contact.ask("{ askedConfirmations { id } }"))["askedConfirmations"] == []
    assert await refused(office, contact, "confirmAsCompany", {"affiliation": office.affiliation}) == "NotThere"


async def test_the_level_falls_to_the_next_best(office: Office) -> None:
    """Company, then operator, then colleague, then nobody; each revocation is on the record with its reason."""
    contact = await contact_of(office)
    await office.alum.change("vouchFor", {"affiliation": office.affiliation, "token": await office.link()}, GIVEN)
    await office.operator.change("confirmAffiliation", {"affiliation": office.affiliation})
    await ask_company(office)
    await contact.change("confirmAsCompany", {"affiliation": office.affiliation})
    seen: list[Any] = [(await office.own())["verification"]]
    for client, level in ((contact, "COMPANY"), (office.operator, "OPERATOR"), (office.operator, "COLLEAGUE")):
        given = {"affiliation": office.affiliation, "level": level, "reason": "まちがいでした。"}
        answer = await client.change("revokeConfirmation", given, REVOKED)
        assert answer["__typename"] == "ConfirmationRevoked", answer
        seen.append((await office.own())["verification"])
    assert seen == ["COMPANY", "OPERATOR", "COLLEAGUE", "SELF_DECLARED"]
    assert ((await office.own())["standing"], await office.memberships()) == ("NEWCOMER", ["applied"])
    async with office.app.house.db.read() as session:
        entries = (
            await session.scalars(select(AuditEntry).where(AuditEntry.action == "revoke_confirmation").order_by(AuditEntry.at))
        ).all()
    assert [(one.right, one.reason) for one in entries] == [
        (right, "まちがいでした。") for right in ("company_contact", "operator", "operator")
    ]
    assert (
        await refused(office, office.alum, "vouchFor", {"affiliation": office.affiliation, "token": await office.link()}) == "VouchRevoked"
    )


async def test_who_must_not_revoke(office: Office) -> None:
    """Members, operators elsewhere or without their second factor, a contact, oneself; without a reason; what does not stand."""
    contact = await contact_of(office)
    async with office.app.house.db.transaction() as session:
        theirs = (await session.scalars(select(Affiliation.id).where(Affiliation.member_id == office.alum_id))).one()
        from_elsewhere = await make_member(session, "岡 蓮", "こもれび製作所")
        second = await make_operator(session, office.group_id, "林 渚", COMPANY)
        own = (await session.scalars(select(Affiliation.id).where(Affiliation.member_id == second))).one()
    given = {"affiliation": global_id("Affiliation", theirs), "level": "OPERATOR", "reason": "まちがいでした。"}
    for client in (office.newcomer, contact, await office.app.as_member(from_elsewhere)):
        assert await refused(office, client, "revokeConfirmation", given) == "NotThere"
    by_mail = await office.app.as_member(second, method="mail")
    assert await refused(office, by_mail, "revokeConfirmation", given) == "NotThere"
    himself = await office.app.as_member(second)
    assert await refused(office, himself, "revokeConfirmation", given | {"affiliation": global_id("Affiliation", own)}) == "OwnAffiliation"
    assert await refused(office, office.operator, "revokeConfirmation", given | {"reason": " "}) == "Missing"
    assert await refused(office, office.operator, "revokeConfirmation", given | {"level": "COLLEAGUE"}) == "NothingToRevoke"


async def test_other_months_end_what_was_confirmed(office: Office) -> None:
    """The colleague's word waits with who decides; declined once, no colleague can put it right alone."""
    token = await office.link()
    await office.alum.change("vouchFor", {"affiliation": office.affiliation, "token": token}, GIVEN)
    edit = {"affiliation": office.affiliation, "tenure": {"startedOn": "2013-04", "endedOn": "2019-09"}}
    await office.newcomer.change("editAffiliation", edit)
    assert await office.words() == [("held", "months_changed")]
    assert (await office.own())["verification"] == "SELF_DECLARED"
    await office.operator.change("declineAffiliation", {"affiliation": office.affiliation, "reason": "時期がちがいます。"})
    assert (await office.own())["standing"] == "NEWCOMER"
    await office.newcomer.change("editAffiliation", edit | {"department": "研究所"})
    answer = await office.alum.change("vouchFor", {"affiliation": office.affiliation, "token": await office.link()}, GIVEN)
    assert (answer["vouch"]["state"], (await office.words())[-1]) == ("HELD", ("held", "decided_against"))


async def test_people_are_found_by_how_well_they_are_confirmed(office: Office) -> None:
    """At least so well: the counts beside the filter are those that it finds, under the viewer's eyes."""
    await office.alum.change("vouchFor", {"affiliation": office.affiliation, "token": await office.link()}, GIVEN)
    async with office.app.house.db.transaction() as session:
        hidden = await make_member(session, "見せない 人", COMPANY, listed_level=60)
        company = await make_company(session, COMPANY)
        best = await make_member(session, "会社 確認", "ほか")
        affiliation = await make_affiliation(session, best, company, started_on=date(2010, 4, 1), ended_on=date(2012, 3, 1))
        affiliation.verification = 30
    await reindex_all(office.app.house.worker)
    found = {level: (await office.alum.ask(PEOPLE, {"level": level}))["people"] for level in (None, "COLLEAGUE", "OPERATOR", "COMPANY")}
    counted = {each["level"]: each["count"] for each in found[None]["facets"]["verification"]}
    assert counted == {level: found[level]["totalCount"] for level in ("COLLEAGUE", "OPERATOR", "COMPANY")}
    assert (counted["COLLEAGUE"], counted["OPERATOR"], counted["COMPANY"]) == (4, 3, 1)
    assert hidden != best
