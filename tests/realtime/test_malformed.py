"""Whatever is malformed closes the socket with the code that is written for it, every time, without a word in the log or a byte kept."""

import pytest

from tests.realtime.malformed import ANYWHERE, BOMB, NO_TEXT, OURS, Case
from tests.realtime.mutating import kept
from tests.realtime.speaking import Served, frame, nothing_logged, served, wired


async def told(there: Served, case: Case, extensions: str = "") -> None:
    """Send it after an introduction; assert what is answered."""
    name, what, code = case
    async with wired(there.port, extensions=extensions) as wire:
        await wire.introduced()
        await wire.write(what)
        closed, messages = await wire.ended()
    assert (closed, messages) == (code, []), name


@pytest.mark.parametrize("plain", [False, True])
async def test_each_malformed_frame_has_its_code(plain: bool) -> None:
    cases = ANYWHERE if plain else ANYWHERE + NO_TEXT + OURS
    assert len({name for name, _, _ in cases}) == len(cases) > 130
    with nothing_logged():
        async with served(plain=plain) as there:
            for case in cases:
                await told(there, case)
            await there.emptied()
            # Nothing began but what the cases with an id in use ask for, and that ended.
            assert set(there.script.began) <= {"endless", "echo"}
            assert there.script.began["endless"] == there.script.ended["endless"]


async def test_what_is_no_text_has_its_code_under_the_servers_own_class_too() -> None:
    async with served(plain=True) as there:
        for case in NO_TEXT:
            await told(there, case)
        await there.emptied()


async def test_nothing_of_it_is_kept() -> None:
    async with served(plain=False) as there:
        counted: list[int] = []
        for _ in range(4):
            for case in ANYWHERE + NO_TEXT + OURS:
                await told(there, case)
            await there.emptied()
            there.script.given.clear()
            counted.append(kept())
    assert max(counted[1:]) - counted[1] < 500, counted


async def test_compression_is_offered_in_vain() -> None:
    async with served(plain=False) as there:
        offered = "permessage-deflate; client_max_window_bits"
        async with wired(there.port, extensions=offered) as wire:
            assert "extensions" not in wire.answer.lower()
        await told(there, ("a bomb", frame(1, BOMB, rsv=4), 1002), offered)
