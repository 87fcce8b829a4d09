"""How operators write months: 2019/4, 2019年4月, 2019年度 (April to March), 平成31年4月, April 2019, and the dates of Excel."""

import re
import unicodedata
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias

from server.rosters.errors import UnreadableMonth, YearAlone
from server.rosters.rules.words import words

Cell: TypeAlias = str | int | float | date | datetime | bool | None

# The year before each era's first.
_ERAS: Final = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "m": 1867, "t": 1911, "s": 1925, "h": 1988, "r": 2018}
_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR: Final = r"(?:(?P<year>(?<!\d)(?:19|20)\d{2})|(?P<era>明治|大正|昭和|平成|令和|(?<![a-z])[mtshr])\s*\.?\s*(?P<number>元|\d{1,2}))"
_DAY: Final = r"(?:\s*[/.\-]\s*\d{1,2}(?!\d)|\s*\d{1,2}日)?"
_MONTH: Final = re.compile(
    rf"(?P<year_first>\d{{4}})\s+(?P<name_last>{'|'.join(_NAMES)})[a-z]*"
    rf"|{_YEAR}\s*(?:(?P<fiscal>年度)|[年/.\-]\s*(?P<month>\d{{1,2}})(?!\d)\s*月?{_DAY}|(?P<bare>年?)(?!\d))"
    rf"|(?P<name>{'|'.join(_NAMES)})[a-z]*\.?,?\s*(?P<named_year>\d{{4}})"
)
_COMPACT: Final = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(?:[0-3]\d)?")
_SERIAL: Final = re.compile(r"\d{5}(?:\.\d+)?")
# Excel counts days; 1899-12-30 since it takes 1900 for a leap year. Within these a number is a date of somebody's working life.
_DAY_ZERO: Final = date(1899, 12, 30)
_SERIALS: Final = range(10_000, 70_000)
_STILL: Final = re.compile("|".join(map(re.escape, words()["cells"]["still"])))
_NOTHING: Final = re.compile("|".join([r"[\-‐‑–—―ー－・./〜~]*", *map(re.escape, words()["cells"]["nothing"])]), re.IGNORECASE)


def plain(cell: Cell) -> str:
    """Return a cell as plain text: one width, no spaces around; a dash or 「なし」 alone is nothing."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, (date, datetime)):
        return f"{cell:%Y/%m/%d}"
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    text = text.strip().strip("\u200b\ufeff\u3000 ")
    return "" if _NOTHING.fullmatch(unicodedata.normalize("NFKC", text)) else text


def month_of(cell: Cell, field: str, *, ends: bool) -> date | None:
    """Return the month (day 1) that a cell names; None where it names none. A fiscal year starts in April and `ends` in March.

    Raise UnreadableMonth, or YearAlone where only a year is said, for `field`.
    """
    found = _of_excel(cell)
    if found is not None:
        return found
    text = _folded(cell)
    if not text or (ends and _STILL.search(text)):
        return None
    match = _MONTH.search(text)
    if match is None or _MONTH.search(text, match.end()) is not None:
        raise UnreadableMonth(field)
    return _of_match(match, field, ends=ends)


def tenure_of(cell: Cell, field: str) -> tuple[date | None, date | None]:
    """Return the first and the last month of a period such as 2010年4月〜2019年9月; without a last one for who is there still."""
    text = _folded(cell)
    if not text:
        return None, None
    matches = list(_MONTH.finditer(text))
    still = _STILL.search(text) is not None
    if len(matches) == 1 and matches[0]["fiscal"] and not still:
        return _of_match(matches[0], field, ends=False), _of_match(matches[0], field, ends=True)
    if len(matches) != (1 if still else 2):
        raise UnreadableMonth(field)
    ended = None if still else _of_match(matches[1], field, ends=True)
    return _of_match(matches[0], field, ends=False), ended


def _folded(cell: Cell) -> str:
    return unicodedata.normalize("NFKC", plain(cell)).lower().replace("‐", "-").replace("−", "-")


def _of_excel(cell: Cell) -> date | None:
    """The month of a real date, of Excel's number for one, or of digits alone."""
    if isinstance(cell, (date, datetime)):
        return date(cell.year, cell.month, 1)
    text = _folded(cell)
    compact = _COMPACT.fullmatch(text)
    if compact is not None:
        return date(int(compact[1]), int(compact[2]), 1)
    if _SERIAL.fullmatch(text) and int(float(text)) in _SERIALS:
        return (_DAY_ZERO + timedelta(days=int(float(text)))).replace(day=1)
    return None


def _of_match(match: re.Match[str], field: str, *, ends: bool) -> date:
    if match["bare"] is not None:
        raise YearAlone(field)
    name = match["name"] or match["name_last"]
    if name:
        year, month = int(match["named_year"] or match["year_first"]), _NAMES.index(name) + 1
    else:
        number = match["number"]
        year = int(match["year"]) if match["year"] else _ERAS[match["era"]] + (1 if number == "元" else int(number))
        month = int(match["month"] or 0)
    if match["fiscal"]:
        year, month = (year + 1, 3) if ends else (year, 4)
    if not 1 <= month <= 12 or not 1800 <= year <= 2999:
        raise UnreadableMonth(field)
    return date(year, month, 1)
