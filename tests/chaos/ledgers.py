"""The three ledgers, and what they say when they are held beside each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import select

from server.conversations.model import Message
from server.kit.db import Database
from server.kit.ids import MemberId
from server.kit.log import OPPORTUNITIES, inbox
from server.kit.log.model import EventRow, StreamRow
from server.opportunities.model import Opportunity


class Told(NamedTuple):
    """One event, as who followed knows it: its type, and the text of what it is about."""

    type: str
    text: str


@dataclass(slots=True)
class Sent:
    """A post or a message that was sent: the type of its event, to whom it goes, and when it began (the loop's time)."""

    type: str
    text: str
    author: MemberId
    # Of a post, the group to which alone it is shown.
    group: int | None = None
    began: float = 0.0
    acknowledged: str | None = None


@dataclass(slots=True)
class Delivered:
    """What came to one client, stream by stream; what it complains about; and what was taken from it when (the loop's time)."""

    member: MemberId
    groups: set[int]
    streams: dict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))
    complaints: list[str] = field(default_factory=list)
    left_at: float | None = None
    signed_out_at: float | None = None


@dataclass(slots=True)
class Rows:
    """What the database holds: how many rows there are of each text, and each stream's events in their order."""

    written: Counter[str]
    log: dict[str, list[Told]]


@dataclass(slots=True)
class Verdict:
    """How often it went wrong, and where."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    out_of_order: list[str] = field(default_factory=list)
    unauthorised: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> list[str]:
        """All of it."""
        return [*self.lost, *self.doubled, *self.out_of_order, *self.unauthorised, *self.other]


async def read_rows(db: Database, members: Iterable[MemberId]) -> Rows:
    """Read what there is."""
    names = {inbox(member) for member in members} | {OPPORTUNITIES}
    async with db.read() as session:
        posts = {str(key): title for key, title in (await session.execute(select(Opportunity.id, Opportunity.title))).all()}
        said = {str(key): body for key, body in (await session.execute(select(Message.id, Message.body))).all()}
        found = select(StreamRow.name, EventRow.type, EventRow.ref).join(EventRow, EventRow.stream_id == StreamRow.id)
        events = (await session.execute(found.where(StreamRow.name.in_(names)).order_by(StreamRow.id, EventRow.offset))).all()
    log: dict[str, list[Told]] = {name: [] for name in names}
    for name, kind, ref in events:
        text = said[ref["message_id"]] if kind == "MessageSent" else posts.get(ref.get("opportunity_id"), "")
        log[name].append(Told(kind, text))
    return Rows(Counter([*posts.values(), *said.values()]), log)


def compare(sent: list[Sent], rows: Rows, clients: list[Delivered], matched: dict[MemberId, str]) -> Verdict:
    """Hold them beside each other. `matched` are those who wait for posts with a word, and the word."""
    verdict = Verdict()
    _written(verdict, sent, rows)
    for member, word in matched.items():
        _matched(verdict, sent, rows.log[inbox(member)], (member, word))
    for number, client in enumerate(clients):
        _delivered(verdict, sent, rows, (f"client {number}", client))
    return verdict


def _written(verdict: Verdict, sent: list[Sent], rows: Rows) -> None:
    for each in sent:
        if each.acknowledged is None:
            verdict.other.append(f"{each.text}: nobody ever answered")
        if (found := rows.written[each.text]) != 1:
            (verdict.doubled if found else verdict.lost).append(f"{each.text}: {found} rows")


def _matched(verdict: Verdict, sent: list[Sent], log: list[Told], wanted: tuple[MemberId, str]) -> None:
    """Who waits for a word is told of each post with it, once; of no own one, of no group's that they are not in."""
    member, word = wanted
    told = Counter(each.text for each in log if each.type == "StandingQueryMatched")
    for each in sent:
        if each.type == "OpportunityPosted":
            due = word in each.text and each.author != member and each.group is None
            if due and not told[each.text]:
                verdict.lost.append(f"{each.text}: no match for {member}")
            if told[each.text] > 1:
                verdict.doubled.append(f"{each.text}: {told[each.text]} matches for {member}")


def _delivered(verdict: Verdict, sent: list[Sent], rows: Rows, whose: tuple[str, Delivered]) -> None:
    name, client = whose
    verdict.other += [f"{name}: {complaint}" for complaint in client.complaints]
    causes = {each.text: each for each in sent}
    for stream in (OPPORTUNITIES, inbox(client.member)):
        got, log = client.streams[stream], rows.log[stream]
        counted, places = Counter(got), {each: place for place, each in enumerate(log)}
        verdict.doubled += [f"{name}: {each} {times} times" for each, times in counted.items() if times > 1]
        verdict.other += [f"{name}: {each} is in no log" for each in counted if each not in places]
        at = [places[each] for each in counted if each in places]
        if at != sorted(at):
            verdict.out_of_order.append(f"{name}: {stream}")
        for each in log:
            must, may = _due(client, causes.get(each.text))
            if must and each not in counted:
                verdict.lost.append(f"{name}: {each}")
            if each in counted and not may:
                verdict.unauthorised.append(f"{name}: {each}")


def _due(client: Delivered, cause: Sent | None) -> tuple[bool, bool]:
    """Whether what somebody did must be told to the client, and whether it may. What began before a right was taken may, or may not."""
    if client.signed_out_at is not None:
        return False, cause is None or cause.began < client.signed_out_at
    if cause is None or cause.group is None:
        return True, True
    if client.left_at is not None:
        return False, cause.group in client.groups and cause.began < client.left_at
    return (cause.group in client.groups,) * 2
