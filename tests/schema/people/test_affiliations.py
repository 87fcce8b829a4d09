"""Affiliations through the front door: declared, edited, taken back, and decided by who may; every refusal leaves all as it was."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from server.audit.model import AuditEntry
from server.groups.model import GroupMembership
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId, global_id, uuid7
from server.kit.log import EventRow, StreamRow
from server.people.model import Affiliation, Profile
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_affiliation, make_member, make_operator
from tests.support.running import Application
from tests.support.unchanged import unchanged

SHOWN = "affiliation { id state verification startedOn endedOn department decidedBy declineReason company { name } }"


class World:
    """A company with a group that has an operator, a company without, and a member of each."""

    company: CompanyId
    lonely: CompanyId
    group: GroupId
    operator: MemberId
    steward: MemberId
    member: MemberId
    waiting: MemberId
    affiliation: AffiliationId
    stewards: AffiliationId


@pytest.fixture
async def world(app: Application) -> World:
    """Make it."""
    found = World()
    async with app.house.db.transaction() as session:
        company, lonely = await make_company(session, "ひだまり製作所"), await make_company(session, "ひとり商会")
        group = await make_group(session, company, name="ひだまりの会")
        found.company, found.lonely, found.group = CompanyId(company.id), CompanyId(lonely.id), GroupId(group.id)
        found.operator = await make_operator(session, found.group, company=company)
        found.steward = await make_member(session, "事務 局", is_steward=True)
        found.member = await make_member(session, "高橋 悠", company)
        found.waiting = await make_member(session, "新井 新", company, verified=False)
        mine = await session.scalars(select(Affiliation).where(Affiliation.member_id == found.waiting))
        found.affiliation = AffiliationId(mine.one().id)
        found.stewards = AffiliationId((await make_affiliation(session, found.waiting, lonely, state="awaiting")).id)
    return found


async def events(app: Application) -> set[tuple[str, str]]:
    """What entered the log: type and stream."""
    async with app.house.db.read() as session:
        rows = await session.execute(select(EventRow.type, StreamRow.name).join(StreamRow, StreamRow.id == EventRow.stream_id))
        return {(kind, stream) for kind, stream in rows}


def at(company: Any = None, start: str = "2001-04", end: str | None = "2003-03") -> dict[str, Any]:
    """A declaration."""
    return {"company": {"proposedName": "ひなた電機"} if company is None else company, "tenure": {"startedOn": start, "endedOn": end}}


async def test_a_declaration_waits_for_the_group(app: Application, world: World) -> None:
    """Its member reads who decides, the group's queue and nobody else's tells of it."""
    client = await app.as_member(world.member)
    given = at({"id": global_id("Company", world.company)}) | {"department": "物流部"}
    answer = await client.change("declareAffiliation", given, f"... on AffiliationDeclared {{ {SHOWN} }}")
    shown = answer["affiliation"]
    assert (shown["state"], shown["verification"], shown["decidedBy"]) == ("AWAITING", "SELF_DECLARED", "ひだまりの会")
    assert (shown["startedOn"], shown["endedOn"], shown["department"]) == ("2001-04", "2003-03", "物流部")
    assert await events(app) == {("AffiliationDeclared", f"queue:{world.group}")}
    lonely = await client.change("declareAffiliation", at(), f"... on AffiliationDeclared {{ {SHOWN} }}")
    assert (lonely["affiliation"]["company"]["name"], lonely["affiliation"]["decidedBy"]) == ("ひなた電機", "事務局")
    assert ("AffiliationDeclared", "queue") in await events(app)


@pytest.mark.parametrize(
    ("given", "kind", "code", "field"),
    [
        (at(start="2019-09", end="2014-04"), "Invalid", "EndsBeforeItBegins", "tenure.endedOn"),
        (at(start="2999-01", end="2999-02"), "Invalid", "InTheFuture", "tenure.startedOn"),
        (at(end=None), "Invalid", "StillThere", "tenure.endedOn"),
        (at({"id": global_id("Company", uuid7())}), "Invalid", "UnknownCompany", "company.id"),
        (at({}), "Invalid", "OneCompany", "company"),
        (at() | {"title": "あ" * 61}, "Invalid", "TooLong", "title"),
        (at({"proposedName": "ひだまり製作所"}, "2014-04", "2019-09"), "Conflict", "AlreadyDeclared", None),
    ],
)
async def test_a_wrong_declaration_is_refused(
    app: Application, world: World, given: dict[str, Any], kind: str, code: str, field: str | None
) -> None:
    """A company that was proposed on the way is not kept either."""
    async with unchanged(app.house.db, but=["session"]):
        answers = [await (await app.as_member(world.member, language)).change("declareAffiliation", given) for language in ("ja", "en")]
    for answer in answers:
        assert (answer["__typename"], answer["code"], answer.get("field")) == (kind, code, field)
    assert answers[0]["message"] != answers[1]["message"]


async def test_other_months_must_be_confirmed_anew(app: Application, world: World) -> None:
    """Another department must not; and the member stays who they are meanwhile."""
    client = await app.as_member(world.member)
    async with app.house.db.read() as session:
        own = (await session.scalars(select(Affiliation).where(Affiliation.member_id == world.member))).one()
    given = {
        "affiliation": global_id("Affiliation", own.id),
        "tenure": {"startedOn": "2014-04", "endedOn": "2019-09"},
        "department": "物流部",
    }
    fields = f"... on AffiliationEdited {{ {SHOWN} }}"
    assert (await client.change("editAffiliation", given, fields))["affiliation"]["state"] == "CONFIRMED"
    assert await events(app) == set()
    given["tenure"]["startedOn"] = "2013-04"
    shown = (await client.change("editAffiliation", given, fields))["affiliation"]
    assert (shown["state"], shown["verification"]) == ("AWAITING", "SELF_DECLARED")
    assert await events(app) == {("AffiliationEdited", f"queue:{world.group}")}
    assert (await client.ask("{ viewer { standing groups { name } } }"))["viewer"] == {
        "standing": "VERIFIED",
        "groups": [{"name": "ひだまりの会"}],
    }


async def test_nobody_edits_or_removes_what_is_not_theirs(app: Application, world: World) -> None:
    """It is not there, not even for its operator."""
    tenure = {"startedOn": "2014-04", "endedOn": "2019-09"}
    async with unchanged(app.house.db, but=["session"]):
        for who in (world.member, world.operator):
            client = await app.as_member(who)
            for wanted in (global_id("Affiliation", world.affiliation), global_id("Affiliation", uuid7()), "nonsense"):
                assert (await client.change("removeAffiliation", {"affiliation": wanted}))["__typename"] == "NotFound"
                assert (await client.change("editAffiliation", {"affiliation": wanted, "tenure": tenure}))["__typename"] == "NotFound"


async def test_with_the_last_confirmed_affiliation_goes_what_it_carried(app: Application, world: World) -> None:
    """Standing, membership, and being seen by others."""
    client, reader = await app.as_member(world.member), await app.as_member(world.operator)
    async with app.house.db.read() as session:
        own = (await session.scalars(select(Affiliation.id).where(Affiliation.member_id == world.member))).one()
    seen = f'{{ person(id: "{global_id("Person", world.member)}") {{ name }} }}'
    assert (await reader.ask(seen))["person"] == {"name": "高橋 悠"}
    fields = "... on AffiliationRemoved { affiliation viewer { standing groups { name } } }"
    answer = await client.change("removeAffiliation", {"affiliation": global_id("Affiliation", own)}, fields)
    assert answer["viewer"] == {"standing": "NEWCOMER", "groups": []}
    assert (await reader.ask(seen))["person"] is None
    async with app.house.db.read() as session:
        left = await session.get_one(GroupMembership, (world.group, world.member))
        assert left.state == "left"


async def test_an_operator_confirms(app: Application, world: World) -> None:
    """The member is admitted, told and verified; it is audited in the group's name, and nobody reads the operator's."""
    operator, member = await app.as_member(world.operator), await app.as_member(world.waiting)
    given = {"affiliation": global_id("Affiliation", world.affiliation)}
    answer = await operator.change("confirmAffiliation", given, f"... on AffiliationConfirmed {{ {SHOWN} group {{ name }} }}")
    assert (answer["affiliation"]["state"], answer["affiliation"]["verification"]) == ("CONFIRMED", "OPERATOR")
    assert answer["group"] == {"name": "ひだまりの会"}
    viewer = (await member.ask("{ viewer { standing groups { name } person { affiliations { state decidedBy } } } }"))["viewer"]
    assert (viewer["standing"], viewer["groups"]) == ("VERIFIED", [{"name": "ひだまりの会"}])
    assert {(each["state"], each["decidedBy"]) for each in viewer["person"]["affiliations"]} == {
        ("CONFIRMED", "ひだまりの会"),
        ("AWAITING", "事務局"),
    }
    confirmed = "AffiliationConfirmed"
    assert await events(app) == {(confirmed, f"queue:{world.group}"), (confirmed, f"inbox:{world.waiting}")}
    async with app.house.db.read() as session:
        entry = (await session.scalars(select(AuditEntry))).one()
        assert (entry.right, entry.action, entry.subject_id, entry.group_id) == (
            "operator", "confirm_affiliation", world.affiliation, world.group)  # fmt: skip
    async with unchanged(app.house.db):
        again = await operator.change("confirmAffiliation", given)
    assert (again["__typename"], again["code"]) == ("Conflict", "AlreadyDecided")


async def test_an_operator_declines_with_a_reason(app: Application, world: World) -> None:
    """Its member reads the reason in the group's name; the others do not even see that there was something."""
    operator, member = await app.as_member(world.operator), await app.as_member(world.waiting)
    given = {"affiliation": global_id("Affiliation", world.affiliation)}
    async with unchanged(app.house.db):
        empty = await operator.change("declineAffiliation", given | {"reason": " "})
    assert (empty["__typename"], empty["code"], empty["field"]) == ("Invalid", "Missing", "reason")
    answer = await operator.change("declineAffiliation", given | {"reason": "期間を確かめられませんでした。"})
    assert answer["__typename"] == "AffiliationDeclined"
    viewer = (await member.ask("{ viewer { person { affiliations { state decidedBy declineReason } } } }"))["viewer"]
    declined = {"state": "DECLINED", "decidedBy": "ひだまりの会", "declineReason": "期間を確かめられませんでした。"}
    assert declined in viewer["person"]["affiliations"]
    node = f'{{ node(id: "{given["affiliation"]}") {{ id }} }}'
    assert (await (await app.as_member(world.member)).ask(node))["node"] is None
    async with app.house.db.read() as session:
        assert (await session.get_one(GroupMembership, (world.group, world.waiting))).state == "declined"


async def test_who_may_not_decide_finds_nothing(app: Application, world: World) -> None:
    """Members are not let in at all; an operator decides nothing of another company's, nobody decides on their own."""
    async with app.house.db.transaction() as session:
        own = await make_affiliation(
            session,
            world.operator,
            await make_company(session, "ひだまり製作所"),
            state="awaiting",
            started_on=date(2021, 1, 1),
            ended_on=date(2022, 1, 1),
        )
    cases = [
        (world.member, world.affiliation, "NotAllowed", "NotAnOperator"),
        (world.waiting, world.affiliation, "NotAllowed", "NotAnOperator"),
        (world.operator, world.stewards, "NotFound", "NotThere"),
        (world.operator, uuid7(), "NotFound", "NotThere"),
        (world.operator, own.id, "Conflict", "OwnAffiliation"),
    ]  # fmt: skip
    async with unchanged(app.house.db, but=["session"]):
        for who, affiliation, kind, code in cases:
            client = await app.as_member(who)
            given = {"affiliation": global_id("Affiliation", affiliation)}
            for answer in (
                await client.change("confirmAffiliation", given),
                await client.change("declineAffiliation", given | {"reason": "x"}),
            ):
                assert (answer["__typename"], answer["code"]) == (kind, code)


async def test_a_steward_confirms_where_there_is_no_operator(app: Application, world: World) -> None:
    """And everywhere else too."""
    steward = await app.as_member(world.steward)
    given = {"affiliation": global_id("Affiliation", world.stewards)}
    answer = await steward.change("confirmAffiliation", given, f"... on AffiliationConfirmed {{ {SHOWN} group {{ name }} }}")
    assert (answer["affiliation"]["decidedBy"], answer["group"]) == ("事務局", None)
    async with app.house.db.read() as session:
        assert (await session.get_one(Profile, world.waiting)).verified_at is not None
    assert ("AffiliationConfirmed", "queue") in await events(app)
    given = {"affiliation": global_id("Affiliation", world.affiliation)}
    assert (await steward.change("confirmAffiliation", given))["__typename"] == "AffiliationConfirmed"
