"""What these tests send: a whole post, and a refusal asked for in both languages."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from server.kit.clock import today
from server.kit.ids import GroupId, MemberId
from tests.factories.opportunities import CONTRACT_TERMS, HIRING_TERMS
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

Given = dict[str, Any]


@dataclass(slots=True)
class Stage:
    """The running application with its people; the author is in `group`, of another company than the others."""

    app: Application
    group: GroupId
    author_id: MemberId
    other_id: MemberId
    newcomer_id: MemberId
    author: Client
    other: Client
    newcomer: Client


def listed(terms: dict[str, str]) -> list[dict[str, str]]:
    """Terms as the graph takes them."""
    return [{"key": key, "value": value} for key, value in terms.items()]


def a_post(**changes: Any) -> Given:
    """A sound post of contract work, with changes."""
    return {
        "kind": "CONTRACT",
        "direction": "SEEKING",
        "title": "配送計画の見直しを手伝ってください",
        "body": "**倉庫**から店舗までの便を減らしたいです。",
        "skills": ["物流", "データ分析"],
        "place": "東京",
        "remote": True,
        "audience": "VERIFIED",
        "terms": listed(CONTRACT_TERMS),
        "lastDay": (today() + timedelta(days=30)).isoformat(),
    } | changes


def a_hiring(**changes: Any) -> Given:
    """A sound post of hiring, with changes."""
    return a_post(kind="HIRING", title="業務改善の仲間をさがしています", terms=listed(HIRING_TERMS)) | changes


def an_edit(opportunity: str, **changes: Any) -> Given:
    """The same post as an edit."""
    given = a_post(**changes) | {"opportunity": opportunity}
    return {key: value for key, value in given.items() if key not in ("kind", "direction")}


async def posted(client: Client, **changes: Any) -> str:
    """Post, and return the id."""
    answer = await client.change("postOpportunity", a_post(**changes), "... on OpportunityPosted { opportunity { id } }")
    assert answer["__typename"] == "OpportunityPosted", answer
    return answer["opportunity"]["id"]


async def responded(client: Client, opportunity: str, note: str = "3年していました。お話しできます。", **given: Any) -> str:
    """Respond, by name unless `withoutName` is given, and return the response's id."""
    given |= {"opportunity": opportunity, "note": note}
    answer = await client.change("respondToOpportunity", given, "... on OpportunityResponded { response { id state } }")
    assert answer["__typename"] == "OpportunityResponded", answer
    assert answer["response"]["state"] == "RESPONDED"
    return answer["response"]["id"]


async def stepped(client: Client, mutation: str, response: str) -> dict[str, Any]:
    """Take a step on a response, and return it."""
    success = {"takeUpTalk": "TalkTakenUp", "declineResponse": "ResponseDeclined", "withdrawResponse": "ResponseWithdrawn"}
    kind = success.get(mutation, "AgreementRecorded")
    fields = "response { id state viewerAgreed otherAgreed agreedAt viewerMay conversation { id } }"
    answer = await client.change(mutation, {"response": response}, f"... on {kind} {{ {fields} }}")
    assert answer["__typename"] == kind, answer
    return answer["response"]


async def talking(stage: Stage) -> tuple[str, str]:
    """A response whose talk the author has taken up: its id, and the conversation's."""
    response = await responded(stage.other, await posted(stage.author))
    taken = await stepped(stage.author, "takeUpTalk", response)
    return response, taken["conversation"]["id"]


async def refused(stage: Stage, client: Client, mutation: str, given: Given) -> dict[str, Any]:
    """Send what must be refused, in both languages; nothing is written. Return the Japanese answer, with the English sentence as `en`."""
    answers: list[dict[str, Any]] = []
    before = client.language
    async with unchanged(stage.app.house.db):
        for client.language in ("ja", "en"):
            answers.append(await client.change(mutation, given))
    client.language = before
    ja, en = answers
    assert ja["__typename"] in {"Invalid", "NotFound", "NotAllowed", "Conflict"}, ja
    assert {key: value for key, value in en.items() if key != "message"} == {key: value for key, value in ja.items() if key != "message"}
    assert en["message"] != ja["message"]
    return ja | {"en": en["message"]}
