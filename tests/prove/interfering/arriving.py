"""What arrives at the reader when everything is posted anew: live, as notices, in mails at once and in those that go round."""

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

from graphql import build_schema
from sqlalchemy import select

from schema.build import schema
from server.kit.ids import OpportunityId, StandingQueryId, global_id
from server.kit.log import OPPORTUNITIES, inbox, record
from server.notifications.commands import write_notice
from server.notifications.reads import match_key
from server.opportunities.events import OpportunityEdited, OpportunityPosted
from server.opportunities.model import Opportunity
from server.standing.events import StandingQueryMatched
from server.standing.rules import Channel
from tests.matrix.asking import Selections
from tests.prove.interfering.questions import told
from tests.prove.interfering.worlds import LAST, READER, SECRET, WORDS, World
from tests.support.running import Application, Client
from tests.support.times import MONDAY
from tests.support.working import outbox
from workers.notifying.digests import send_digests
from workers.notifying.newcomers import tell_of_newcomers

Told: TypeAlias = dict[str, Any]

_GRAPH = Selections(build_schema(schema.as_str()))
# Made in each of the two worlds at its own time.
_MADE = frozenset({"at", "savedAt"})
_POST = f"opportunity {{ {_GRAPH.whole('Opportunity')} }}"
_EVENTS = {
    "opportunities": f"... on OpportunityPosted {{ {_POST} }} ... on OpportunityEdited {{ {_POST} }} ... on Gone {{  }}",
    "inbox": f"... on StandingQueryMatched {{ standingQuery {{ id name }} {_POST} }}",
}
_NOTICES = f"{{ viewer {{ unread {{ notices }} notices(first: 100) {{ edges {{ node {{ {_GRAPH.whole('Notice')} }} }} }} }} }}"
_SAVED = f"{{ standingQueries(first: 100) {{ edges {{ node {{ {_GRAPH.whole('StandingQuery')} }} }} }} }}"
NEW = "新しい"
_TRIED = "query ($filter: OpportunityFilter!) { wouldHaveMatched(filter: $filter) }"


async def what_arrives(app: Application, client: Client, world: World) -> Told:
    """Let everything be posted, and return what the reader gets of it, by the way it comes."""
    found: Told = {"changed": await _change(client, world), "would have matched": await _tried(client, world)}
    async with _followed(client, found):
        await _post(app, world)
        await app.drain()
        await _ring(app, world)
    found["notices"] = await client.ask(_NOTICES)
    found["mails at once"] = seen = await _mails(app)
    await send_digests(app.house.worker, MONDAY)
    found["digest"] = await _mails(app, seen)
    seen = [*seen, *found["digest"]]
    await tell_of_newcomers(app.house.worker, MONDAY)
    found["newcomers"] = await _mails(app, seen)
    found["saved"] = await client.ask(_SAVED)
    return {name: _without(told(value)) for name, value in found.items()}


async def _change(client: Client, world: World) -> list[Any]:
    """Edit one, pause another and wake it, and try out a new one; what is answered is compared, too."""
    mine = {channel: global_id("StandingQuery", key) for channel, key in world.searches.items()}
    draft = {"name": "変えた", "filter": {"text": f"{WORDS[0]} ", "remote": None}, "channel": "WEEKLY"}
    return [
        await client.change("editStandingQuery", {"standingQuery": mine[Channel.WEEKLY]} | draft),
        await client.change("pauseStandingQuery", {"standingQuery": mine[Channel.MAIL]}),
        await client.change("resumeStandingQuery", {"standingQuery": mine[Channel.MAIL]}),
        await client.change("saveStandingQuery", {"name": NEW, "filter": {"text": WORDS[1]}, "channel": "DAILY"}),
    ]


async def _tried(client: Client, world: World) -> list[int]:
    asked: list[Told] = [{"text": word} for word in (*WORDS, *SECRET, "高橋", "ひみつ", "ヒミツ", "himi", "hi\u200bmitsu")]
    asked += [{"remote": True}, {"directions": ["SEEKING"]}, {"directions": ["OFFERING"], "text": "相談"}]
    asked += [{"companies": [global_id("Company", key)]} for key in world.companies]
    asked += [{"groups": [global_id("AlumniGroup", key)]} for key in world.groups]
    return [(await client.ask(_TRIED, {"filter": filter_}))["wouldHaveMatched"] for filter_ in asked]


async def _post(app: Application, world: World) -> None:
    """Every post as if it had just come; the hidden ones also as if they had met the searches before they were hidden, and been edited."""
    async with app.house.db.read() as session:
        rows = (await session.scalars(select(Opportunity).order_by(Opportunity.id))).all()
        posts = [(OpportunityId(row.id), row.author_id, row.audience) for row in rows if row.id != world.shown]
    for key, author, audience in posts:
        async with app.house.db.transaction() as session:
            record(session, OpportunityPosted(opportunity_id=key, author_id=author), OPPORTUNITIES)
            if key in world.posts:
                before = OpportunityEdited(opportunity_id=key, author_id=author, audience_before=audience, groups_before=())
                record(session, before, OPPORTUNITIES)
    for key in world.posts:
        await _match(app, world, key, world.searches[Channel.MAIL])


async def _match(app: Application, world: World, post: OpportunityId, query: StandingQueryId) -> None:
    event = StandingQueryMatched(query_id=query, opportunity_id=post, member_id=world.reader)
    async with app.house.db.transaction() as session:
        record(session, event, inbox(world.reader))
        await write_notice(session, world.reader, event, match_key(post))


async def _ring(app: Application, world: World) -> None:
    """The last of both streams: a post that the reader sees."""
    async with app.house.db.transaction() as session:
        author = (await session.get_one(Opportunity, world.shown)).author_id
        record(session, OpportunityPosted(opportunity_id=world.shown, author_id=author), OPPORTUNITIES)
    await _match(app, world, world.shown, world.searches[Channel.LIVE])


@asynccontextmanager
async def _followed(client: Client, found: Told) -> AsyncGenerator[None]:
    """Follow both streams until the last of each has come."""
    asked = await client.ask("{ viewer { inboxCursor } opportunities(first: 1) { liveCursor } }")
    cursors = {"inbox": asked["viewer"]["inboxCursor"], "opportunities": asked["opportunities"]["liveCursor"]}
    async with asyncio.TaskGroup() as group:
        for stream, after in cursors.items():
            deliveries: list[Any] = found.setdefault(f"live {stream}", [])
            group.create_task(_follow(client, stream, after, deliveries))
        yield


async def _follow(client: Client, stream: str, after: str, deliveries: list[Any]) -> None:
    document = f"subscription ($after: Cursor) {{ {stream}(after: $after) {{ event {{ __typename {_EVENTS[stream]} }} }} }}"
    async with client.socket() as socket:
        await socket.subscribe("1", document, {"after": after})
        while not deliveries or LAST not in json.dumps(deliveries[-1], ensure_ascii=False):
            deliveries.append((await socket.next("1", within=120))[stream]["event"])


async def _mails(app: Application, but: Sequence[Any] = ()) -> list[tuple[str, ...]]:
    """What stands in the reader's mails, but for those that were looked at before."""
    mails = [mail for mail in await outbox(app.house.db) if mail.recipient == READER]
    # Only the port of the test's server differs.
    texts = [f"{mail.subject}\n{mail.text}\n{mail.html}".replace(f":{app.house.settings.port}", "") for mail in mails]
    return [tuple(text.splitlines()) for text in texts[len(but) :]]


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        made = value.get("__typename") == "Notice" or value.get("name") == NEW
        return {key: _without(each) for key, each in value.items() if key not in _MADE and not (made and key == "id")}
    return [_without(each) for each in value] if isinstance(value, list) else value
