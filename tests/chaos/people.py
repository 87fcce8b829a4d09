"""The people: what each client follows, how it comes back, and what it does meanwhile; every change is sent until it is answered."""

import asyncio
import json
import random
from contextlib import suppress
from typing import Any
from uuid import uuid4

import httpx
import websockets
from websockets.typing import Origin, Subprotocol

from server.kit.ids import ConversationId, MemberId, global_id
from server.kit.log import OPPORTUNITIES, inbox
from tests.chaos.ledgers import Delivered, Sent, Told
from tests.support.running import NO_AUTHORITIES

Answer = dict[str, Any]
_POST = "opportunity { title }"
FOLLOWED = {
    "opportunities": f"""subscription ($after: Cursor) {{ opportunities(after: $after) {{ cursor previous event {{ __typename
      ... on OpportunityPosted {{ {_POST} }} }} }} }}""",
    "inbox": f"""subscription ($after: Cursor) {{ inbox(after: $after) {{ cursor previous event {{ __typename
      ... on MessageSent {{ message {{ body }} }} ... on StandingQueryMatched {{ {_POST} }} }} }} }}""",
}
# Our own page selects the author, and is answered for each viewer apart; so does every second client here.
_WITH_AUTHOR = FOLLOWED["opportunities"].replace(_POST, "opportunity { title author { __typename } }")
# All in seconds. One who hears nothing asks whether anybody is there, and goes when nobody says so.
_ASK_AFTER, _ANSWER_WITHIN, _OPEN_WITHIN, _REQUEST_WITHIN = 2.0, 4.0, 10.0, 8.0


class Lost(Exception):
    """The connection is to be given up, and made anew."""


class Client:
    """One browser of a member: it follows two streams, and sends what its member does."""

    def __init__(self, bases: list[str], token: str, ledger: Delivered, seed: str) -> None:
        """`ledger` takes what is delivered."""
        self.ledger = ledger
        self.cursors: dict[str, str | None] = {}
        self.opened = 0
        self.over = False
        self._bases = bases
        self._cookie = f"engawa={token}"
        self._chance = random.Random(seed)
        self._http = httpx.AsyncClient(timeout=_REQUEST_WITHIN, trust_env=False, verify=NO_AUTHORITIES)
        self._documents = FOLLOWED | ({"opportunities": _WITH_AUTHOR} if self._chance.random() < 0.5 else {})
        self._names = {"opportunities": OPPORTUNITIES, "inbox": inbox(ledger.member)}

    async def begin(self) -> None:
        """Find out where the streams stand."""
        found = await self.ask("{ opportunities(first: 1) { liveCursor } viewer { inboxCursor } }", {})
        self.cursors = {"opportunities": found["opportunities"]["liveCursor"], "inbox": found["viewer"]["inboxCursor"]}

    async def close(self) -> None:
        """Let go of everything."""
        await self._http.aclose()

    async def follow(self) -> None:
        """Follow both streams until the session is over, coming back after whatever ends a connection."""
        while not self.over:
            with suppress(Lost, OSError, TimeoutError, websockets.WebSocketException):
                await self._connected()
            await asyncio.sleep(self._chance.uniform(0.05, 0.6))

    async def ask(self, query: str, variables: Answer) -> Answer:
        """Send an operation until somebody answers it, here or there; return its data."""
        headers = {"cookie": self._cookie, "x-engawa-language": "ja"}
        while True:
            base = self._chance.choice(self._bases)
            with suppress(httpx.HTTPError, ValueError):
                sent = {"query": query, "variables": variables}
                answer = (await self._http.post(f"{base}/graphql", json=sent, headers=headers | {"origin": self._bases[0]})).json()
                if "data" in answer and not answer.get("errors"):
                    return answer["data"]
                codes = {error.get("extensions", {}).get("code") for error in answer.get("errors", ())}
                if codes & {"NotSignedIn", "SessionOver"}:
                    return {}
            await asyncio.sleep(self._chance.uniform(0.05, 0.5))

    async def change(self, mutation: str, given: Answer) -> Answer:
        """Send a mutation under one key until it is answered; return its result, empty where the session is over."""
        kind = mutation[0].upper() + mutation[1:] + "Input"
        query = f"mutation ($input: {kind}!) {{ done: {mutation}(input: $input) {{ __typename ... on Problem {{ message }} }} }}"
        keyed = given | {"clientMutationId": uuid4().hex}
        return (await self.ask(query, {"input": keyed})).get("done") or {}

    async def _connected(self) -> None:
        base = self._chance.choice(self._bases)
        opening = websockets.connect(
            base.replace("http", "ws", 1) + "/graphql",
            subprotocols=[Subprotocol("graphql-transport-ws")],
            origin=Origin(self._bases[0]),
            additional_headers={"Cookie": self._cookie},
            compression=None,
            proxy=None,
            ping_interval=None,
            open_timeout=_OPEN_WITHIN,
            close_timeout=0.5,
        )
        async with opening as socket:
            await socket.send('{"type":"connection_init"}')
            if (await self._heard(socket))["type"] != "connection_ack":
                raise Lost
            self.opened += 1
            for stream, query in self._documents.items():
                payload = {"query": query, "variables": {"after": self.cursors[stream]}}
                await socket.send(json.dumps({"type": "subscribe", "id": stream, "payload": payload}))
            while True:
                self._take(await self._heard(socket))

    async def _heard(self, socket: websockets.ClientConnection) -> Answer:
        """Return the next message; ask for a sign of life where there is none."""
        within, asked = _ASK_AFTER, False
        while True:
            try:
                async with asyncio.timeout(within):
                    message: Answer = json.loads(await socket.recv())
            except TimeoutError:
                if asked:
                    raise Lost from None
                within, asked = _ANSWER_WITHIN, True
                await socket.send('{"type":"ping"}')
            except websockets.ConnectionClosed as closed:
                self._note_end(closed)
                raise
            else:
                if message["type"] not in {"ping", "pong"}:
                    return message
                within, asked = _ASK_AFTER, False

    def _note_end(self, closed: websockets.ConnectionClosed) -> None:
        if closed.rcvd is not None and closed.rcvd.code == 4403 and closed.rcvd.reason == "Signed out":
            self.over = True

    def _take(self, message: Answer) -> None:
        if message["type"] == "error" and self.ledger.signed_out_at is not None:
            # Who comes back as nobody is told so.
            self.over = True
        if message["type"] != "next":
            raise Lost
        stream: str = message["id"]
        if message["payload"].get("errors"):
            self.ledger.complaints.append(f"{stream}: {message['payload']['errors']}")
            raise Lost
        delivery = message["payload"]["data"][stream]
        if delivery["previous"] != self.cursors[stream]:
            self.ledger.complaints.append(f"{stream}: a gap")
        self.cursors[stream] = delivery["cursor"]
        self.ledger.streams[self._names[stream]].append(_told(delivery["event"]))


def _told(event: Answer) -> Told:
    about = event.get("message") or event.get("opportunity") or {}
    return Told(event["__typename"], about.get("body") or about.get("title") or "")


class Person:
    """A member with two browsers, who does one thing or another."""

    def __init__(self, member: MemberId, clients: list[Client], group: tuple[int, str]) -> None:
        """`group` is the number and the id of the group that they are in."""
        self.member = member
        self.clients = clients
        self._number, self._group = group
        self._loop = asyncio.get_running_loop()

    async def post(self, sent: list[Sent], text: str, last_day: str, *, to_group: bool) -> None:
        """Post, to everybody or to the own group."""
        given: Answer = {
            "kind": "SOUNDING_BOARD",
            "direction": "SEEKING",
            "title": text,
            "body": "30分だけ話を聞いてください。",
            "remote": True,
            "audience": "CHOSEN_GROUPS" if to_group else "VERIFIED",
            "groups": [self._group] if to_group else None,
            "terms": [{"key": "duration", "value": "30分"}, {"key": "fee_terms", "value": "NONE"}],
            "lastDay": last_day,
        }
        await self._do(sent, Sent("OpportunityPosted", text, self.member, self._number if to_group else None), "postOpportunity", given)

    async def say(self, sent: list[Sent], text: str, talk: ConversationId) -> None:
        """Say something to whom they talk with."""
        given = {"conversation": global_id("Conversation", talk), "body": text}
        await self._do(sent, Sent("MessageSent", text, self.member), "sendMessage", given)

    async def wait_for(self, word: str) -> None:
        """Save a search for a word, to be told of what meets it at once."""
        given = {"name": word, "channel": "LIVE", "filter": {"text": word}}
        answer = await self.clients[0].change("saveStandingQuery", given)
        assert answer["__typename"] == "StandingQuerySaved", answer

    async def leave(self) -> None:
        """Leave the group."""
        answer = await self.clients[0].change("leaveGroup", {"group": self._group})
        assert answer["__typename"] == "GroupLeft", answer
        for client in self.clients:
            client.ledger.left_at = self._loop.time()

    async def sign_out(self) -> None:
        """End the session of the second browser."""
        await self.clients[1].change("signOut", {})
        self.clients[1].ledger.signed_out_at = self._loop.time()

    async def _do(self, sent: list[Sent], what: Sent, mutation: str, given: Answer) -> None:
        what.began = self._loop.time()
        sent.append(what)
        what.acknowledged = (await self.clients[0].change(mutation, given)).get("__typename")
        if what.acknowledged != what.type:
            self.clients[0].ledger.complaints.append(f"{what.text}: {what.acknowledged}")
