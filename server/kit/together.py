"""What many ask for at the same moment, asked once: a crowd that comes back costs the database a few statements, not thousands."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from typing import Final, Generic, TypeVar

KeyT = TypeVar("KeyT", bound=Hashable)
ValueT = TypeVar("ValueT")

# In one question; who is too many for it waits for the next.
MOST: Final = 500
# In seconds: after which others are asked for beside a question that is still under way.
SLOW: Final = 1.0
# The `pause` of those who come in crowds, as sockets do after a restart.
IN_A_CROWD: Final = 0.02


class Together(Generic[KeyT, ValueT]):
    """Gathers keys while a question is under way, and asks for all of them with the next.

    No answer is older than the call that gets it: a question that has begun takes no more keys. One that fails, or takes too long, fails
    for those who are in it.
    """

    def __init__(
        self, ask: Callable[[Sequence[KeyT]], Awaitable[Mapping[KeyT, ValueT]]], *, pause: float = 0.0, within: float = 10.0
    ) -> None:
        """`ask` answers for different keys, at most MOST, within so many seconds; what it leaves out is None.

        Whoever comes alone is answered at once. In a crowd so many seconds of `pause` lie between two questions, so that there are fewer.
        """
        self._ask = ask
        self._pause = pause
        self._within = within
        self._waiting: dict[KeyT, asyncio.Future[ValueT | None]] = {}
        self._asking: asyncio.Task[None] | None = None
        # Nothing else holds one that others no longer wait for.
        self._questions: set[asyncio.Task[None]] = set()

    async def get(self, key: KeyT) -> ValueT | None:
        """Return what is answered for the key; raise what the question raised, or TimeoutError."""
        found = self._waiting.get(key)
        if found is None:
            found = self._waiting[key] = asyncio.get_running_loop().create_future()
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask_on())
        # Who goes away takes the answer from nobody else.
        return await asyncio.shield(found)

    async def _ask_on(self) -> None:
        while True:
            asked = {key: self._waiting.pop(key) for key in list(self._waiting)[:MOST]}
            question = asyncio.create_task(self._ask_for(asked))
            self._questions.add(question)
            question.add_done_callback(self._questions.discard)
            await asyncio.wait({question}, timeout=SLOW)
            if not self._waiting:
                return
            await asyncio.sleep(self._pause)

    async def _ask_for(self, asked: Mapping[KeyT, asyncio.Future[ValueT | None]]) -> None:
        try:
            async with asyncio.timeout(self._within):
                answers = await self._ask(list(asked))
        except Exception as error:  # noqa: BLE001
            for each in asked.values():
                each.set_exception(error)
                # Nobody may be left to hear of it.
                each.exception()
        else:
            for key, each in asked.items():
                each.set_result(answers.get(key))
        finally:
            for each in asked.values():
                # Whoever cancels the question cancels those who wait for it.
                each.cancel()
