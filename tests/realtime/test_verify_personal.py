"""State before + events = a fresh read, for the inbox of both sides of several talks."""

import random
from typing import Any

from tests.realtime.watching import Stage, Watch, watching
from tests.schema.opportunities.asking import posted, responded
from tests.support.running import Client

TALKS = "{ viewer { responses(first: 100) { edges { node { id state viewerAgreed otherAgreed unread viewerMay conversation { id } } } } } }"
KNOWN = ("id", "state", "viewerAgreed", "otherAgreed", "unread")
MUTATIONS = {"TAKE_UP": "takeUpTalk", "DECLINE": "declineResponse", "WITHDRAW": "withdrawResponse", "RECORD_AGREEMENT": "recordAgreement"}

Talk = dict[str, Any]


async def talks(client: Client) -> list[Talk]:
    """What the viewer takes part in."""
    return [edge["node"] for edge in (await client.ask(TALKS))["viewer"]["responses"]["edges"]]


async def shown(client: Client) -> tuple[dict[str, Talk], dict[str, str]]:
    """A fresh read in short, by the id of the response; and which conversation is which response's."""
    found = await talks(client)
    places = {talk["conversation"]["id"]: talk["id"] for talk in found if talk["conversation"]}
    return {talk["id"]: {key: talk[key] for key in KNOWN} for talk in found}, places


async def act(stage: Stage, chance: random.Random, posts: list[str]) -> None:
    """One of the people does one thing that they may."""
    name = chance.choice(("author", "friend", "stranger"))
    client = stage.clients[name]
    found = await talks(client)
    if name != "author" and len(found) < len(posts) and chance.random() < 0.4:
        await client.change("respondToOpportunity", {"opportunity": chance.choice(posts), "note": "お話しできます。"})
        return
    choices = [(talk, step) for talk in found for step in [*talk["viewerMay"], *(["READ"] if talk["unread"] else [])]]
    if not choices:
        return
    talk, step = chance.choice(choices)
    if step in ("SEND_MESSAGE", "READ"):
        given = {"conversation": talk["conversation"]["id"]}
        mutation = "markConversationRead" if step == "READ" else "sendMessage"
        answer = await client.change(mutation, given if step == "READ" else given | {"body": "よろしくお願いします。"})
    else:
        answer = await client.change(MUTATIONS[step], {"response": talk["id"]})
    assert "code" not in answer, answer


async def settled(watch: Watch, state: dict[str, Talk], places: dict[str, str], until: str) -> None:
    """Do what a page does, up to the response `until`."""
    while True:
        event = await watch.next(10)
        if event["__typename"] == "ConversationRead":
            state[places[event["conversation"]["id"]]]["unread"] = event["conversation"]["unread"]
            continue
        response = event["talk"] if event["__typename"] == "MessageSent" else event["response"]
        state[response["id"]] = {key: response[key] for key in KNOWN}
        if response["id"] == until:
            return


async def test_inboxes(stage: Stage) -> None:
    chance = random.Random(1)
    posts = [await posted(stage.author, title=f"相談 {number}") for number in range(3)]
    for _ in range(10):
        await act(stage, chance, posts)
    names = ("author", "friend", "stranger")
    before = {name: await shown(stage.clients[name]) for name in names}
    async with (
        watching(stage.author, "inbox") as author,
        watching(stage.friend, "inbox") as friend,
        watching(stage.stranger, "inbox") as stranger,
    ):
        for _ in range(25):
            await act(stage, chance, posts)
        last = await posted(stage.author, title="しるし")
        markers = {name: await responded(stage.clients[name], last) for name in ("friend", "stranger")}
        for name, watch in zip(names, (author, friend, stranger), strict=True):
            fresh, places = await shown(stage.clients[name])
            await settled(watch, before[name][0], places, markers.get(name, markers["stranger"]))
            assert before[name][0] == fresh
