"""Who is in a talk now, and who is writing: told from process to process by the bus, kept nowhere, and over by itself."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Final

from server.kit.bus import LOST, Bus
from server.kit.clock import now
from server.kit.ids import ConversationId, MemberId

# All in seconds: how long what was told holds, how often one tells that one is still there, and how soon somebody is told again.
TYPING_LASTS: Final = 6.0
HERE_LASTS: Final = 25.0
BEAT_EVERY: Final = 10.0
GAP: Final = 1.0


@dataclass(frozen=True, slots=True)
class Look:
    """What the other does at this moment; `beat`: it is time to tell them that oneself is here."""

    here: bool
    typing: bool
    beat: bool


@dataclass(slots=True)
class _Seen:
    """Until when the other is here, and writes, by the loop's time."""

    here_until: float = 0
    typing_until: float = 0
    beat_at: float = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def here(self, _stream: str, head: int) -> None:
        """The other is here. Who was not is answered at once, so that both know."""
        if head == LOST:
            return
        moment = asyncio.get_running_loop().time()
        if self.here_until <= moment:
            self.beat_at = moment
        self.here_until = moment + HERE_LASTS
        self.news.set()

    def typing(self, _stream: str, head: int) -> None:
        """The other writes, or has stopped; who writes is here."""
        if head == LOST:
            return
        self.typing_until = asyncio.get_running_loop().time() + TYPING_LASTS if head % 2 else 0
        self.here("", head)


class Presence:
    """Tells and hears of the two who talk. Who may tell, and hear, is for the caller to find out, each time."""

    def __init__(self, bus: Bus) -> None:
        """`bus` carries ids and nothing else."""
        self._bus = bus

    async def is_here(self, talk: ConversationId, member: MemberId) -> None:
        """Tell that the member has the talk open."""
        await self._bus.publish(_here(talk, member), _moment())

    async def writes(self, talk: ConversationId, member: MemberId) -> None:
        """Tell that the member is writing."""
        await self._bus.publish(_typing(talk, member), _moment() + 1)

    async def has_written(self, talk: ConversationId, member: MemberId) -> None:
        """Tell that the member has said it, and writes no more."""
        await self._bus.publish(_typing(talk, member), _moment())

    async def beside(self, talk: ConversationId, other: MemberId) -> AsyncGenerator[Look]:
        """Yield what the other does: at once, when something of it may have changed, and for each beat; for ever."""
        loop, seen = asyncio.get_running_loop(), _Seen()
        with contextlib.ExitStack() as stack:
            stack.callback(self._bus.listen(_here(talk, other), seen.here))
            stack.callback(self._bus.listen(_typing(talk, other), seen.typing))
            while True:
                moment = loop.time()
                beat = moment >= seen.beat_at
                if beat:
                    seen.beat_at = moment + BEAT_EVERY
                seen.news.clear()
                yield Look(here=seen.here_until > moment, typing=seen.typing_until > moment, beat=beat)
                await asyncio.sleep(GAP)
                ends = [until for until in (seen.here_until, seen.typing_until) if until > moment]
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout_at(min([seen.beat_at, *ends])):
                        await seen.news.wait()


def _here(talk: ConversationId, member: MemberId) -> str:
    return f"here:{talk}:{member}"


def _typing(talk: ConversationId, member: MemberId) -> str:
    return f"typing:{talk}:{member}"


def _moment() -> int:
    """An even number that grows with time: of several hints of a stream only the highest may arrive."""
    return int(now().timestamp() * 1000) * 2
