"""A stream that many follow at once: the log is read once for all, and a batch is decided upon once.

Who begins behind the others catches up by themselves first, and then stands in the room; so each is told of everything in its order.
"""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

import structlog
from sqlalchemy.exc import SQLAlchemyError

from server.kit.actor import Actor
from server.kit.log import Entry, Position
from server.kit.together import IN_A_CROWD, Together
from server.realtime.following import Following
from server.realtime.operations import LogUnreadable

_LOG: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.realtime")
WantedT = TypeVar("WantedT", bound=Hashable)


class Form(Protocol):
    """How some of a stream's listeners are told: made once for all of them."""

    async def make(self, telling: "Telling[Any]") -> None:
        """Make what they share of a telling, before each of them is told."""
        ...


class Listener(ABC, Generic[WantedT]):
    """One subscription: who listens, for what, and up to where they were told. Subclasses say what is done with what they are told."""

    __slots__ = ("actor", "form", "offset", "wanted")

    def __init__(self, actor: Actor, wanted: WantedT, form: Form | None = None) -> None:
        """`wanted` is equal for all who ask for the same; without a `form` each is told in their own way."""
        self.actor = actor
        self.wanted = wanted
        self.form = form
        # While they catch up; who stands in a room was told as much as the room.
        self.offset = 0

    @abstractmethod
    async def resync(self, position: Position) -> None:
        """Tell that the cursor could not be served, and that everything after `position` will be told."""

    @abstractmethod
    def tell(self, telling: "Telling[WantedT]") -> None:
        """Tell one event. Never waits."""

    @abstractmethod
    async def drained(self) -> None:
        """Wait until what was told is on its way, while one catches up."""

    @abstractmethod
    def end(self, *, over: bool) -> None:
        """Tell nothing more: the session is `over`, or the log cannot be read now."""


@dataclass(slots=True)
class Telling(Generic[WantedT]):
    """What is told of one entry, and to whom; `what` is the stream's own, equal for all of them."""

    position: Position
    what: Any
    to: Sequence[Listener[WantedT]]
    # Whether they may see who has done it.
    named: bool = True
    # What each form made of it for these, and what for all who are told of the same entry.
    made: dict[Form, Any] = field(default_factory=dict[Form, Any])
    made_for_all: dict[Form, Any] = field(default_factory=dict[Form, Any])


@dataclass(frozen=True, slots=True)
class Decided(Generic[WantedT]):
    """What is told of a batch, in its order, and whose session has ended meanwhile."""

    tellings: Sequence[Telling[WantedT]]
    over: Collection[Listener[WantedT]]


Audience: TypeAlias = Mapping[WantedT, Collection[Listener[WantedT]]]


class Decides(Protocol[WantedT]):
    """What knows a stream: who is told what of its entries. It brings every listener's actor up to date whom it asks about."""

    def begin(self, wanted: WantedT) -> None:
        """Somebody listens for this from now on."""
        ...

    def end(self, wanted: WantedT) -> None:
        """Nobody does any more."""
        ...

    async def decide(self, entries: Sequence[Entry], audience: Audience[WantedT]) -> Decided[WantedT]:
        """Return who is told what."""
        ...


class Room(Generic[WantedT]):
    """Everybody who follows one stream in this process."""

    def __init__(self, following: Following, stream: str, decides: Decides[WantedT]) -> None:
        """Nobody is here yet, and nothing is read."""
        self._following = following
        self._stream = stream
        self._decides = decides
        self._here: defaultdict[WantedT, set[Listener[WantedT]]] = defaultdict(set)
        self._position: Position | None = None
        self._task: asyncio.Task[None] | None = None
        self._late = Together(self._catch_up, pause=IN_A_CROWD, within=60)

    @property
    def listeners(self) -> int:
        """How many listen now."""
        return sum(map(len, self._here.values()))

    async def enter(self, listener: Listener[WantedT], after: str | None) -> None:
        """Tell the listener what they missed after the cursor, then let them stand with the others until they leave."""
        self._decides.begin(listener.wanted)
        try:
            position = await self._begun(listener, after)
            while not self._stands(listener):
                entries = await self._caught_up(listener, position)
                if entries and entries[0].position.offset != position.offset + 1:
                    # What was next is not kept any more: it went while they caught up.
                    position = await self._begun(listener, self._following.seal(position))
                elif entries:
                    await listener.drained()
                    position = entries[-1].position
                else:
                    self._open(position)
        except BaseException:
            self._decides.end(listener.wanted)
            raise

    def leave(self, listener: Listener[WantedT]) -> None:
        """Tell them nothing more; once too often does no harm."""
        here = self._here.get(listener.wanted)
        if here is None or listener not in here:
            return
        here.discard(listener)
        self._decides.end(listener.wanted)
        if not here:
            del self._here[listener.wanted]
        if not self._here and self._task is not None:
            self._task.cancel()
            self._task = self._position = None

    async def _begun(self, listener: Listener[WantedT], after: str | None) -> Position:
        position, resync = await self._following.begin(self._stream, after)
        listener.offset = position.offset
        if resync:
            await listener.resync(position)
        return position

    async def _caught_up(self, listener: Listener[WantedT], position: Position) -> Sequence[Entry]:
        """Return what follows a position, some of it; the listener was told of it where nothing is missing before."""
        entries = await self._late.get((listener, position))
        if isinstance(entries, Exception):
            raise entries
        return entries or ()

    async def _catch_up(self, late: Sequence[tuple[Listener[WantedT], Position]]) -> dict[Any, Sequence[Entry] | Exception]:
        """Tell all who are behind at once, those together who stand at the same place; what fails fails for these alone."""
        at: defaultdict[Position, list[Listener[WantedT]]] = defaultdict(list)
        for listener, position in late:
            at[position].append(listener)
        found = await asyncio.gather(*starmap(self._catch_up_from, at.items()), return_exceptions=True)
        answers: dict[Any, Sequence[Entry] | Exception] = {}
        for (position, listeners), each in zip(at.items(), found, strict=True):
            if isinstance(each, BaseException) and not isinstance(each, Exception):
                raise each
            answers |= {(listener, position): each for listener in listeners}
        return answers

    async def _catch_up_from(self, position: Position, listeners: Sequence[Listener[WantedT]]) -> Sequence[Entry]:
        entries = await self._following.read(position)
        if entries and entries[0].position.offset == position.offset + 1:
            audience: defaultdict[WantedT, list[Listener[WantedT]]] = defaultdict(list)
            for listener in listeners:
                audience[listener.wanted].append(listener)
            await self._deliver(entries, audience)
            for listener in listeners:
                listener.offset = entries[-1].position.offset
        return entries

    def _stands(self, listener: Listener[WantedT]) -> bool:
        """Let the listener in who was told no less than the room was."""
        if self._position is None or listener.offset < self._position.offset:
            return False
        self._here[listener.wanted].add(listener)
        return True

    def _open(self, position: Position) -> None:
        if self._task is None:
            self._position = position
            self._task = asyncio.create_task(self._run(position))
            self._task.add_done_callback(self._ended)

    async def _run(self, position: Position) -> None:
        async with contextlib.aclosing(self._following.live(self._stream, position)) as found:
            async for batch in found:
                # Who enters from here on reads this batch by themselves.
                self._position = batch.entries[-1].position
                here = {wanted: tuple(listeners) for wanted, listeners in self._here.items()}
                await self._deliver(batch.entries, here)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """What could not be told is told again to who comes back."""
        if task.cancelled() or (error := task.exception()) is None:
            return
        if isinstance(error, SQLAlchemyError | OSError | LogUnreadable):
            _LOG.warning("a stream cannot be read", stream=self._stream, error=type(error).__name__)
        else:
            _LOG.error("a stream failed", stream=self._stream, exc_info=error)
        if task is self._task:
            self._give_up()

    def _give_up(self) -> None:
        """End everybody's subscription: each comes back, and goes on after what they were told last."""
        self._task = self._position = None
        for listener in [each for listeners in self._here.values() for each in listeners]:
            listener.end(over=False)
            self.leave(listener)

    async def _deliver(self, entries: Sequence[Entry], audience: Audience[WantedT]) -> None:
        decided = await self._decides.decide(entries, audience)
        for listener in decided.over:
            listener.end(over=True)
            self.leave(listener)
        for telling in decided.tellings:
            waiting = [listener for listener in telling.to if listener.offset < telling.position.offset]
            for form in {listener.form for listener in waiting}:
                if form is not None:
                    await form.make(telling)
            for listener in waiting:
                listener.tell(telling)
