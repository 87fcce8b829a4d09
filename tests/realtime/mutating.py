"""Frames that begin as proper ones and are spoilt by a seed: bits turned, bytes lost, doubled and exchanged, pieces of others put in."""

import asyncio
import gc
import json
import random
from collections.abc import Callable
from typing import Any

from tests.realtime.malformed import ANYWHERE, NO_TEXT
from tests.realtime.speaking import INIT, Served, Wire, frame, text, wired

# Every code that may close a socket on what a client sent; none of them says that we were at fault. A close frame, as some are once
# they are spoilt, gets its own code back, or none (1005) for none.
CODES = {None, *range(1000, 1004), 1005, *range(1007, 1011), 4400, 4401, 4408, 4409, 4429}
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
            frames = [*(make(dice) for _ in range(batch)), frame(8, b"\x03\xe8")]
            await wire.write(*frames)
            await _ends(wire, b"".join(frames))
    return opened


async def _ends(wire: Wire, data: bytes) -> None:
    # Half a frame swallows what follows, also the end; then hanging up is the end.
    wire.writer.write_eof()
    async with asyncio.timeout(30):
        code, messages = await wire.ended()
    assert code in CODES or _closes(data, code), code
    assert {message["type"] for message in messages} <= {"connection_ack", "pong", "next", "error", "complete", "ping"}


def _closes(data: bytes, code: int | None) -> bool:
    """Whether somewhere in what was sent a close frame names the code."""
    for at in range(len(data) - 8):
        if data[at] & 0x0F == 8 and data[at + 1] & 0x80 and data[at + 1] & 0x7F >= 2:
            mask, payload = data[at + 2 : at + 4], data[at + 6 : at + 8]
            if int.from_bytes(bytes(one ^ other for one, other in zip(payload, mask, strict=True)), "big") == code:
                return True
    return False
