"""A list as text: CSV in UTF-8 or Shift_JIS, also both in one file. What cannot be read costs its own row and no other."""

import csv
import re
from collections.abc import Iterator
from typing import Final

from server.kit.refusal import Invalid
from server.rosters.errors import OpenQuote, UndecodableLine
from server.rosters.rules.lines import Line

# A cell of several lines has no more than so many; a quotation mark that stays open would swallow the file.
_MOST_LINES: Final = 30
_UTF8: Final = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")
# A letter that somebody drew on their own computer (外字) is a blank everywhere else.
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def text_lines(content: bytes) -> Iterator[Line]:
    """Yield the rows of a CSV, whatever separates its cells."""
    lines = _decoded(content)
    separator = ""
    kept: list[str] = []
    start, faults = 1, False
    for number, (text, readable) in enumerate(lines, 1):
        separator = separator or _separator(text)
        start = start if kept else number
        kept.append(text)
        faults = faults or not readable
        if sum(part.count('"') for part in kept) % 2 and len(kept) < _MOST_LINES:
            continue
        if sum(part.count('"') for part in kept) % 2:
            yield from _unclosed(start, kept, separator)
        else:
            yield _line(start, kept, separator, () if not faults else (UndecodableLine("file"),))
        kept, faults = [], False
    if kept:
        yield from _unclosed(start, kept, separator)


def _unclosed(start: int, kept: list[str], separator: str) -> Iterator[Line]:
    """The row in which the mark was opened is lost; those after it are rows of their own."""
    yield Line(start, tuple(kept[0].replace('"', "").split(separator)), (OpenQuote("file"),))
    for number, text in enumerate(kept[1:], start + 1):
        faults: tuple[Invalid, ...] = (OpenQuote("file"),) if text.count('"') % 2 else ()
        yield _line(number, [text if not faults else text.replace('"', "")], separator, faults)


def _line(number: int, kept: list[str], separator: str, faults: tuple[Invalid, ...]) -> Line:
    try:
        cells = next(csv.reader(["\n".join(kept)], delimiter=separator))
    except (csv.Error, StopIteration):
        return Line(number, (kept[0][:200],), (OpenQuote("file"),))
    return Line(number, tuple(cells), faults)


def _separator(text: str) -> str:
    return max(",", "\t", ";", key=text.count)


def _decoded(content: bytes) -> Iterator[tuple[str, bool]]:
    """Each physical line, and whether it could be read."""
    if content.startswith(_UTF16):
        for text in content.decode("utf-16", errors="replace").splitlines():
            yield text, "\ufffd" not in text
        return
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        whole = content.decode("utf-8")
    except UnicodeDecodeError:
        for line in content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"):
            yield _decoded_line(line)
    else:
        for text in whole.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            yield text, True


def _decoded_line(line: bytes) -> tuple[str, bool]:
    """One line of a file that is not UTF-8 throughout: what is Japanese in UTF-8 is hardly ever Shift_JIS by chance."""
    codings = ("utf-8", "cp932") if line.isascii() or _UTF8.search(line) else ("cp932", "utf-8")
    for coding in codings:
        try:
            text = line.decode(coding)
        except UnicodeDecodeError:
            continue
        return text, _PRIVATE.search(text) is None
    return line.decode("cp932", errors="replace"), False
