"""A ZIP that is written from front to back and leaves in pieces, so that only one piece of it is in memory."""

import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, Final

_READABLE: Final = 0o644 << 16


class Archive:
    """Files are added one after the other; what is full leaves by `full_pieces`, the rest by `close`."""

    def __init__(self, at: datetime, piece: int) -> None:
        """`at` is the local time that every file bears; a piece has `piece` bytes, the last one fewer."""
        self._at = at.timetuple()[:6]
        self._piece = piece
        self._written = _Written()
        self._zip = zipfile.ZipFile(self._written, "w", zipfile.ZIP_DEFLATED)

    @contextmanager
    def file(self, name: str, *, packed: bool = True) -> Generator[IO[bytes]]:
        """Open the next file for writing; a picture is packed already."""
        info = zipfile.ZipInfo(name, self._at)
        info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        info.external_attr = _READABLE
        with self._zip.open(info, "w") as opened:
            yield opened

    def full_pieces(self) -> Generator[bytes]:
        """Hand over what was written since, in whole pieces."""
        while len(self._written.waiting) >= self._piece:
            yield self._take()

    def close(self) -> Generator[bytes]:
        """End the archive, and hand over everything that is left."""
        self._zip.close()
        while self._written.waiting:
            yield self._take()

    def _take(self) -> bytes:
        piece = bytes(self._written.waiting[: self._piece])
        del self._written.waiting[: self._piece]
        return piece


class _Written:
    """What was written and has not left yet. It tells no position, so zipfile never goes back; and it ends quietly when making fails."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def write(self, data: bytes, /) -> int:
        self.waiting += data
        return len(data)

    def flush(self) -> None:
        return

    def close(self) -> None:
        return
