"""The cells of following: who may begin to follow a stream, and whom an event of S's reaches."""

import asyncio
import json
from contextlib import aclosing
from typing import Any

from server.kit.ids import MemberId
from server.kit.log import OPPORTUNITIES, group_queue, inbox
from server.realtime.operations import NotAnswered, Operation
from tests.matrix.asking import Selections
from tests.matrix.cells import Tally
from tests.matrix.house import EXECUTION, GRAPH, Desk, filled
from tests.matrix.kinds import KINDS, Kind
from tests.matrix.laws import Case, law
from tests.matrix.reading import KNOCKS
from tests.matrix.rows import Root, roots
from tests.matrix.states import AUDIENCES, State, Thing
from tests.matrix.world import World

# How long a delivery may take, and how long one waits for what should not come.
_AT_MOST, _SILENCE = 20.0, 0.5
_DELIVERIES = {"opportunities": "OpportunityDelivery", "inbox": "InboxDelivery", "queue": "QueueDelivery", "typing": "OtherNow"}
_SENT = {
    "opportunities": 'postOpportunity(input: {kind: SOUNDING_BOARD, direction: SEEKING, title: "live-of-s", body: "本文", remote: true, '
    'audience: %s, groups: %s, terms: [{key: "duration", value: "1時間"}, {key: "fee_terms", value: "NONE"}], lastDay: "<last day>"}) '
    "{ ... on OpportunityPosted { opportunity { id } } }",
    "inbox": 'sendMessage(input: {conversation: "<conversation>", body: "live-of-s"}) { ... on MessageSent { message { id } } }',
    "queue": 'fileReport(input: {subject: OPPORTUNITY, id: "<post>", reason: SPAM}) { ... on ReportFiled { report { id } } }',
}


async def subscriptions(desk: Desk, world: World, tally: Tally, state: State) -> None:
    """Something happens to S's things; then everybody follows, from before it happened."""
    streams = {kind.name: _streams(world, kind) for kind in KINDS}
    following = desk.house.following
    cursors = {(kind, name): await following.cursor_now(stream) for kind, each in streams.items() for name, stream in each.items()}
    happened = await _happen(desk, world)
    for row in roots(tally.rows, "Subscription"):
        follows = (
            _follow(desk, tally, (row, kind, state), happened[row.name], _document(world, row, cursors.get((kind.name, row.name))))
            for kind in KINDS
        )
        await asyncio.gather(*follows)


def _streams(world: World, kind: Kind) -> dict[str, str]:
    member = world.members.get(kind.name, MemberId(world.places.group))
    return {"opportunities": OPPORTUNITIES, "inbox": inbox(member), "queue": group_queue(world.places.group)}


async def _happen(desk: Desk, world: World) -> dict[str, dict[str, Thing]]:
    """S posts for every audience and says something, and somebody of the group reports S's post; what there is now, by its id."""
    subject, reader = KINDS[-1], next(kind for kind in KINDS if kind.name == "member of S's group")
    posted: dict[str, Thing] = {}
    for audience in AUDIENCES:
        groups = f'["{world.ids["group"]}"]' if audience.name == "CHOSEN_GROUPS" else "null"
        facts = {"audience": audience, "standing": "live", "answered": False}
        posted[await _sent(desk, world, subject, _SENT["opportunities"] % (audience.name, groups))] = Thing(
            "Opportunity", audience.name, facts
        )
    said = {await _sent(desk, world, subject, _SENT["inbox"]): Thing("Message", "said now")}
    reported = {await _sent(desk, world, reader, _SENT["queue"]): Thing("Report", "filed now", {"group": True})}
    talk = world.ids["conversation"]
    return {"opportunities": posted, "inbox": said, "queue": reported, "typing": {talk: world.things[talk]}}


async def _sent(desk: Desk, world: World, kind: Kind, mutation: str) -> str:
    answer = await desk.ask(kind, f"mutation {{ done: {filled(mutation, world.ids)} }}")
    assert answer["data"]["done"], answer
    return next(iter(answer["data"]["done"].values()))["id"]


def _document(world: World, row: Root, cursor: str | None) -> str:
    """With the cursor that stands before; what is in no log has none."""
    opening = filled(row.ask, world.ids)
    if cursor is not None:
        opening = f'{opening[:-1]}, after: "{cursor}")' if opening.endswith(")") else f'{opening}(after: "{cursor}")'
    return f"subscription {{ {opening} {{ {Selections(GRAPH).whole(_DELIVERIES[row.name])} }} }}"


async def _follow(desk: Desk, tally: Tally, sent: tuple[Root, Kind, State], things: dict[str, Thing], document: str) -> None:
    row, kind, state = sent
    name = f"Subscription.{row.name}"
    cases = {key: Case(kind, state, thing) for key, thing in things.items()}
    expected = {key for key, case in cases.items() if law(row.law)(case)}
    stopped = KNOCKS[row.knock](kind) or (row.refusal if row.target and not expected else None)
    code, deliveries = await _deliveries(desk, kind, document, wanted=1 if stopped else len(expected))
    tally.compare(f"{name}: begins", kind, state.name, expected=stopped, got=code)
    text = json.dumps(deliveries)
    for key, thing in things.items():
        told = key in expected and not stopped
        tally.compare(name, kind, f"{state.name}, {thing.name}", expected=told, got=key in text)
    tally.note(deliveries)


async def _deliveries(desk: Desk, kind: Kind, document: str, *, wanted: int) -> tuple[str | None, list[Any]]:
    """What arrives until `wanted` answers are there, a refusal among them, and then silence; or the code with which it could not begin."""
    found: list[Any] = []
    try:
        async with aclosing(EXECUTION.stream(Operation(document, {}), desk.context(kind))) as answers:
            while True:
                async with asyncio.timeout(_AT_MOST if len(found) < wanted else _SILENCE):
                    answer = await anext(answers)
                if "errors" in answer:
                    return answer["errors"][0]["extensions"]["code"], found
                found.append(answer["data"])
    except NotAnswered as error:
        return error.errors[0]["extensions"]["code"], found
    except TimeoutError:
        return None, found
    except StopAsyncIteration:
        return "ended", found
