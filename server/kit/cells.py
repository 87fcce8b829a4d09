"""Cells of files for spreadsheets: what begins like a formula is calculated there, whoever wrote it, unless it is guarded."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

# As OWASP lists them, the full-width ones too, which Japanese spreadsheets read alike. Some programs drop a NUL, spaces of any width and
# marks that nobody sees, and then what follows counts.
_CALCULATED: Final = re.compile(r"[\s\0\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*[=+\-@\t\r\n\0＝＋－＠]")


def guarded(text: str) -> str:
    """Return the text as a cell that is shown and never calculated: with an apostrophe in front, as spreadsheets themselves mark a text."""
    return f"'{text}" if _CALCULATED.match(text) else text


def line(cells: Iterable[str]) -> bytes:
    """Return a line of a CSV file as RFC 4180 and Excel want it."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue().encode()
