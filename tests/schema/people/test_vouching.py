"""Colleagues confirm each other through the front door: by link, at once or held, taken back, refused without a trace."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from server.kit.clock import now
from server.kit.ids import global_id
from server.people.model import ConfirmationRequest
from tests.factories.companies import make_company
from tests.factories.people import make_affiliation, make_block, make_exclusion, make_member
from tests.schema.people.colleagues import (
    ASKED,
    ASKED_OF,
    COMPANY,
    GIVEN,
    Office,
    another_newcomer,
    let_accounts_age,
    make_office,
    refused,
)
from tests.support.running import Application


@pytest.fixture
async def office(app: Application) -> Office:
    """A company whose alumni know each other."""
    return await make_office(app)


async def test_a_colleague_confirms_by_a_link(office: Office) -> None:
    """The link shows who asks, and writes nothing; the word verifies, the group stays with its operator, and the page says by whom."""
    token = await office.link()
    asked = (await office.alum.ask(ASKED_OF, {"key": token}))["askedConfirmation"]
    assert (asked["name"], asked["formerName"], asked["company"]["name"]) == ("新人 空", "旧田 空", COMPANY)
    assert (asked["shared"], asked["vouch"]) == ({"from": "2014-04", "until": "2019-09"}, None)
    given = {"affiliation": office.affiliation, "token": token, "statement": "同じ課でした"}
    answer = await office.alum.change("vouchFor", given, GIVEN)
    assert answer["affiliation"] == {"id": office.affiliation, "verification": "COLLEAGUE", "state": "CONFIRMED"}
    assert (answer["vouch"]["state"], answer["vouch"]["from"]) == ("STANDING", "2014-04")
    own = await office.own()
    assert (own["standing"], own["verification"]) == ("VERIFIED", "COLLEAGUE")
    assert own["confirmations"] == [{"level": "COLLEAGUE", "colleagues": 1, "group": None, "vouchers": [{"name": "佐藤 凪"}]}]
    assert own["vouches"] == [{"state": "STANDING", "statement": "同じ課でした", "voucher": {"name": "佐藤 凪"}}]
    assert await office.memberships() == ["applied"]
    waiting = (await office.operator.ask("{ viewer { unread { queue } } }"))["viewer"]["unread"]["queue"]
    assert waiting == 1
    await office.app.drain()
    told = (await office.newcomer.ask("{ viewer { notices(first: 5) { edges { node { about { __typename } } } } } }"))["viewer"]["notices"]
    assert [edge["node"]["about"]["__typename"] for edge in told["edges"]] == ["AffiliationVouched"]
    found = (await office.alum.ask('{ people(first: 5, text: "新人") { totalCount } }'))["people"]["totalCount"]
    assert found == 1


async def test_the_operator_still_admits(office: Office) -> None:
    """Their confirmation goes on top of the colleague's; both are shown."""
    await office.alum.change("vouchFor", {"affiliation": office.affiliation, "token": await office.link()}, GIVEN)
    confirmed = "... on AffiliationConfirmed { affiliation { verification } }"
    answer = await office.operator.change("confirmAffiliation", {"affiliation": office.affiliation}, confirmed)
    assert answer["affiliation"] == {"verification": "OPERATOR"}
    assert [(one["level"], one["group"]) for one in (await office.own())["confirmations"]] == [
        ("OPERATOR", {"name": "ひだまり電機アルムナイ"}),
        ("COLLEAGUE", None),
    ]
    assert await office.memberships() == ["approved"]


async def test_a_word_is_taken_back(office: Office) -> None:
    """Nothing else stands, so that the member waits again; they are told, and the colleague may give it once more."""
    token = await office.link()
    given = {"affiliation": office.affiliation, "token": token}
    await office.alum.change("vouchFor", given, GIVEN)
    answer = await office.alum.change("withdrawVouch", {"affiliation": office.affiliation}, "... on VouchWithdrawn { affiliation { id } }")
    assert answer["__typename"] == "VouchWithdrawn", answer
    own = await office.own()
    assert (own["standing"], own["verification"], own["state"], own["confirmations"]) == ("NEWCOMER", "SELF_DECLARED", "AWAITING", [])
    assert await refused(office, office.alum, "withdrawVouch", {"affiliation": office.affiliation}) == "NotThere"
    assert (await office.alum.change("vouchFor", given, GIVEN))["vouch"]["state"] == "STANDING"


async def test_what_rests_on_a_revoked_confirmation_lapses(office: Office) -> None:
    """The operator takes the alum's back: their word no longer counts, nor that of whom they vouched for; repeated jobs change nothing."""
    await office.alum.change("vouchFor", {"affiliation": office.affiliation, "token": await office.link()}, GIVEN)
    await let_accounts_age(office.app, office.newcomer_id)
    _, client, affiliation = await another_newcomer(office, "三人 目")
    token = await office.link(client, affiliation)
    assert (await office.newcomer.change("vouchFor", {"affiliation": affiliation, "token": token}, GIVEN))["vouch"]["state"] == "STANDING"
    await office.app.drain()
    theirs = (await office.own(office.alum))["id"]
    given = {"affiliation": theirs, "level": "OPERATOR", "reason": "在籍していなかったとわかりました。"}
    revoked = "... on ConfirmationRevoked { affiliation { state verification } }"
    assert (await office.operator.change("revokeConfirmation", given, revoked))["affiliation"]["state"] == "AWAITING"
    await office.app.drain()
    for member in (office.alum, office.newcomer, client):
        assert (await office.own(member))["standing"] == "NEWCOMER"
    assert await office.words() == [("held", "lapsed"), ("held", "lapsed")]
    asked = "{ viewer { notices(first: 1) { edges { node { about { ... on ConfirmationEnded { why level reason } } } } } } }"
    about = (await office.alum.ask(asked))["viewer"]["notices"]["edges"][0]["node"]["about"]
    assert about == {"why": "REVOKED", "level": "OPERATOR", "reason": "在籍していなかったとわかりました。"}
    answer = await office.operator.change(
        "confirmAffiliation", {"affiliation": theirs}, "... on AffiliationConfirmed { affiliation { id } }"
    )
    assert answer["__typename"] == "AffiliationConfirmed"
    await office.app.drain()
    assert [state for state, _ in await office.words()] == ["standing", "standing"]


async def test_new_colleagues_are_looked_at_first(office: Office) -> None:
    """Who was confirmed by a colleague only yesterday gives a word that is held; who decides reads why, and nothing else happens."""
    await office.alum.change("vouchFor", {"affiliation": office.affiliation, "token": await office.link()}, GIVEN)
    _, client, affiliation = await another_newcomer(office, "三人 目")
    token = await office.link(client, affiliation)
    answer = await office.newcomer.change("vouchFor", {"affiliation": affiliation, "token": token}, GIVEN)
    assert (answer["vouch"]["state"], answer["vouch"]["heldBecause"], answer["affiliation"]) == ("HELD", None, None)
    assert await office.words() == [("standing", None), ("held", "new_colleague")]
    assert (await office.own(client))["standing"] == "NEWCOMER"
    evidence = """{ viewer { queue(first: 5) { edges { node { ... on AffiliationToConfirm { affiliation {
      id vouches { state heldBecause voucher { name } } } } } } } } }"""
    nodes = [edge["node"]["affiliation"] for edge in (await office.operator.ask(evidence))["viewer"]["queue"]["edges"]]
    read = {node["id"]: node["vouches"] for node in nodes}
    assert read[affiliation] == [{"state": "HELD", "heldBecause": "NEW_COLLEAGUE", "voucher": {"name": "新人 空"}}]


async def test_a_ring_of_new_accounts_is_held(office: Office) -> None:
    """Also where one of the two has been confirmed by an operator."""
    await office.alum.change("vouchFor", {"affiliation": office.affiliation, "token": await office.link()}, GIVEN)
    theirs = (await office.own(office.alum))["id"]
    answer = await office.newcomer.change("vouchFor", {"affiliation": theirs}, GIVEN)
    assert answer["vouch"]["state"] == "HELD"
    assert (await office.words())[1] == ("held", "ring")


async def test_who_must_not_confirm(office: Office) -> None:
    """Oneself, a newcomer, a stranger to the company, somebody without a month in common, twice; nothing is written."""
    token = await office.link()
    given = {"affiliation": office.affiliation, "token": token}
    own = (await office.own(office.alum))["id"]
    assert await refused(office, office.alum, "vouchFor", given | {"affiliation": own}) == "OneselfVouched"
    _, other, _ = await another_newcomer(office, "三人 目")
    assert await refused(office, other, "vouchFor", given) == "NotVerified"
    async with office.app.house.db.transaction() as session:
        outsider = await make_member(session, "岡 蓮", "こもれび製作所")
    assert await refused(office, await office.app.as_member(outsider), "vouchFor", given) == "NotThere"
    _, late, affiliation = await another_newcomer(office, "四人 目", started_on=date(2019, 9, 1))
    async with office.app.house.db.transaction() as session:
        before = await make_member(session, "岡 陸", "ほか")
        await make_affiliation(session, before, COMPANY, started_on=date(2001, 4, 1), ended_on=date(2003, 3, 1))
    early = await office.app.as_member(before)
    late_token = await office.link(late, affiliation)
    assert await refused(office, early, "vouchFor", {"affiliation": affiliation, "token": late_token}) == "NoOverlap"
    await office.alum.change("vouchFor", given, GIVEN)
    assert await refused(office, office.alum, "vouchFor", given) == "AlreadyVouched"


async def test_links_lead_nowhere_for_others(office: Office) -> None:
    """A foreign, an ended and an expired one; and for whom it was not meant it shows nothing."""
    token = await office.link()
    for client in (office.newcomer, (await another_newcomer(office, "三人 目"))[1]):
        assert (await client.ask(ASKED_OF, {"key": token}))["askedConfirmation"] is None
    newer = await office.link()
    _, other, affiliation = await another_newcomer(office, "四人 目")
    foreign = await office.link(other, affiliation)
    request = (await office.own())["requests"][0]["id"]
    for wrong in (token, foreign, "x" * 43):
        assert await refused(office, office.alum, "vouchFor", {"affiliation": office.affiliation, "token": wrong}) == "NotThere"
    assert await refused(office, other, "stopAsking", {"request": request}) == "NotThere"
    async with office.app.house.db.transaction() as session:
        await session.execute(update(ConfirmationRequest).values(expires_at=now() - timedelta(seconds=1)))
    assert await refused(office, office.alum, "vouchFor", {"affiliation": office.affiliation, "token": newer}) == "NotThere"
    assert (await office.alum.ask(ASKED_OF, {"key": newer}))["askedConfirmation"] is None


@pytest.mark.parametrize("kept", ["blocks", "blocked", "excludes", "excluded", "excludes company", "excluded by company"])
async def test_who_is_kept_out_is_not_asked(office: Office, kept: str) -> None:
    """Blocks and exclusions in both directions, by name and by company: the link, the home page and the deed know nothing."""
    token = await office.link()
    await office.newcomer.change("askForConfirmation", {"affiliation": office.affiliation, "asked": "COLLEAGUES"}, ASKED)
    asked = "{ askedConfirmations { name } }"
    assert (await office.alum.ask(asked))["askedConfirmations"] == [{"name": "新人 空"}]
    async with office.app.house.db.transaction() as session:
        one, other = office.alum_id, office.newcomer_id
        if "block" in kept:
            await make_block(session, *((one, other) if kept == "blocks" else (other, one)))
        elif "company" in kept:
            await make_exclusion(session, one if kept == "excludes company" else other, company=await make_company(session, COMPANY))
        else:
            await make_exclusion(session, *((one,) if kept == "excludes" else (other,)), other=other if kept == "excludes" else one)
    assert (await office.alum.ask(asked))["askedConfirmations"] == []
    assert (await office.alum.ask(ASKED_OF, {"key": token}))["askedConfirmation"] is None
    for given in ({"affiliation": office.affiliation}, {"affiliation": office.affiliation, "token": token}):
        assert await refused(office, office.alum, "vouchFor", given) == "NotThere"


async def test_colleagues_are_asked_on_their_home_page(office: Office) -> None:
    """Without a link; once it was given, it is asked no longer, and the member can end it."""
    answer = await office.newcomer.change("askForConfirmation", {"affiliation": office.affiliation, "asked": "COLLEAGUES"}, ASKED)
    request = answer["affiliation"]["requests"][0]["id"]
    assert (answer["token"], answer["affiliation"]["requests"][0]["asked"]) == (None, "COLLEAGUES")
    assert (await office.alum.ask(ASKED_OF, {"key": request}))["askedConfirmation"]["affiliation"] == office.affiliation
    await office.newcomer.change("stopAsking", {"request": request}, "... on ConfirmationRequestEnded { affiliation { id } }")
    assert (await office.alum.ask("{ askedConfirmations { id } }"))["askedConfirmations"] == []
    assert await refused(office, office.alum, "vouchFor", {"affiliation": office.affiliation}) == "NotThere"
    assert global_id("Affiliation", office.waiting) == office.affiliation
