"""A seed that hangs ends all the same, and says where it hung."""

import asyncio

import pytest

from tests.chaos.__main__ import bounded


async def _hangs(_seed: int) -> bool:
    await asyncio.Event().wait()
    return True


async def _breaks() -> bool:
    raise LookupError


async def _holds() -> bool:
    return True


async def test_one_that_hangs_has_not_held_and_says_where(capsys: pytest.CaptureFixture[str]) -> None:
    assert await bounded(_hangs(7), 7, 0.05) is False
    told = capsys.readouterr().out
    assert told.startswith("seed 7 hangs:")
    assert f"test_bounded.py:{_hangs.__code__.co_firstlineno + 1} _hangs > locks.py" in told


async def test_one_that_breaks_or_holds_is_what_it_is() -> None:
    with pytest.raises(LookupError):
        await bounded(_breaks(), 7, 10)
    assert await bounded(_holds(), 7, 10) is True
