"""The people around a company whose alumni confirm each other, and what they send."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select, update

from server.accounts.model import Member
from server.groups.model import GroupMembership
from server.kit.clock import now
from server.kit.ids import AffiliationId, GroupId, MemberId, global_id
from server.people.model import Affiliation, Vouch
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_affiliation, make_member, make_operator
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

COMPANY = "ひだまり電機"
GIVEN = "... on VouchGiven { vouch { id state heldBecause from until statement viewerIsVoucher } affiliation { id verification state } }"
ASKED = "... on ConfirmationAsked { token affiliation { id requests { id asked expiresAt } } }"
ASKED_OF = """query Asked($key: String!) { askedConfirmation(key: $key) { id affiliation name formerName asCompany startedOn endedOn
  company { name } shared { from until } vouch { state } } }"""
OWN = """{ viewer { standing person { affiliations { id state verification viewerMayAsk requests { id asked }
  confirmations { level colleagues group { name } vouchers { name } } vouches { state statement voucher { name } } } } } }"""


@dataclass(slots=True)
class Office:
    """A company with a group and its operator; `alum` was confirmed by them long ago, `newcomer` waits."""

    app: Application
    group_id: GroupId
    alum_id: MemberId
    newcomer_id: MemberId
    waiting: AffiliationId
    operator: Client
    alum: Client
    newcomer: Client

    @property
    def affiliation(self) -> str:
        """What the newcomer declared."""
        return global_id("Affiliation", self.waiting)

    async def own(self, client: Client | None = None) -> dict[str, Any]:
        """The first affiliation of somebody as they see it, and their standing."""
        viewer = (await (client or self.newcomer).ask(OWN))["viewer"]
        return viewer["person"]["affiliations"][0] | {"standing": viewer["standing"]}

    async def link(self, client: Client | None = None, affiliation: str | None = None) -> str:
        """A link that somebody, else the newcomer, made."""
        given = {"affiliation": affiliation or self.affiliation, "asked": "LINK"}
        answer = await (client or self.newcomer).change("askForConfirmation", given, ASKED)
        assert answer["__typename"] == "ConfirmationAsked", answer
        return answer["token"]

    async def memberships(self) -> list[str]:
        """How the newcomer stands in the groups."""
        async with self.app.house.db.read() as session:
            return list(await session.scalars(select(GroupMembership.state).where(GroupMembership.member_id == self.newcomer_id)))

    async def words(self) -> list[tuple[str, str | None]]:
        """State and reason of every word."""
        async with self.app.house.db.read() as session:
            rows = (await session.scalars(select(Vouch).order_by(Vouch.at))).all()
        return [(row.state, row.held_because) for row in rows]


async def make_office(app: Application) -> Office:
    """Everybody signed in."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, COMPANY)
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ")).id)
        operator = await make_operator(session, group, "森 楓", company)
        alum = await make_member(session, "佐藤 凪", company)
        newcomer = await make_member(session, "新人 空", company, verified=False, former_name="旧田 空")
        waiting = (await session.scalars(select(Affiliation.id).where(Affiliation.member_id == newcomer))).one()
    await let_accounts_age(app, alum, operator)
    clients = [await app.as_member(member) for member in (operator, alum, newcomer)]
    return Office(app, group, alum, newcomer, AffiliationId(waiting), *clients)


async def let_accounts_age(app: Application, *members: MemberId) -> None:
    """Two months go by for the accounts, and for the words on their affiliations."""
    then = now() - timedelta(days=60)
    async with app.house.db.transaction() as session:
        await session.execute(update(Member).where(Member.id.in_(members)).values(created_at=then))
        theirs = select(Affiliation.id).where(Affiliation.member_id.in_(members))
        await session.execute(update(Vouch).where(Vouch.affiliation_id.in_(theirs)).values(at=then))


async def another_newcomer(office: Office, name: str, started_on: date = date(2014, 4, 1)) -> tuple[MemberId, Client, str]:
    """Somebody else who waits at the same company."""
    async with office.app.house.db.transaction() as session:
        member = await make_member(session, name, "ほか", verified=False)
        affiliation = await make_affiliation(session, member, COMPANY, state="awaiting", started_on=started_on)
    return member, await office.app.as_member(member), global_id("Affiliation", affiliation.id)


async def refused(office: Office, client: Client, mutation: str, given: dict[str, Any]) -> str:
    """Send what must be refused, in both languages; nothing is written. Return its code."""
    answers: list[dict[str, Any]] = []
    async with unchanged(office.app.house.db):
        for client.language in ("en", "ja"):
            answers.append(await client.change(mutation, given))
    en, ja = answers
    assert en["message"] != ja["message"]
    assert "message" in ja
    return ja["code"]
