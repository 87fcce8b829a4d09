"""Two members who could be connected, what they send, and how each of them reads it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import update

from server.kit.clock import now
from server.kit.ids import MemberId, global_id
from server.people.model import ConnectionRequest
from tests.factories.people import make_member
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

PERSON = "person { id viewerConnection { state note } }"
ASKED = f"... on ConnectionAsked {{ {PERSON} }}"
STEPS = {"accept": "acceptConnection", "decline": "declineConnection", "withdraw": "withdrawConnectionRequest", "end": "endConnection"}
LISTS = """{ viewer { connections(first: 10) { totalCount edges { node { name } } }
  connectionRequests(first: 10) { totalCount edges { node { name viewerConnection { state note } } } }
  notices(first: 10) { edges { node { read about { __typename ... on ConnectionAsked { person { name } }
    ... on ConnectionAccepted { person { name } } } } } } unread { notices } } }"""


@dataclass(slots=True)
class Side:
    """One of the two: who they are, and their browser."""

    member: MemberId
    client: Client

    @property
    def id(self) -> str:
        """Their id in the graph."""
        return global_id("Person", self.member)

    async def ask(self, other: "Side", note: str | None = None) -> dict[str, Any]:
        """Ask the other."""
        return await self.client.change("askForConnection", {"member": other.id, "note": note}, ASKED)

    async def step(self, name: str, other: "Side") -> dict[str, Any]:
        """Do one of the other steps."""
        return await self.client.change(STEPS[name], {"member": other.id})

    async def stands(self, other: "Side") -> tuple[str, str | None] | None:
        """How they read that they stand to the other; None where they do not see them."""
        query = f'{{ person(id: "{other.id}") {{ viewerConnection {{ state note }} }} }}'
        found = (await self.client.ask(query))["person"]
        connection = found and found["viewerConnection"]
        return connection and (connection["state"], connection["note"])

    async def lists(self) -> tuple[list[str], list[str]]:
        """With whom they are connected, and who asks them."""
        viewer = (await self.client.ask(LISTS))["viewer"]
        read = [[edge["node"]["name"] for edge in viewer[name]["edges"]] for name in ("connections", "connectionRequests")]
        assert [viewer[name]["totalCount"] for name in ("connections", "connectionRequests")] == [len(each) for each in read]
        return read[0], read[1]

    async def told(self) -> list[tuple[str | None, str | None, bool]]:
        """Their notices: of what, of whom, and whether read."""
        edges = (await self.client.ask(LISTS))["viewer"]["notices"]["edges"]
        notices = [edge["node"] for edge in edges]
        return [((n["about"] or {}).get("__typename"), ((n["about"] or {}).get("person") or {}).get("name"), n["read"]) for n in notices]


@dataclass(slots=True)
class Two:
    """Two verified members of different companies."""

    app: Application
    one: Side
    other: Side

    async def later(self, days: int) -> None:
        """Let days go by for every request."""
        back = timedelta(days=days)
        older = update(ConnectionRequest).values(at=ConnectionRequest.at - back, decided_at=ConnectionRequest.decided_at - back)
        async with self.app.house.db.transaction() as session:
            await session.execute(older)

    async def refused(self, who: Side, mutation: str, member: str, **more: Any) -> str:
        """Send what must be refused, in both languages; nothing is written. Return its code."""
        answers: list[dict[str, Any]] = []
        async with unchanged(self.app.house.db):
            for who.client.language in ("en", "ja"):
                answers.append(await who.client.change(mutation, {"member": member} | more))
        assert answers[0]["message"] != answers[1]["message"]
        return answers[1]["code"]


async def side(app: Application, name: str, **more: Any) -> Side:
    """A verified member with a browser."""
    async with app.house.db.transaction() as session:
        member = await make_member(session, name, **more)
    return Side(member, await app.as_member(member))


async def make_two(app: Application) -> Two:
    """Both signed in; they have nothing in common."""
    assert now().tzinfo
    return Two(app, await side(app, "高橋 悠"), await side(app, "佐藤 花"))
