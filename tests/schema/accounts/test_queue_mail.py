"""The weekly mail of the queue, switched off and on: by the member, and by the address that their mail program calls."""

from datetime import timedelta

from sqlalchemy import select, update

from server.accounts.commands import queue_mail_refusal
from server.accounts.model import Member
from server.groups.commands import apply_to_groups
from server.groups.model import GroupApplication
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_member, make_operator
from tests.support.running import Application
from tests.support.unchanged import unchanged

CHOSEN = "... on QueueMailChosen { viewer { queueMail } }"
FORM = {"content-type": "application/x-www-form-urlencoded"}


async def wants(app: Application, *members: MemberId) -> list[bool]:
    """To whom of them the mail may go, as it is kept."""
    async with app.house.db.read() as session:
        rows = {row.id: row.queue_mail for row in await session.scalars(select(Member))}
    return [rows[member] for member in members]


async def test_a_member_switches_the_mail_off_and_on(app: Application) -> None:
    """It comes until they say otherwise; nobody else is meant, and a guest means nobody."""
    async with app.house.db.transaction() as session:
        member = await make_member(session, "森 楓")
        other = await make_member(session, "岡 蓮")
    client = await app.as_member(member)
    assert (await client.ask("{ viewer { queueMail } }"))["viewer"] == {"queueMail": True}
    for wanted in (False, False, True, False):
        answer = await client.change("chooseQueueMail", {"wanted": wanted}, CHOSEN)
        assert answer == {"__typename": "QueueMailChosen", "viewer": {"queueMail": wanted}}
    assert await wants(app, member, other) == [False, True]
    async with unchanged(app.house.db):
        answer = await app.guest().change("chooseQueueMail", {"wanted": True}, CHOSEN)
        assert (answer["__typename"], answer["code"]) == ("NotAllowed", "NotSignedIn")


async def test_no_from_within_a_mail_program(app: Application) -> None:
    """One call without a cookie, an origin or a question, as often as it likes; opening the address, or another one, changes nothing."""
    async with app.house.db.transaction() as session:
        member = await make_member(session, "森 楓")
        other = await make_member(session, "岡 蓮")
    guest, token = app.guest(), queue_mail_refusal(app.house.graph.seal, member)
    async with unchanged(app.house.db):
        opened = await guest.http.get(f"/queue/refused/{token}")
        assert (opened.status_code, opened.headers["location"]) == (303, "/me/signins")
        for wrong in ("another", "%E3%81%82", f"{token}A", token[:-2], token.swapcase()):
            assert (await guest.http.post(f"/queue/refused/{wrong}")).status_code == 204
    for _ in range(2):
        answer = await guest.http.post(f"/queue/refused/{token}", content="List-Unsubscribe=One-Click", headers=FORM)
        assert (answer.status_code, answer.content) == (204, b"")
    assert await wants(app, member, other) == [False, True]


async def test_without_the_mail_what_waited_for_a_week_still_stands_with_the_stewards(app: Application) -> None:
    """The switch is about the mail alone."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ")).id)
        await make_operator(session, group, "森 楓", company)
        steward = await make_member(session, "事務 花", is_steward=True)
        applicant = await make_member(session, "新人 葵", "わかば商店", verified=False)
        await apply_to_groups(session, applicant, [group])
    client = await app.as_member(steward)
    await client.change("chooseQueueMail", {"wanted": False}, CHOSEN)
    kinds = "{ viewer { queue(first: 10) { edges { node { __typename } } } } }"

    async def applications() -> int:
        edges = (await client.ask(kinds))["viewer"]["queue"]["edges"]
        return sum(edge["node"]["__typename"] == "ApplicationToDecide" for edge in edges)

    before = await applications()
    async with app.house.db.transaction() as session:
        await session.execute(update(GroupApplication).values(applied_at=now() - timedelta(days=8)))
    assert (before, await applications()) == (0, 1)
