"""What a list of people is: its columns, its months, its rows, and when it lapses."""

from datetime import timedelta
from typing import Final

from server.rosters.rules.columns import Columns
from server.rosters.rules.judging import Entry, Judge, Judged
from server.rosters.rules.lines import MOST_ROWS, InTime, Line
from server.rosters.rules.months import Cell, month_of, plain, tenure_of
from server.rosters.rules.reading import MOST_BYTES, Table, table_of
from server.rosters.rules.sending import DAY, MOST_A_DAY, free_at, left_of
from server.rosters.rules.telling import counted

# domain.md's rule 6: an imported list is deleted after 60 days where people did not accept.
LIVES: Final = timedelta(days=60)
LONGEST_CONSENT: Final = 500

__all__ = [
    "DAY",
    "LIVES",
    "LONGEST_CONSENT",
    "MOST_A_DAY",
    "MOST_BYTES",
    "MOST_ROWS",
    "Cell",
    "Columns",
    "Entry",
    "InTime",
    "Judge",
    "Judged",
    "Line",
    "Table",
    "counted",
    "free_at",
    "left_of",
    "month_of",
    "plain",
    "table_of",
    "tenure_of",
]
