"""All sockets of this process: how many there may be, who is let in next after a restart, and how they are asked to leave."""

import asyncio
import random
from collections import Counter, deque
from collections.abc import Callable, Generator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Final, Protocol, TypeVar

from server.kit.ids import MemberId
from server.realtime.messages import Closing

# Tabs of a browser share one socket; a member has that many browsers, and a company's people come from one address.
MOST_OF_MEMBER = 20
MOST_OF_ORIGIN = 1000
# Who has introduced themselves and not begun anything yet: so many at once, and each for so many seconds.
ARRIVING = 200
ARRIVE_WITHIN = 1.0
# For how long somebody waits to be let in, in seconds; then they are told to come back.
WAIT_WITHIN = 5.0
# Over how many seconds sockets are closed at the end, and how many a second when there are fewer.
DRAIN_WITHIN = 20.0
DRAINED_A_SECOND = 100
_FULL: Final = "Try again later"
_RESTART: Final = "Service restart"
KeyT = TypeVar("KeyT")


class Closable(Protocol):
    """A socket, as far as it is asked to leave."""

    def close(self, code: int, reason: str) -> None:
        """Close it."""
        ...


class Place:
    """One's turn at the gate: waiting, then arriving, then past it."""

    def __init__(self, gate: "Gate", let_in: Callable[[], None], refuse: Callable[[], None]) -> None:
        """`let_in` or `refuse` is called once, unless the place is left before."""
        self._gate = gate
        self._let_in = let_in
        self._refuse = refuse
        self._timer: asyncio.TimerHandle | None = None
        self.waits = True

    def leave(self) -> None:
        """Make room for the next; a second time nothing happens."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._gate.left(self)

    def wait(self) -> None:
        """Wait for so long, then be refused."""
        self._timer = asyncio.get_running_loop().call_later(WAIT_WITHIN, self._give_up)

    def go_in(self) -> None:
        """Go in, and make room in a moment at the latest."""
        if self._timer is not None:
            self._timer.cancel()
        self.waits = False
        self._timer = asyncio.get_running_loop().call_later(ARRIVE_WITHIN, self.leave)
        self._let_in()

    def _give_up(self) -> None:
        self.leave()
        self._refuse()


class Gate:
    """Lets so many in at once; the others wait in the order in which they came."""

    def __init__(self) -> None:
        """Nobody is there."""
        self._arriving = 0
        self._waiting: deque[Place] = deque()

    def enter(self, let_in: Callable[[], None], refuse: Callable[[], None]) -> Place:
        """Call `let_in`, now or when it is their turn, or `refuse` when that takes too long."""
        place = Place(self, let_in, refuse)
        if self._arriving < ARRIVING:
            self._arriving += 1
            place.go_in()
        else:
            self._waiting.append(place)
            place.wait()
        return place

    def left(self, place: Place) -> None:
        """Let the next in, after one has left their place."""
        if place.waits:
            self._waiting.remove(place)
            return
        self._arriving -= 1
        while self._waiting and self._arriving < ARRIVING:
            self._arriving += 1
            self._waiting.popleft().go_in()


class Sockets:
    """The sockets of this process."""

    def __init__(self) -> None:
        """There are none."""
        self.gate = Gate()
        self._open: dict[Closable, MemberId | None] = {}
        self._of_origin: Counter[str] = Counter()
        self._of_member: Counter[MemberId] = Counter()
        self._draining = False

    @property
    def open(self) -> int:
        """How many there are."""
        return len(self._open)

    def refusal(self, origin: str) -> Closing | None:
        """Return why there is no room for one more: too many of its origin, or a process that is about to end."""
        if self._draining:
            return Closing(1012, _RESTART)
        # Whoever comes from this machine is a proxy that does not say for whom, or its developer.
        full = self._of_origin[origin] >= MOST_OF_ORIGIN and not _is_here(origin)
        return Closing(1013, _FULL) if full else None

    @contextmanager
    def counted(self, socket: Closable, origin: str) -> Generator[None]:
        """Count a socket while the block runs."""
        self._of_origin[origin] += 1
        self._open[socket] = None
        try:
            yield
        finally:
            _count_down(self._of_origin, origin)
            member = self._open.pop(socket)
            if member is not None:
                _count_down(self._of_member, member)

    def belongs(self, socket: Closable, member: MemberId | None) -> None:
        """Count a socket for the member who turned out to hold it; raise Closing when they have too many."""
        if member is None or self._open.get(socket) == member or socket not in self._open:
            return
        if self._of_member[member] >= MOST_OF_MEMBER:
            raise Closing(1013, _FULL)
        before = self._open[socket]
        if before is not None:
            _count_down(self._of_member, before)
        self._open[socket] = member
        self._of_member[member] += 1

    async def drain(self) -> None:
        """Let nobody in any more, and ask everybody to come back: a few at once, many one by one at random moments."""
        self._draining = True
        spread = min(DRAIN_WITHIN, len(self._open) / DRAINED_A_SECOND)
        moments = sorted((random.uniform(0, spread), number) for number in range(len(self._open)))  # noqa: S311
        sockets, past = list(self._open), 0.0
        for moment, number in moments:
            if moment > past:
                await asyncio.sleep(moment - past)
                past = moment
            sockets[number].close(1012, _RESTART)


def _count_down(counter: Counter[KeyT], key: KeyT) -> None:
    counter[key] -= 1
    if counter[key] <= 0:
        del counter[key]


def _is_here(origin: str) -> bool:
    try:
        return ip_address(origin.partition("/")[0]).is_loopback
    except ValueError:
        return False
