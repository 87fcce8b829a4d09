"""What is asked for at the same moment is asked once; nobody gets an answer that is older than their question."""

import asyncio
from collections.abc import Mapping, Sequence

import pytest

from server.kit import together
from server.kit.together import Together


class Asked:
    """Answers each key with the number of the question, when it is let."""

    def __init__(self) -> None:
        self.questions: list[list[str]] = []
        self.lets = asyncio.Event()
        self.together = Together(self._ask, within=5)

    async def _ask(self, keys: Sequence[str]) -> Mapping[str, int]:
        self.questions.append(list(keys))
        number = len(self.questions)
        await self.lets.wait()
        if "broken" in keys:
            raise OSError(number)
        return {key: number for key in keys if key != "unknown"}

    async def get(self, *keys: str) -> list[asyncio.Task[int | None]]:
        """Ask for each, and wait until all have asked."""
        tasks = [asyncio.create_task(self.together.get(key)) for key in keys]
        await asyncio.sleep(0.01)
        return tasks


async def test_who_comes_while_a_question_is_under_way_shares_the_next() -> None:
    asked = Asked()
    first = await asked.get("a")
    later = await asked.get("a", "b", "unknown", "a")
    asked.lets.set()
    assert await asyncio.gather(*first, *later) == [1, 2, 2, None, 2]
    assert asked.questions == [["a"], ["a", "b", "unknown"]]
    assert await asked.together.get("a") == 3


async def test_a_question_that_fails_fails_for_those_in_it_and_for_nobody_else() -> None:
    asked = Asked()
    first = await asked.get("a")
    broken = await asked.get("b", "broken")
    asked.lets.set()
    assert await asyncio.gather(*first, *broken, return_exceptions=True) == [1, *[error := broken[0].exception()] * 2]
    assert isinstance(error, OSError)
    assert await asked.together.get("b") == 3


async def test_who_goes_away_takes_the_answer_from_nobody() -> None:
    asked = Asked()
    await asked.get("first")
    one, other = await asked.get("a", "a")
    one.cancel()
    asked.lets.set()
    assert await other == 2
    with pytest.raises(asyncio.CancelledError):
        await one


async def test_too_many_for_one_question_are_asked_for_in_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "MOST", 2)
    asked = Asked()
    asked.lets.set()
    tasks = await asked.get("a", "b", "c", "d", "e")
    assert sorted(filter(None, await asyncio.gather(*tasks))) == [1, 1, 2, 2, 3]
    assert asked.questions == [["a", "b"], ["c", "d"], ["e"]]


async def test_a_question_that_hangs_holds_up_nobody_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "SLOW", 0.05)
    hangs = asyncio.Event()

    async def ask(keys: Sequence[str]) -> Mapping[str, bool]:
        if "hangs" in keys:
            await hangs.wait()
        return dict.fromkeys(keys, True)

    questions = Together(ask, within=0.3)
    stuck = asyncio.create_task(questions.get("hangs"))
    await asyncio.sleep(0)
    assert await asyncio.gather(*(questions.get(key) for key in ("a", "b"))) == [True, True]
    assert not stuck.done()
    with pytest.raises(TimeoutError):
        await stuck
    assert await questions.get("c")
