"""Every way to lose a right, and everything that can be followed: what the tests of revocation try with each other."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import websockets

from server.accounts.commands import reset_second_factor
from server.accounts.model import Member
from server.kit.db import Database
from server.kit.ids import ConversationId, MemberId, global_id
from tests.factories.conversations import make_conversation
from tests.realtime.peopling import People
from tests.realtime.test_sharing import WITH_AUTHOR
from tests.realtime.watching import INBOX, OPPORTUNITIES, QUEUE
from tests.schema.opportunities.asking import posted
from tests.support.running import PATIENCE, Client, Socket

BEFORE, AFTER = "まえ", "あと"
TYPING = "subscription Typing($talk: ID!) { typing(conversation: $talk) { here typing } }"
_OWN = "{ viewer { person { affiliations { id } } } }"


@dataclass(slots=True)
class Taking:
    """The people, at the browsers where they do things, and at those, in the same sessions, where they follow what happens."""

    db: Database
    people: People
    clients: dict[str, Client]
    followers: dict[str, Client]
    # Another browser of the same member, in a session of its own.
    another: Callable[[MemberId], Awaitable[Client]]

    @property
    def group(self) -> str:
        """The group's id."""
        return global_id("AlumniGroup", self.people.group)

    async def change(self, name: str, mutation: str, given: dict[str, Any], done: str) -> dict[str, Any]:
        """Let one of them do something that succeeds."""
        answer = await self.clients[name].change(mutation, given)
        assert answer["__typename"] == done, answer
        return answer


async def _signs_out(taking: Taking) -> None:
    await taking.change("friend", "signOut", {}, "SignedOut")


async def _signs_out_everywhere(taking: Taking) -> None:
    await taking.change("friend", "signOutEverywhere", {}, "SignedOutEverywhere")


async def _ends_it_from_elsewhere(taking: Taking) -> None:
    elsewhere = await taking.another(taking.people.members["friend"])
    sessions = (await elsewhere.ask("{ viewer { sessions { id current } } }"))["viewer"]["sessions"]
    (other,) = [each["id"] for each in sessions if not each["current"]]
    assert (await elsewhere.change("endSession", {"session": other}))["__typename"] == "SessionEnded"


async def _loses_the_second_factor(taking: Taking) -> None:
    async with taking.db.transaction() as session:
        account = await session.get_one(Member, taking.people.members["friend"])
        await reset_second_factor(session, account.email)


async def _leaves_the_group(taking: Taking) -> None:
    await taking.change("friend", "leaveGroup", {"group": taking.group}, "GroupLeft")


async def _takes_the_tenure_back(taking: Taking) -> None:
    await taking.change("friend", "removeAffiliation", {"affiliation": await _tenure(taking)}, "AffiliationRemoved")


async def _is_confirmed_no_longer(taking: Taking) -> None:
    given = {"affiliation": await _tenure(taking), "level": "OPERATOR", "reason": "確かめられませんでした。"}
    await taking.change("steward", "revokeConfirmation", given, "ConfirmationRevoked")


async def _asks_to_depart(taking: Taking) -> None:
    await taking.change("friend", "askDeparture", {}, "DepartureAsked")


async def _loses_the_group(taking: Taking) -> None:
    await taking.change("steward", "closeGroup", {"group": taking.group, "reason": "別の集まりに移りました。"}, "GroupEnded")


async def _steps_down(taking: Taking) -> None:
    await taking.change("operator", "stepDown", {"group": taking.group, "reason": "忙しくなります。"}, "SteppedDown")


async def _loses_the_role(taking: Taking) -> None:
    person = global_id("Person", taking.people.members["operator"])
    await taking.change("steward", "takeRole", {"group": taking.group, "person": person, "reason": "任期が終わりました。"}, "RoleTaken")


async def _tenure(taking: Taking) -> str:
    return (await taking.clients["friend"].ask(_OWN))["viewer"]["person"]["affiliations"][0]["id"]


@dataclass(frozen=True, slots=True)
class Way:
    """Who loses something, what is done, and whether their session is over with it."""

    who: str
    act: Callable[[Taking], Awaitable[None]]
    over: bool = False


WAYS: Final = {
    "signOut": Way("friend", _signs_out, over=True),
    "signOutEverywhere": Way("friend", _signs_out_everywhere, over=True),
    "endSession": Way("friend", _ends_it_from_elsewhere, over=True),
    "resetSecondFactor": Way("friend", _loses_the_second_factor, over=True),
    "leaveGroup": Way("friend", _leaves_the_group),
    "removeAffiliation": Way("friend", _takes_the_tenure_back),
    "revokeConfirmation": Way("friend", _is_confirmed_no_longer),
    "askDeparture": Way("friend", _asks_to_depart),
    "closeGroup": Way("friend", _loses_the_group),
    "closeGroup, by whom it was run": Way("operator", _loses_the_group),
    "stepDown": Way("operator", _steps_down),
    "takeRole": Way("operator", _loses_the_role),
}
Following: TypeAlias = dict[str, Socket]


async def followed(taking: Taking, stack: AsyncExitStack, who: str) -> tuple[Following, ConversationId]:
    """Follow everything that they may, each on a socket of its own, and see that each is told; return the talk that is followed, too."""
    async with taking.db.transaction() as session:
        talk = await make_conversation(session, taking.people.members["author"], taking.people.members[who])
    asked: dict[str, tuple[str, dict[str, Any]]] = {
        "opportunities": (OPPORTUNITIES, {}),
        "with author": (WITH_AUTHOR, {}),
        "inbox": (INBOX, {}),
        "typing": (TYPING, {"talk": global_id("Conversation", talk)}),
    }
    if who == "operator":
        asked["queue"] = (QUEUE, {"group": taking.group})
    sockets: Following = {}
    for name, (query, variables) in asked.items():
        cursors = await _cursors(taking.followers[who], taking.group if who == "operator" else None)
        socket = sockets[name] = await stack.enter_async_context(taking.followers[who].socket())
        await socket.subscribe("watch", query, variables | ({"after": cursors[name]} if name in cursors else {}))
    await happens(taking, talk, BEFORE)
    for socket in sockets.values():
        await socket.next("watch", 30)
    return sockets, talk


async def _cursors(client: Client, group: str | None) -> dict[str, str]:
    asked = """query C($group: ID, $operates: Boolean!) { opportunities(first: 1) { liveCursor }
        viewer { inboxCursor queueCursor(group: $group) @include(if: $operates) } }"""
    found = await client.ask(asked, {"group": group, "operates": group is not None})
    live, viewer = found["opportunities"]["liveCursor"], found["viewer"]
    return {"opportunities": live, "with author": live, "inbox": viewer["inboxCursor"], "queue": viewer.get("queueCursor", "")}


async def happens(taking: Taking, talk: ConversationId, mark: str) -> str:
    """Let something happen in all that can be followed; return the id by which the queue tells of it."""
    author = taking.clients["author"]
    await posted(author, title=f"{mark}の募集", audience="VERIFIED")
    # Whoever is about to depart can be told nothing any more.
    await author.change("sendMessage", {"conversation": global_id("Conversation", talk), "body": f"{mark}のことば"})
    year = 1990 if mark == BEFORE else 1995
    given = {
        "company": {"id": global_id("Company", taking.people.company)},
        "tenure": {"startedOn": f"{year}-04", "endedOn": f"{year + 3}-03"},
    }
    declared = await taking.clients["newcomer"].change("declareAffiliation", given, "... on AffiliationDeclared { affiliation { id } }")
    if mark == AFTER:
        await author.change("noteTyping", {"conversation": global_id("Conversation", talk)})
    return declared["affiliation"]["id"]


async def closed(socket: Socket, within: float = PATIENCE) -> tuple[str, int | None, str]:
    """What is still delivered, and with which code and reason the socket is closed then."""
    told: list[str] = []
    try:
        while True:
            message = await socket.receive(within)
            told.append(str(message.get("payload")))
    except websockets.ConnectionClosed as error:
        received = error.rcvd
        return "".join(told), received.code if received else None, received.reason if received else ""


async def ends(taking: Taking, name: str, within: float = PATIENCE) -> None:
    """Take something away; see that each socket of who had it closes, and is told of nothing that happens afterwards."""
    way = WAYS[name]
    async with AsyncExitStack() as stack:
        sockets, talk = await followed(taking, stack, way.who)
        await way.act(taking)
        declared = await happens(taking, talk, AFTER)
        for stream, socket in sockets.items():
            told, code, reason = await closed(socket, within)
            assert not [each for each in (AFTER, declared, "'typing': True") if each in told], (stream, told)
            assert (code, reason) == (4403, "Signed out" if way.over else "Rights changed"), stream
