"""Keyset paging: what a page is, and how its opaque cursors are written."""

import base64
import binascii
import json
from collections.abc import Sequence, Set
from dataclasses import astuple, dataclass, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from hashlib import blake2b
from typing import Any, Generic, NoReturn, Self, TypeVar
from uuid import UUID

from server.kit.refusal import Invalid

MOST = 100
_TOO_FAR = 2**31
T = TypeVar("T")


class BadPage(Invalid):
    """`first` is outside 1 to 100, or `after` is no cursor of this list."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """How many rows, after which key. `after` is a cursor that an earlier page of the same list gave.

    `facets`: whether the counts beside the list are wanted, where it has any.
    """

    first: int
    after: str | None = None
    facets: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.first <= MOST:
            raise BadPage("first")

    def key(self) -> tuple[str, ...] | None:
        """Return the values that `after` holds, or None for a first page."""
        return None if self.after is None else read_cursor(self.after)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page: rows with the cursor of each, whether more follow, and the total where it was counted.

    With `at_least` the total says how many there are at least.
    """

    items: Sequence[T]
    cursors: Sequence[str]
    has_next: bool
    total: int | None = None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page in the answer to one query: its cursors lead on in that query alone, and tell how many rows came `before`.

    `after` is the cursor of the list itself, as a search engine or a statement wrote it.
    """

    mark: str
    before: int
    after: str | None

    @classmethod
    def of(cls, page: PageRequest, asked: object) -> Self:
        """Turn to the page that is asked for; raise BadPage where its cursor belongs to another query. `asked` is made of plain values."""
        mark, key = blake2b(repr(_settled(asked)).encode(), digest_size=6).hexdigest(), page.key()
        if key is None:
            return cls(mark, 0, None)
        before = read_number(key, 1)
        if len(key) != len(("mark", "before", "after")) or key[0] != mark or before < 1:
            raise BadPage("after")
        return cls(mark, before, key[2])

    def cursors(self, within: Sequence[str]) -> list[str]:
        """Return the cursors of the page's rows, of which the list itself wrote `within`."""
        return [write_cursor(self.mark, place, cursor) for place, cursor in enumerate(within, self.before + 1)]


def write_cursor(*values: object) -> str:
    """Return an opaque cursor of the sort key of a row."""
    return base64.urlsafe_b64encode(json.dumps([str(value) for value in values]).encode()).rstrip(b"=").decode()


def read_cursor(text: str) -> tuple[str, ...]:
    """Return what write_cursor was given, as texts; raise BadPage for anything else."""
    try:
        values: object = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise BadPage("after") from error
    # No text of ours holds a NUL, which PostgreSQL would refuse, or half of a character.
    if not isinstance(values, list) or not all(isinstance(value, str) and _writable(value) for value in values):  # pyright: ignore[reportUnknownVariableType]
        raise BadPage("after")
    return tuple(str(value) for value in values)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def read_uuid(key: tuple[str, ...], place: int = 0) -> UUID:
    """Return the id that stands at a place of a cursor's key; raise BadPage where there is none."""
    try:
        return UUID(key[place])
    except (IndexError, ValueError) as error:
        raise BadPage("after") from error


def read_instant(key: tuple[str, ...], place: int = 0) -> datetime:
    """Return the instant that stands at a place of a cursor's key; raise BadPage where there is none that a row could have."""
    try:
        instant = datetime.fromisoformat(key[place])
        return instant.astimezone(UTC) if instant.tzinfo else _no_page()
    except (IndexError, ValueError, OverflowError) as error:
        raise BadPage("after") from error


def read_number(key: tuple[str, ...], place: int = 0) -> int:
    """Return the number that stands at a place of a cursor's key; raise BadPage where there is none that a column could hold."""
    try:
        number = int(key[place])
    except (IndexError, ValueError) as error:
        raise BadPage("after") from error
    return number if abs(number) < _TOO_FAR else _no_page()


def page_of(rows: Sequence[T], first: int, cursors: Sequence[str], total: int | None = None) -> Page[T]:
    """Cut a page of `first` rows out of up to `first + 1` fetched ones."""
    return Page(items=rows[:first], cursors=cursors[:first], has_next=len(rows) > first, total=total)


def _settled(asked: Any) -> object:
    """Return what is asked for in an order that is the same in every process."""
    if isinstance(asked, Enum):
        return asked.value
    if is_dataclass(asked) and not isinstance(asked, type):
        return _settled(astuple(asked))
    if isinstance(asked, tuple | list):
        return tuple(map(_settled, asked))  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(asked, Set):
        return tuple(sorted(repr(_settled(each)) for each in asked))  # pyright: ignore[reportUnknownVariableType]
    return asked


def _writable(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def _no_page() -> NoReturn:
    raise BadPage("after")
