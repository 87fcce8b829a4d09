"""A group with its people, and what they send: who runs it, who decides, who comes."""

from dataclasses import dataclass
from typing import Any

from server.accounts.rules import TERMS_VERSION
from server.companies.model import Company
from server.groups.model import AlumniGroup
from server.kit.ids import CompanyId, GroupId, MemberId, global_id
from tests.factories.accounts import letter_to
from tests.factories.companies import make_company
from tests.factories.groups import make_group, make_role
from tests.factories.people import make_member
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

QUESTIONS = ["どちらの部署でしたか。", "このグループを、どこで知りましたか。"]
ANSWERS = ["物流部です。", "Facebookグループです。"]
APPLICATION = """id state version decidedBy reason questions answers { question answer } messages { fromGroup body }
  group { id name } person { name } affiliations { id state verification }"""
OPENED = f"... on ApplicationOpened {{ application {{ {APPLICATION} }} }}"
EDITED = f"... on ApplicationEdited {{ application {{ {APPLICATION} }} }}"
ASKED = f"... on ApplicantAsked {{ application {{ {APPLICATION} }} }}"
DECIDED = f"... on ApplicationDecided {{ application {{ {APPLICATION} }} }}"
LINK = "id label token questions mostUses used standing waiting approved declined"
MADE = f"... on JoinLinkMade {{ joinLink {{ {LINK} }} }}"
MINE = f"{{ viewer {{ standing applications {{ {APPLICATION} }} groups {{ id }} unread {{ notices }} }} }}"
QUEUE = f"""{{ viewer {{ queue(first: 50) {{ totalCount edges {{ node {{ __typename
  ... on ApplicationToDecide {{ group {{ name }} person {{ name }} application {{ {APPLICATION} }} }}
  ... on AffiliationToConfirm {{ affiliation {{ id }} }} }} }} }} }} }}"""
TENURE = {"startedOn": "2010-04", "endedOn": "2014-03"}
Given = dict[str, Any]


@dataclass(slots=True)
class Door:
    """A group with an owner, an operator, a deputy and a company contact; another group; newcomers with and without a tenure there."""

    app: Application
    group_id: GroupId
    company_id: CompanyId
    other_id: GroupId
    owner: Client
    operator: Client
    deputy: Client
    contact: Client
    outsider: Client
    steward: Client
    newcomer: Client
    stranger: Client

    @property
    def group(self) -> str:
        """The group's id."""
        return global_id("AlumniGroup", self.group_id)

    @property
    def company(self) -> str:
        """The company's id."""
        return global_id("Company", self.company_id)

    def applying(self, **changes: Any) -> Given:
        """An application with a tenure and two answers."""
        affiliation = {"company": {"id": self.company}, "tenure": TENURE}
        return {"group": self.group, "answers": ANSWERS, "affiliation": affiliation} | changes

    async def applied(self, client: Client, **changes: Any) -> Given:
        """Apply; return the application."""
        answer = await client.change("applyToGroup", self.applying(**changes), OPENED)
        assert answer["__typename"] == "ApplicationOpened", answer
        return answer["application"]

    async def link(self, client: Client | None = None, **changes: Any) -> Given:
        """Make a join link; return it."""
        given = {"group": self.group, "label": "Facebook", "questions": QUESTIONS, "days": 30} | changes
        answer = await (client or self.owner).change("makeJoinLink", given, MADE)
        assert answer["__typename"] == "JoinLinkMade", answer
        return answer["joinLink"]

    def joining(self, token: str, email: str, **changes: Any) -> Given:
        """What somebody fills in on a link's page."""
        form = {"email": email, "name": "新井 空", "company": {"id": self.company}, "tenure": TENURE}
        return form | {"acceptedTermsVersion": TERMS_VERSION, "joinLink": {"token": token, "answers": ANSWERS}} | changes

    async def joined(self, token: str, email: str, **changes: Any) -> Client:
        """Join by a link, mail and all; return the browser that is signed in."""
        client = self.app.guest()
        asked = await client.change("signUp", self.joining(token, email, **changes))
        assert asked["__typename"] == "SignUpRequested", asked
        answer = await client.change("followLink", {"token": (await letter_to(self.app.house.db, email)).token})
        assert answer["__typename"] == "SignedIn", answer
        return client

    async def refused(self, client: Client, mutation: str, given: Given) -> dict[str, Any]:
        """Send what must be refused, in both languages, and assert that nothing is written; return kind, code and field."""
        answers: list[dict[str, Any]] = []
        async with unchanged(self.app.house.db):
            for client.language in ("en", "ja"):
                answers.append(await client.change(mutation, given))
        en, ja = answers
        assert en.get("message") != ja.get("message"), ja
        return {key: value for key, value in ja.items() if key != "message"}


def seen(application: Given, **more: Any) -> Given:
    """What names an application as it was read."""
    return {"application": application["id"], "version": application["version"]} | more


def problem(kind: str, code: str, **more: str) -> dict[str, str]:
    """A refusal as `refused` returns it."""
    return {"__typename": kind, "code": code} | more


async def opened_door(app: Application) -> Door:
    """Everybody signed in."""
    async with app.house.db.transaction() as session:
        company, elsewhere = await make_company(session, "ひだまり電機"), await make_company(session, "こもれび製作所")
        row = await make_group(session, company, name="ひだまり電機アルムナイ")
        row.questions = QUESTIONS
        group, other = GroupId(row.id), GroupId((await make_group(session, elsewhere, name="こもれびの会")).id)
        people = await _people(session, row, company, elsewhere)
        await make_role(session, other, people["outsider"], "owner")
    clients = {name: await app.as_member(member) for name, member in people.items()}
    return Door(app, group, CompanyId(company.id), other, **clients)


async def _people(session: Any, group: AlumniGroup, company: Company, elsewhere: Company) -> dict[str, MemberId]:
    names = {"owner": "森 楓", "operator": "林 渚", "deputy": "岡 蓮", "company_contact": "窓口 花"}
    people = {role: await make_member(session, name, company) for role, name in names.items()}
    for role, member in people.items():
        await make_role(session, GroupId(group.id), member, role)
    people["contact"] = people.pop("company_contact")
    people["outsider"] = await make_member(session, "外山 凪", elsewhere)
    people["steward"] = await make_member(session, "事務 花", is_steward=True)
    people["newcomer"] = await make_member(session, "新人 空", "わかば商店", verified=False)
    people["stranger"] = await make_member(session, "佐藤 悠", elsewhere)
    return people
