"""The two kinds of listeners of a room: those who share each answer, and those for whom it is made apart."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any, Final, NoReturn

from schema.context import Context, Info
from schema.deliveries import ResyncRequired
from schema.scalars import Cursor
from schema.sharing import Made, SharedForm, equals_of
from server.kit.actor import Actor
from server.kit.log import Position
from server.kit.refusal import SessionOver
from server.realtime.messages import SIGNED_OUT
from server.realtime.operations import HandedOver, LogUnreadable, Outlet
from server.realtime.rooms import Listener, Room, Telling

# How many events may wait for one viewer's own answers; who has more comes back, and goes on from their cursor.
_MOST_WAITING: Final = 256


class Sharing(Listener[Any]):
    """One who is told by a form: what they get of an event is ready, and only put on its way."""

    __slots__ = ("_outlet", "_previous", "_shared")

    def __init__(self, actor: Actor, form: SharedForm, outlet: Outlet) -> None:
        """What they are told leaves by the outlet."""
        super().__init__(actor, form.common.wanted, form)
        self._shared = form
        self._outlet = outlet
        self._previous: str | None = None

    async def enter(self, after: str | None) -> None:
        """Begin to listen."""
        self._previous = after
        await self._shared.common.room.enter(self, after)

    def leave(self) -> None:
        """Listen no more."""
        self._shared.common.room.leave(self)

    async def resync(self, position: Position) -> None:
        """Tell it under the selection, as any event."""
        cursor = self._shared.cursor(position)
        self._send(Made(cursor, await self._shared.pieces(cursor, ResyncRequired(cursor=Cursor(cursor)))))

    def tell(self, telling: Telling[Any]) -> None:
        """Put it on its way."""
        made = self._shared.made_of(telling)
        if made is not None:
            self._send(made)

    async def drained(self) -> None:
        """Wait for the socket."""
        await self._outlet.room()

    def end(self, *, over: bool) -> None:
        """Close the socket; who may comes back."""
        if over:
            self._outlet.close(4403, SIGNED_OUT)
        else:
            self._outlet.close(1013, "Try again later")

    def _send(self, made: Made) -> None:
        self._outlet.next(made.after(self._previous))
        self._previous = made.cursor


class Alone(Listener[Any]):
    """One whose answers depend on who they are: told event by event, each with who they are at that moment."""

    __slots__ = ("_ended", "_told")

    def __init__(self, actor: Actor, wanted: Any) -> None:
        """Nothing waits yet."""
        super().__init__(actor, wanted)
        self._told: asyncio.Queue[Telling[Any] | Position | None] = asyncio.Queue(_MOST_WAITING)
        self._ended: Exception | None = None

    async def resync(self, position: Position) -> None:
        """Let it wait its turn."""
        await self._told.put(position)

    def tell(self, telling: Telling[Any]) -> None:
        """Let it wait its turn."""
        try:
            self._told.put_nowait(telling)
        except asyncio.QueueFull:
            self.end(over=False)

    async def drained(self) -> None:
        """Wait until everything was answered."""
        await self._told.join()

    def end(self, *, over: bool) -> None:
        """Nothing that waits is told any more."""
        self._ended = SessionOver() if over else LogUnreadable()
        with suppress(asyncio.QueueFull):
            self._told.put_nowait(None)

    async def heard(self, info: Info, room: Room[Any], after: str | None) -> AsyncGenerator[Telling[Any] | Position]:
        """Yield what is told, for ever, each time with the caller in the context as they stand; a Position cannot be served."""
        entering = asyncio.create_task(room.enter(self, after))
        entering.add_done_callback(self._entered)
        try:
            while True:
                each = await self._told.get()
                if self._ended is not None or each is None:
                    raise self._ended or LogUnreadable
                info.context.renew(self.actor)
                yield each
                self._told.task_done()
        finally:
            entering.cancel()
            room.leave(self)

    def _entered(self, entering: asyncio.Task[None]) -> None:
        if not entering.cancelled() and entering.exception() is not None:
            self.end(over=False)


async def share(form: SharedForm, actor: Actor, outlet: Outlet, after: str | None) -> NoReturn:
    """Let an operation stand in the room of its equals, and end its own task: its answers come by themselves from here on."""
    listener = Sharing(actor, form, outlet)
    # Before they enter, so that whatever ends the operation meanwhile ends this too.
    outlet.keep(listener)
    await listener.enter(after)
    raise HandedOver


async def join_equals(context: Context, outlet: Outlet | None) -> None:
    """Share with those who asked for just the same, without executing anything; return where nobody did."""
    found = None if outlet is None else equals_of(context)
    if outlet is not None and found is not None:
        form, after = found
        await share(form, context.actor, outlet, after)
