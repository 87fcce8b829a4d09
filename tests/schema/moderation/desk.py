"""The people around a group's desk, and what they send."""

from dataclasses import dataclass
from typing import Any

from server.kit.ids import GroupId, MemberId, OpportunityId, global_id
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

Given = dict[str, Any]
REPORT = "report { id subject reason note excerpt decision decisionReason group { id } opportunity { id } person { name } }"
DECIDED = f"... on ReportDecided {{ {REPORT} }}"
FILED = f"... on ReportFiled {{ {REPORT} }}"
HIDDEN = "... on OpportunityHidden { opportunity { id } reason group { id } }"
RESTORED = "... on OpportunityRestored { opportunity { id } reason group { id } }"
QUEUE = """query Queue($first: Int!, $after: String) { viewer { unread { queue } queue(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { __typename
    ... on AffiliationToConfirm { id waitingSince group { name } person { name } affiliation { id company { name } } }
    ... on ApplicationToDecide { id waitingSince group { name } person { name } application { id version answers { question answer } } }
    ... on ReportToDecide { id waitingSince report { id note opportunity { title } person { name } group { name } } }
} } } } }"""
NOTICES = """{ viewer { unread { notices } notices(first: 10) { edges { node { id read about { __typename
  ... on OpportunityHidden { reason group { name } opportunity { id } }
  ... on OpportunityRestored { reason group { name } opportunity { id } }
  ... on ReportDecided { report { id decision decisionReason } }
  ... on AffiliationConfirmed { affiliation { id } group { name } }
  ... on AffiliationDeclined { affiliation { id } reason group { name } }
} } } } } }"""


@dataclass(slots=True)
class Desk:
    """A group with two operators, a post in it by `author`, a member `reader` of it, and people outside."""

    app: Application
    group_id: GroupId
    post_id: OpportunityId
    author_id: MemberId
    reader_id: MemberId
    operator_id: MemberId
    author: Client
    reader: Client
    operator: Client
    second: Client
    outsider: Client
    steward: Client

    @property
    def group(self) -> str:
        """The group's id."""
        return global_id("AlumniGroup", self.group_id)

    @property
    def post(self) -> str:
        """The post's id."""
        return global_id("Opportunity", self.post_id)

    def hiding(self, **changes: Any) -> Given:
        """The post is to be hidden in the group."""
        return {"opportunity": self.post, "group": self.group, "reason": "営業の投稿でした。"} | changes


def a_report(subject_id: str, subject: str = "OPPORTUNITY", **changes: Any) -> Given:
    """A report, with changes."""
    return {"subject": subject, "id": subject_id, "reason": "SOLICITATION", "note": "勧誘のように見えます。"} | changes


async def filed(client: Client, subject_id: str, subject: str = "OPPORTUNITY", **changes: Any) -> dict[str, Any]:
    """File a report that goes through; return it."""
    answer = await client.change("fileReport", a_report(subject_id, subject, **changes), FILED)
    assert answer["__typename"] == "ReportFiled", answer
    return answer["report"]


async def refused(desk: Desk, client: Client, mutation: str, given: Given) -> dict[str, Any]:
    """Send what must be refused, in both languages, and assert that nothing is written; return kind, code and field."""
    answers: list[dict[str, Any]] = []
    async with unchanged(desk.app.house.db):
        for client.language in ("en", "ja"):
            answers.append(await client.change(mutation, given))
    en, ja = answers
    assert en["message"] != ja["message"]
    assert en.keys() == ja.keys()
    assert (en["__typename"], en["code"]) == (ja["__typename"], ja["code"])
    return {key: value for key, value in ja.items() if key != "message"}


def problem(kind: str, code: str, **more: str) -> dict[str, str]:
    """A refusal as `refused` returns it."""
    return {"__typename": kind, "code": code} | more
