"""What many subscribers are sent at once: made once, and shared down to the frame."""

import struct
from typing import Final

import orjson

# How many operation ids have their frame kept: most subscribers of a group use the same one.
_MOST_KEPT: Final = 8


def spliced(key: str, payload: bytes) -> bytes:
    """Return the `next` message of the operation `key`, around an answer that is JSON already."""
    return b'{"type":"next","id":' + orjson.dumps(key) + b',"payload":' + payload + b"}"


def frame_of(text: bytes) -> bytes:
    """Return a whole WebSocket text frame as servers write it: unmasked, uncompressed, in one piece."""
    size = len(text)
    if size < 126:
        return bytes((0x81, size)) + text
    return (struct.pack("!BBH", 0x81, 126, size) if size < 65536 else struct.pack("!BBQ", 0x81, 127, size)) + text


class Ready:
    """One answer for many subscribers: its JSON, and what is sent of it, made once an operation id."""

    __slots__ = ("_frames", "_texts", "payload")

    def __init__(self, payload: bytes) -> None:
        """`payload` is the answer as JSON: an object with `data` and, where there are any, `errors`."""
        self.payload = payload
        self._frames: dict[str, bytes] = {}
        self._texts: dict[str, tuple[str, int]] = {}

    def frame(self, key: str) -> bytes:
        """Return the whole frame of the `next` message for the operation `key`."""
        found = self._frames.get(key)
        if found is None:
            found = frame_of(spliced(key, self.payload))
            if len(self._frames) < _MOST_KEPT:
                self._frames[key] = found
        return found

    def text(self, key: str) -> tuple[str, int]:
        """Return the text of the `next` message for the operation `key`, and its size in bytes."""
        found = self._texts.get(key)
        if found is None:
            message = spliced(key, self.payload)
            found = message.decode(), len(message)
            if len(self._texts) < _MOST_KEPT:
                self._texts[key] = found
        return found
