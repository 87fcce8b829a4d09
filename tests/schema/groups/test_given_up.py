"""What PostgreSQL gives up is done all the same, once: two mutations that stand in each other's way, and one that never gets through."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import func, select, text

from server.audit.model import AuditEntry
from server.groups.model import GroupRole
from server.kit.ids import AffiliationId, GroupId, MemberId, global_id, parse
from server.kit.limits import Limits
from server.kit.log import EventRow
from server.kit.outcomes import MutationOutcome
from server.kit.settings import Settings
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_group, make_role
from tests.factories.people import make_affiliation, make_member
from tests.schema.groups.house import Hall, opened_hall
from tests.support.running import Application, running
from tests.support.unchanged import unchanged

GRANTED = "... on RoleGranted { role }"
NORTH, SOUTH = "北の分担です。", "南の分担です。"
# Each of the two takes its own lock, waits until the other has theirs, and then wants that one; the second time nobody waits.
MEETING = f"""CREATE FUNCTION meeting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE mine integer := CASE NEW.reason WHEN '{NORTH}' THEN 1 ELSE 2 END;
BEGIN
  IF NEW.reason NOT IN ('{NORTH}', '{SOUTH}') THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(77, mine);
  IF nextval('attempts') <= 2 THEN
    FOR looked IN 1..500 LOOP
      EXIT WHEN EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 77 AND objid = 3 - mine AND granted);
      PERFORM pg_sleep(0.01);
    END LOOP;
  END IF;
  PERFORM pg_advisory_xact_lock(77, 3 - mine);
  RETURN NEW;
END $$"""
FAILING = """CREATE FUNCTION meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF nextval('attempts') <= {times} THEN RAISE EXCEPTION 'given up' USING ERRCODE = '{code}'; END IF;
  RETURN NEW;
END $$"""


async def with_trigger(app: Application, function: str, table: str = "audit_entry") -> None:
    """Let the function run before each row of a table."""
    async with app.house.db.transaction() as session:
        await session.execute(text("CREATE SEQUENCE attempts"))
        await session.execute(text(function))
        await session.execute(text(f"CREATE TRIGGER meeting BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION meeting()"))


async def attempts(app: Application) -> int:
    """How often a row was tried."""
    async with app.house.db.read() as session:
        return int(await session.scalar(text("SELECT last_value FROM attempts")) or 0)


@asynccontextmanager
async def capped_hall(database_url: str) -> AsyncGenerator[Hall]:
    """A hall in which everybody decides once a day."""
    async with running(database_url, Settings(_env_file=None), limits=Limits({"operator.decide": "1/day"})) as app:
        yield await opened_hall(app)


async def counted(hall: Hall) -> dict[str, int]:
    """How many rows there are of what a role that is given leaves behind."""
    wanted: dict[str, Any] = {
        "roles": select(func.count()).select_from(GroupRole).where(GroupRole.role == "deputy"),
        "audit": select(func.count()).select_from(AuditEntry).where(AuditEntry.action == "grant_deputy"),
        "log": select(func.count()).select_from(EventRow).where(EventRow.type == "RoleGranted"),
        "jobs": text("SELECT count(*) FROM pgqueuer WHERE entrypoint = 'RoleGranted'"),
        "outcomes": select(func.count()).select_from(MutationOutcome),
    }
    async with hall.app.house.db.read() as session:
        return {name: int(await session.scalar(statement) or 0) for name, statement in wanted.items()}


async def second_group(hall: Hall) -> tuple[MemberId, dict[str, str]]:
    """Another group: its owner, and the deputy whom they name."""
    async with hall.app.house.db.transaction() as session:
        company = await make_company(session, "わかば商店")
        group = GroupId((await make_group(session, company, name="わかばの会")).id)
        owner, member = await make_member(session, "若葉 陽", company), await make_member(session, "若葉 光", company)
        await make_role(session, group, owner, "owner")
        await join_group(session, group, member)
    return owner, {"group": global_id("AlumniGroup", group), "person": global_id("Person", member), "role": "DEPUTY", "reason": SOUTH}


async def test_of_two_that_wait_for_each_other_both_go_through_once(database_url: str) -> None:
    """Rows, audit, log, jobs and outcomes are there once for each; and neither has spent its one decision of the day twice."""
    async with capped_hall(database_url) as hall:
        owner, south = await second_group(hall)
        other = await hall.app.as_member(owner)
        before = await counted(hall)
        await with_trigger(hall.app, MEETING)
        north = hall.role("member", "DEPUTY", reason=NORTH, clientMutationId="north-north")
        answers = await asyncio.gather(
            hall.owner.change("grantRole", north, GRANTED),
            other.change("grantRole", south | {"clientMutationId": "south-south"}, GRANTED),
        )
        assert [answer["__typename"] for answer in answers] == ["RoleGranted", "RoleGranted"], answers
        # Each came as far as its row, and one of them twice.
        assert await attempts(hall.app) == 3
        assert await counted(hall) == {name: number + 2 for name, number in before.items()}
        for client, given in ((hall.owner, north), (other, south)):
            again = await client.change("grantRole", given | {"clientMutationId": "once-more"}, GRANTED)
            assert again["code"] in {"TooOften", "TooMuchForNow"}
        assert len(await hall.told("member")) == 1


@pytest.mark.parametrize("code", ["40P01", "40001"])
async def test_the_third_attempt_is_the_last(database_url: str, code: str) -> None:
    """Given up twice, it goes through; given up three times, the caller sees the usual masked error, and nothing is written."""
    async with capped_hall(database_url) as hall:
        await with_trigger(hall.app, FAILING.format(times=2, code=code))
        before = await counted(hall)
        answer = await hall.owner.change("grantRole", hall.role("member", "DEPUTY"), GRANTED)
        assert answer["__typename"] == "RoleGranted", answer
        assert await counted(hall) == before | {name: before[name] + 1 for name in ("roles", "audit", "log", "jobs")}
        async with hall.app.house.db.transaction() as session:
            await session.execute(text("ALTER SEQUENCE attempts RESTART"))
            await session.execute(text(FAILING.replace("CREATE", "CREATE OR REPLACE", 1).format(times=3, code=code)))
        query = "mutation T($input: GrantRoleInput!) { grantRole(input: $input) { __typename } }"
        async with unchanged(hall.app.house.db):
            refused = await hall.steward.answer(query, {"input": hall.role("operator", "DEPUTY")})
        assert refused["errors"][0]["extensions"]["code"] == "UNEXPECTED"
        assert await attempts(hall.app) == 3


async def test_what_fails_otherwise_is_tried_once(hall: Hall) -> None:
    """Nothing tells that it would go better another time."""
    await with_trigger(hall.app, FAILING.format(times=9, code="22000"))
    query = "mutation T($input: GrantRoleInput!) { grantRole(input: $input) { __typename } }"
    async with unchanged(hall.app.house.db):
        refused = await hall.owner.answer(query, {"input": hall.role("member", "DEPUTY")})
    assert refused["errors"][0]["extensions"]["code"] == "UNEXPECTED"
    assert await attempts(hall.app) == 1


async def deadlocks(app: Application) -> int:
    """How many transactions PostgreSQL has given up in this database."""
    async with app.house.db.read() as session:
        await session.execute(text("SELECT pg_stat_clear_snapshot()"))
        return int(await session.scalar(text("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) or 0)


async def test_who_mends_a_tenure_and_applies_at_once_waits_for_nobody(hall: Hall) -> None:
    """Both take the same things in the same order: nothing has to be given up."""
    for number in range(6):
        async with hall.app.house.db.transaction() as session:
            at = await make_company(session, f"みなと造船{number}")
            group = global_id("AlumniGroup", (await make_group(session, at)).id)
            key = AffiliationId((await make_affiliation(session, hall.members["member"], at, state="declined")).id)
        edit = {"affiliation": global_id("Affiliation", key), "tenure": {"startedOn": "2001-04", "endedOn": "2004-03"}}
        answers = await asyncio.gather(
            hall.member.change("editAffiliation", edit),
            hall.member.change("applyToGroup", {"group": group, "answers": []}),
        )
        assert {answer["__typename"] for answer in answers} <= {"AffiliationEdited", "ApplicationOpened", "Conflict"}, answers
    assert await deadlocks(hall.app) == 0


async def test_two_groups_with_the_same_members_are_closed_at_once(hall: Hall) -> None:
    """Their members' accounts are held in one order."""
    async with hall.app.house.db.transaction() as session:
        other = GroupId((await make_group(session, await make_company(session, "わかば商店"))).id)
        people = [await make_member(session, f"仲間 {number}") for number in range(30)]
        for member in people:
            await join_group(session, GroupId(hall.group_id), member)
        for member in reversed(people):
            await join_group(session, other, member)
    reason = "活動を終えることになりました。"
    answers = await asyncio.gather(
        *(hall.steward.change("closeGroup", {"group": group, "reason": reason}) for group in (hall.group, global_id("AlumniGroup", other)))
    )
    assert [answer["__typename"] for answer in answers] == ["GroupEnded", "GroupEnded"], answers
    assert await deadlocks(hall.app) == 0


async def test_two_groups_are_handed_over_to_each_others_owners(hall: Hall) -> None:
    """At once, and back again."""
    owner, given = await second_group(hall)
    first = hall.members["owner"]
    async with hall.app.house.db.transaction() as session:
        await join_group(session, GroupId(hall.group_id), owner)
        await join_group(session, GroupId(parse("AlumniGroup", given["group"])), first)
    clients = {first: hall.owner, owner: await hall.app.as_member(owner)}
    held = {hall.group: (first, owner), given["group"]: (owner, first)}
    for _ in range(4):
        answers = await asyncio.gather(
            *(
                clients[by].change("handOverGroup", {"group": group, "person": global_id("Person", to), "reason": NORTH})
                for group, (by, to) in held.items()
            )
        )
        assert [answer["__typename"] for answer in answers] == ["GroupHandedOver", "GroupHandedOver"], answers
        held = {group: (to, by) for group, (by, to) in held.items()}
    assert await deadlocks(hall.app) == 0
