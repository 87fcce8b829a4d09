"""A ZIP in pieces: the same files come out, and no more than a piece waits."""

import contextlib
import gc
import io
import random
import weakref
import zipfile
from datetime import UTC, datetime

from server.kit.archive import Archive

AT = datetime(2026, 11, 25, 12, 30, 8, tzinfo=UTC)


def test_the_pieces_are_an_archive() -> None:
    """Whole pieces leave while a file is written; together they are what was put in."""
    noise = random.Random(1).randbytes(30_000)
    archive, pieces = Archive(AT, 4096), list[bytes]()
    with archive.file("a.bin", packed=False) as opened:
        for start in range(0, len(noise), 1000):
            opened.write(noise[start : start + 1000])
            pieces += archive.full_pieces()
    assert [len(piece) for piece in pieces] == [4096] * 7
    with archive.file("メモ.txt") as opened:
        opened.write("こんにちは".encode() * 1000)
    pieces += archive.close()
    assert {len(piece) for piece in pieces[:-1]} == {4096}
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as found:
        assert found.testzip() is None
        assert {name: found.read(name) for name in found.namelist()} == {"a.bin": noise, "メモ.txt": "こんにちは".encode() * 1000}
        assert {info.date_time for info in found.infolist()} == {AT.timetuple()[:6]}


def test_an_archive_that_is_given_up_ends_quietly() -> None:
    """Whoever makes it failed on the way: a warning, when memory is freed, would fail this test."""
    archive = Archive(AT, 4096)
    with contextlib.suppress(RuntimeError), archive.file("a.txt") as opened:
        opened.write(b"half of it")
        raise RuntimeError
    gone = weakref.ref(archive)
    del archive, opened
    gc.collect()
    assert gone() is None
