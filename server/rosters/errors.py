"""The refusals of rosters: of a file as a whole, of one row of it, of sending, and of an invitation.

Refusal
├── Invalid
│   ├── HugeFile             the file has more bytes than are read
│   ├── OldExcel             the file is of Excel 2003 or older
│   ├── UnreadableFile       the file is no CSV and no workbook
│   ├── EmptyFile            there is no row under the columns
│   ├── TooManyRows          the file has more rows than are taken
│   ├── TooManyColumns       a row of the file has more cells than are read
│   ├── SlowFile             the file is not read within a reasonable time
│   ├── MissingColumn        a column that is needed was not found
│   ├── UndecodableLine      a line is in no encoding that is read
│   ├── OpenQuote            a quotation mark is opened and never closed
│   ├── FormulaCell          a cell holds a formula in place of a value
│   ├── UnreadableMonth      a cell that should be a month is none
│   ├── YearAlone            a cell names a year without a month
│   ├── OtherCompany         the company is none of the group's
│   ├── CompanyNotSaid       the group has several companies, and the row names none
│   ├── RepeatedRow          the same address stands further up in the file
│   ├── NoConsent            why these people may be written to is not said
│   └── NothingToSend        nobody waits for an invitation
├── Absent
│   └── InvitationUnknown    the link is none of ours, was answered with no, or lapsed
├── Conflict
│   ├── InvitationAnswered   the link was used
│   └── GroupNotOpen         the group takes nobody in any more
└── Exhausted
    └── InvitationsSpent     as many were written to as a group may write to in a day
"""

from collections.abc import Sequence

from server.kit.refusal import Absent, Conflict, Exhausted, Invalid


class HugeFile(Invalid):
    """The file is larger than `limit` MiB, also where that shows only when it is unpacked."""


class OldExcel(Invalid):
    """The file is a workbook of Excel 2003 or older."""


class UnreadableFile(Invalid):
    """The file is no CSV, and no workbook either, or it is broken."""


class EmptyFile(Invalid):
    """The file has no row under its columns."""


class TooManyRows(Invalid):
    """The file has more than `limit` rows."""


class TooManyColumns(Invalid):
    """A row of the file has more than `limit` cells."""


class SlowFile(Invalid):
    """The file takes longer to read than any list does."""


class MissingColumn(Invalid):
    """A column that is needed was not found; `columns` are the keys of those (rules.columns), and `message` names them."""

    def __init__(self, field: str, columns: Sequence[str], named: str) -> None:
        """`named` is what the columns are called."""
        super().__init__(field, columns=named)
        self.columns = tuple(columns)


class UndecodableLine(Invalid):
    """The line is neither UTF-8 nor Shift_JIS."""


class OpenQuote(Invalid):
    """A quotation mark is opened and never closed."""


class FormulaCell(Invalid):
    """The cell begins as a formula does; it is not worked out."""


class UnreadableMonth(Invalid):
    """The cell names no month."""


class YearAlone(Invalid):
    """The cell names a year without its month."""


class OtherCompany(Invalid):
    """The company is none of those whose alumni the group gathers."""


class CompanyNotSaid(Invalid):
    """The group gathers alumni of several companies, and the row says none."""


class RepeatedRow(Invalid):
    """The same address stands in line `line`; that one counts."""


class NoConsent(Invalid):
    """Nothing is said of why these people may be written to."""


class NothingToSend(Invalid):
    """Nobody waits for an invitation."""


class InvitationUnknown(Absent):
    """The link is none of ours, was answered with no, or lapsed."""


class InvitationAnswered(Conflict):
    """The link was used."""


class GroupNotOpen(Conflict):
    """The group takes nobody in any more."""


class InvitationsSpent(Exhausted):
    """A group writes to `limit` people a day; `left` more at this moment, and as many as were wanted in `hours`."""
