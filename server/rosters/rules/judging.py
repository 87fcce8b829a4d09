"""What a row says, and everything that is wrong with it: a row is good, or it is told with its reasons; it is never mended by guess."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from server.accounts.rules import clean_email
from server.companies.rules import folded_name
from server.kit.ids import CompanyId
from server.kit.refusal import Invalid, Missing, TooLong
from server.people.rules import LONGEST_LINE, check_tenure, clean_name, clean_reading, optional_line
from server.rosters.errors import CompanyNotSaid, FormulaCell, OtherCompany, RepeatedRow
from server.rosters.rules.columns import Columns
from server.rosters.rules.lines import Line
from server.rosters.rules.months import Cell, month_of, plain, tenure_of

T = TypeVar("T")
_WIDE: Final = re.compile("[\uff00-\uffef\u3000]+")
_LONGEST_CELL: Final = 1000
_YEAR: Final = re.compile(r"(?:19|20)\d{2}年?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Somebody on a list, as they are kept: months have day 1."""

    email: str
    name: str
    reading: str | None
    former_name: str | None
    company_id: CompanyId
    started_on: date
    ended_on: date
    department: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A row after it was looked at: what it says, or why it is not taken; `faults` name the column as their field."""

    line: Line
    entry: Entry | None
    faults: tuple[Invalid, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """What rows are held against: the columns, the names of the group's companies (folded), and the present day."""

    columns: Columns
    companies: Mapping[str, CompanyId]
    today: date

    def judge(self, lines: Iterable[Line]) -> Iterator[Judged]:
        """Look at every row; of several with one address the first counts, whether or not it is good."""
        seen: dict[str, int] = {}
        for line in lines:
            judged = self._judge(line)
            email = judged.entry.email if judged.entry else None
            if email is not None and email in seen:
                yield Judged(line, None, (RepeatedRow("email", line=seen[email]),))
                continue
            if email is not None:
                seen[email] = line.number
            yield judged

    def _judge(self, line: Line) -> Judged:
        if line.faults:
            return Judged(line, None, line.faults)
        row = _Row(line, self.columns)
        name, reading = row.take(row.name), row.take(row.reading)
        email = row.take(lambda: clean_email(row.needed("email")))
        former = row.take(lambda: optional_line("former_name", row.text("former_name"), LONGEST_LINE))
        company = row.take(lambda: self._company(row))
        tenure = row.take(lambda: row.tenure(self.today))
        department = row.take(lambda: optional_line("department", row.text("department"), LONGEST_LINE))
        title = row.take(lambda: optional_line("title", row.text("title"), LONGEST_LINE))
        if row.faults or name is None or email is None or company is None or tenure is None:
            return Judged(line, None, tuple(row.faults))
        started_on, ended_on = tenure
        entry = Entry(
            email=email,
            name=name,
            reading=reading,
            former_name=former,
            company_id=company,
            started_on=started_on,
            ended_on=ended_on,
            department=department,
            title=title,
        )
        return Judged(line, entry, ())

    def _company(self, row: "_Row") -> CompanyId:
        said = row.text("company")
        if not said:
            only = set(self.companies.values())
            if len(only) != 1:
                raise CompanyNotSaid("company")
            return only.pop()
        found = self.companies.get(folded_name(said))
        if found is None:
            raise OtherCompany("company")
        return found


class _Row:
    """One row by the keys of its columns; it collects what is wrong with each."""

    def __init__(self, line: Line, columns: Columns) -> None:
        self._cells = line.cells
        self._columns = columns
        self.faults: list[Invalid] = []

    def take(self, part: Callable[[], T]) -> T | None:
        """Return a part of the row, or keep what is wrong with it under the column's key."""
        try:
            return part()
        except Invalid as fault:
            self.faults.append(fault)
            return None

    def text(self, key: str) -> str:
        """Return a cell as text; raise FormulaCell."""
        text = _WIDE.sub(lambda wide: unicodedata.normalize("NFKC", wide[0]), plain(self._cell(key)))
        if text.startswith("="):
            raise FormulaCell(key)
        return " ".join(text.split())

    def needed(self, key: str) -> str:
        """Return a cell as text that is not empty."""
        text = self.text(key)
        if not text:
            raise Missing(key)
        return text

    def name(self) -> str:
        """Return the name, in one cell or in two, in the order of the language that it is written in."""
        if "name" in self._columns.places:
            return clean_name("name", self.needed("name"))
        parts = [self.needed("family_name"), self.needed("given_name")]
        return clean_name("name", " ".join(reversed(parts) if "".join(parts).isascii() else parts))

    def reading(self) -> str | None:
        """Return the reading; empty where none is given."""
        if "reading" in self._columns.places:
            return clean_reading(self.text("reading"))
        return clean_reading(f"{self.text('family_reading')} {self.text('given_reading')}")

    def tenure(self, today: date) -> tuple[date, date]:
        """Return the first and the last month."""
        if "tenure" in self._columns.places and not (self._cell("started") or self._cell("ended")):
            fields = ("tenure", "tenure")
            self.text("tenure")
            started, ended = tenure_of(self._cell("tenure"), "tenure")
        else:
            fields = ("started", "ended")
            started, ended = self._month("started", ends=False), self._month("ended", ends=True)
        if started is None:
            raise Missing(fields[0])
        try:
            check_tenure(started, ended, today=today, may_stay=False)
        except Invalid as fault:
            fault.field = fields[fault.field.endswith("endedOn")]
            raise
        return started, ended or started

    def _month(self, key: str, *, ends: bool) -> date | None:
        text = self.text(key)
        if key in self._columns.fiscal and _YEAR.fullmatch(text):
            return month_of(f"{text.removesuffix('年')}年度", key, ends=ends)
        return month_of(self._cell(key), key, ends=ends)

    def _cell(self, key: str) -> Cell:
        place = self._columns.places.get(key)
        cell = None if place is None or place >= len(self._cells) else self._cells[place]
        # No value of a list is as long, and looking for months in megabytes takes hours.
        if isinstance(cell, str) and len(cell) > _LONGEST_CELL:
            raise TooLong(key, limit=_LONGEST_CELL)
        return cell
