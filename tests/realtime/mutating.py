"""Frames that begin as proper ones and are spoilt by a seed: bits turned, bytes lost, doubled and exchanged, pieces of others put in."""

import asyncio
import gc
import json
import random
from collections.abc import Callable
from typing import Any

from tests.realtime.malformed import ANYWHERE, NO_TEXT
from tests.realtime.speaking import INIT, Served, Wire, frame, text, wired

# Every code that may close a socket on what a client sent; none of them says that we were at fault. A spoilt close frame may
# also name any code that is free for whoever wants one, and gets it back.
CODES = {None, *range(1000, 1004), *range(1007, 1011), 4400, 4401, 4408, 4409, 4429, *range(3000, 4400), *range(4504, 5000)}
PROPER: list[dict[str, Any]] = [
    INIT,
    {"type": "ping", "payload": {"at": 1}},
    {"type": "pong"},
    {"type": "subscribe", "id": "縁側", "payload": {"query": "echo", "variables": {"deep": [[{"a": None}]]}, "operationName": "Name"}},
    {"type": "subscribe", "id": "1", "payload": {"query": "endless", "variables": {"many": 2}}},
    {"type": "subscribe", "id": "2", "payload": {"query": "refused"}},
    {"type": "complete", "id": "1"},
]
_WORDS = [
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b"\\",
    b"\\u",
    b"\\ud800",
    b"null",
    b"NaN",
    b"1e999",
    b"-",
    b"\x00",
    b"\xff",
    b"\xe3\x81",
]


def kept() -> int:
    """How many objects there are that nobody could throw away."""
    gc.collect()
    return len(gc.get_objects())


def mutated(dice: random.Random) -> bytes:
    """Return one frame, or a few bytes that might have been one."""
    kind = dice.randrange(8)
    if kind == 0:
        return _spoilt(dice.choice(ANYWHERE + NO_TEXT)[1][:4096], dice)
    if kind == 1:
        return frame(dice.randrange(16), dice.randbytes(dice.randrange(140)), fin=dice.random() < 0.8, rsv=dice.choice((0, 0, 0, 1, 4)))
    message = json.dumps(dice.choice(PROPER), ensure_ascii=dice.random() < 0.5).encode()
    if kind == 2:
        return _spoilt(frame(1, message), dice)
    return frame(1, _spoilt(message, dice))


def _spoilt(data: bytes, dice: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(found) + 1)
        end = min(len(found), at + dice.randint(1, 6))
        match dice.randrange(5):
            case 0 if at < len(found):
                found[at] ^= 1 << dice.randrange(8)
            case 1:
                del found[at:end]
            case 2:
                found[at:at] = found[at:end]
            case 3:
                found[at:end] = dice.choice(_WORDS)
            case _:
                found[at:at] = dice.randbytes(dice.randint(1, 4))
    return bytes(found)


def misspelt(dice: random.Random) -> bytes:
    """Return one proper frame, whose text is UTF-8 and was mutated."""
    message = json.dumps(dice.choice(PROPER), ensure_ascii=dice.random() < 0.5).encode()
    return frame(1, _spoilt(message, dice).decode("utf-8", "replace").encode())


async def sent(there: Served, many: int, seed: int, make: Callable[[random.Random], bytes] = mutated) -> int:
    """Send so many mutated frames over as many sockets as they cost; return how many that were. Each must end as it should."""
    dice, opened, left = random.Random(seed), 0, many
    while left:
        opened += 1
        async with wired(there.port) as wire:
            if dice.random() < 0.9:
                await wire.write(text(INIT))
            # Some come one by one, some together; who is cut off by a frame sends the rest on another socket.
            batch = min(left, dice.randint(1, 12))
            left -= batch
            await wire.write(*(make(dice) for _ in range(batch)))
            await wire.write(frame(8, b"\x03\xe8"))
            await _ends(wire)
    return opened


async def _ends(wire: Wire) -> None:
    # Half a frame swallows what follows, also the end; then hanging up is the end.
    wire.writer.write_eof()
    async with asyncio.timeout(30):
        code, messages = await wire.ended()
    assert code in CODES, code
    assert {message["type"] for message in messages} <= {"connection_ack", "pong", "next", "error", "complete", "ping"}
