"""The people around a group that comes, is run and ends, and what they send."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from server.audit.model import AuditEntry
from server.kit.ids import CompanyId, GroupId, MemberId, global_id
from server.kit.mail import OutboxMail
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_group, make_role
from tests.factories.people import make_member
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

Given = dict[str, Any]
GROUP = "group { id slug name nameEn state viewerRole viewerMay closingReason roles { person { name } role } }"
NOTICES = """{ viewer { notices(first: 10) { edges { node { about { __typename
  ... on GroupAdmitted { group { name } } ... on GroupDeclined { reason group { name } }
  ... on GroupClosed { group { name closingReason } }
  ... on OwnershipEnded { group { name } }
  ... on RoleGranted { role reason group { name } } ... on RoleEnded { role reason group { name } }
  ... on ApplicationDecided { application { reason } }
} } } } } }"""
QUEUE = """{ viewer { queue(first: 10) { edges { node { __typename
  ... on GroupToAdmit { id proposed { name proposal { note proposedBy { name } } } }
  ... on AffiliationToConfirm { person { name } } ... on ReportToDecide { report { id } }
} } } } }"""


@dataclass(slots=True)
class Hall:
    """A group with an owner, an operator, a deputy and a contact; a member of it, a newcomer of its company, and a steward."""

    app: Application
    company_id: CompanyId
    group_id: GroupId
    members: dict[str, MemberId]
    clients: dict[str, Client]

    def __getattr__(self, name: str) -> Client:
        """The browser of one of them."""
        return self.clients[name]

    @property
    def group(self) -> str:
        """The group's id."""
        return global_id("AlumniGroup", self.group_id)

    @property
    def company(self) -> str:
        """The company's id."""
        return global_id("Company", self.company_id)

    def person(self, name: str) -> str:
        """The id of one of them."""
        return global_id("Person", self.members[name])

    def role(self, name: str, role: str | None = None, **changes: Any) -> Given:
        """A change of somebody's role."""
        given: Given = {"group": self.group, "person": self.person(name), "reason": "手伝ってもらえることになりました。"} | changes
        return given | ({"role": role} if role else {})

    async def roles(self) -> dict[str, str]:
        """Who has which role, as a steward reads it."""
        answer = await self.steward.ask(
            "query G($id: ID!) { node(id: $id) { ... on AlumniGroup { roles { person { name } role } } } }", {"id": self.group}
        )
        return {holder["person"]["name"]: holder["role"] for holder in answer["node"]["roles"]}

    async def told(self, name: str) -> list[Given]:
        """What somebody was told, once every job has run."""
        await self.app.drain()
        return [edge["node"]["about"] for edge in (await self.clients[name].ask(NOTICES))["viewer"]["notices"]["edges"]]

    async def waiting(self, name: str) -> list[Given]:
        """What waits for somebody's decision."""
        return [edge["node"] for edge in (await self.clients[name].ask(QUEUE))["viewer"]["queue"]["edges"]]

    async def trail(self) -> list[tuple[str, str, str | None]]:
        """What the audit says of groups and roles: right, action, reason."""
        async with self.app.house.db.read() as session:
            entries = await session.scalars(
                select(AuditEntry).where(AuditEntry.subject_kind.in_(("group", "member"))).order_by(AuditEntry.at)
            )
            return [(entry.right, entry.action, entry.reason) for entry in entries]

    async def version(self, group: str, name: str = "steward") -> str:
        """What a proposal says now, as a steward has read it."""
        asked = "query V($id: ID!) { node(id: $id) { ... on AlumniGroup { proposal { version } } } }"
        return str((await self.clients[name].ask(asked, {"id": group}))["node"]["proposal"]["version"])

    async def mailed(self, word: str) -> list[str]:
        """The subjects of mails whose text holds a word."""
        async with self.app.house.db.read() as session:
            return list(await session.scalars(select(OutboxMail.subject).where(OutboxMail.text.contains(word))))


async def opened_hall(app: Application) -> Hall:
    """Everybody signed in; the newcomer was at another company, which has no group yet."""
    async with app.house.db.transaction() as session:
        company, elsewhere = await make_company(session, "ひだまり電機"), await make_company(session, "こもれび製作所")
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ", slug="hidamari")).id)
        members = {
            "owner": await make_member(session, "森 楓", company),
            "operator": await make_member(session, "林 渚", company),
            "deputy": await make_member(session, "岡 蓮", company),
            "contact": await make_member(session, "窓口 葵"),
            "member": await make_member(session, "佐藤 凪", company),
            "applicant": await make_member(session, "申込 湊", company, verified=False),
            "newcomer": await make_member(session, "新井 新", elsewhere, verified=False, email="newcomer@people.example"),
            "steward": await make_member(session, "事務 花", is_steward=True),
        }
        for name, role in (("owner", "owner"), ("operator", "operator"), ("deputy", "deputy"), ("contact", "company_contact")):
            await make_role(session, group, members[name], role)
        await join_group(session, group, members["member"])
        await join_group(session, group, members["applicant"], state="left")
    clients = {name: await app.as_member(member) for name, member in members.items()}
    return Hall(app, CompanyId(elsewhere.id), group, members, clients)


def texts(**changes: Any) -> Given:
    """What a group says of itself, with changes."""
    said: Given = {
        "name": "こもれび製作所アルムナイ",
        "nameEn": "Komorebi alumni",
        "description": "こもれび製作所で働いたことのある人の集まりです。",
        "guidelines": "おたがいの**経験**を大切にします。",
        "contact": "alumni@komorebi.example",
        "runBy": "VOLUNTEERS",
        "recognition": "NONE",
        "usualDays": 3,
    }
    return said | changes


def proposal(company: str, **changes: Any) -> Given:
    """A group to propose, with changes."""
    return {
        "texts": texts(),
        "slug": "komorebi",
        "companies": [{"id": company}],
        "note": "Facebookで30人のグループを運営しています。",
    } | changes


async def refused(hall: Hall, name: str, mutation: str, given: Given) -> str:
    """Send what must be refused, in both languages, and assert that nothing is written; return the code."""
    client, answers = hall.clients[name], list[Given]()
    async with unchanged(hall.app.house.db):
        for client.language in ("en", "ja"):
            answers.append(await client.change(mutation, given))
    en, ja = answers
    assert en["message"] != ja["message"]
    assert en["code"] == ja["code"]
    return str(ja["code"])
