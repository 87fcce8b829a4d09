"""When something was, as people say it: years and decades, from one to another, since, until, and for how long; ours and wareki."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from server.search.japanese.folding import fold


class Relation(Enum):
    """What of a stretch of time is told: that it has some of the years, begins or ends in them, or lasts so long."""

    DURING = "during"
    BEGAN = "began"
    ENDED = "ended"
    LASTED = "lasted"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as it was typed (`text`): the years from `first` to `last`, or, of LASTED, at least `first` of them."""

    text: str
    relation: Relation
    first: int
    last: int

    @property
    def is_bare(self) -> bool:
        """Whether it is a number that only the other words may make a year of."""
        return self.text.isdigit()


_ERAS: Final = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_DIGITS: Final = {"〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TEENS: Final = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
_ONES: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SPELLED: Final = {word: number for number, word in enumerate((*_ONES, *_TEENS))} | {"thirty": 30, "forty": 40}

_YEAR = r"(?:(?:19|20)\d\d|(?:明治|大正|昭和|平成|令和)(?:元|\d{1,2}))"
_COUNT = r"(?<!\d)(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_WORD = rf"(?:\d{{1,2}}|{'|'.join(sorted(_SPELLED, key=len, reverse=True))})"
_JOINED = r"(?:に|の)?\s*(?:新卒)?(?:入社|入行|入省|入庁|入職|入局|入団|就職|転職|同期|新卒|中途入社)(?:の?同期|組)?"
_PARTED = r"(?:に|の|で)?\s*(?:退職|退社|卒業|離職|退任|退官|退行)"
# The year may stand before the place: 「2008年にソニーに入社した」. What lies between is no part of the time.
_JOINS = r"[^\d、。]{0,20}?(?:入社|入行|入省|入庁|入職|入局|入団|入った|入り|就職)"
_PARTS = r"[^\d、。]{0,20}?(?:退職|退社|離職|辞め|やめた|離れ|去っ|卒業)"
# In English the place stands between: "joined Sony in 2008". It is no part of the time.
_WHERE = r"(?:[\w.&-]+\s+){0,4}?"
_AROUND = r"(?:頃|ごろ|当時|前後)?"
# From the most telling on; of two that overlap the earlier is taken.
_WAYS: Final = (
    (Relation.LASTED, rf"(?P<many>{_COUNT})\s*年(?:間)?\s*(?:以上|超え?|を超え|余り|あまり|オーバー)(?:の)?"),
    (Relation.LASTED, rf"(?P<many>{_COUNT})\s*年(?:間)?(?:ほど|くらい|ぐらい|は)?\s*(?=在籍|勤め|勤務|働い|いた|居た|過ごし|続け)"),
    (Relation.LASTED, rf"\b(?:over|more than|at least|for over|longer than)\s+(?P<many>{_WORD})\s+years?\b"),
    (Relation.LASTED, rf"\b(?P<many>{_WORD})\s*\+?\s*(?:or more years|years? or (?:more|longer)|\+\s*years?)(?!\w)"),
    (Relation.LASTED, rf"\b(?:for\s+)?(?P<many>{_WORD})\s+years?(?=\s+(?:at|in|with)\b)"),
    (Relation.DURING, rf"(?P<first>{_YEAR})\s*年?\s*(?:から|〜|~|–|—|-|ー|―)\s*(?P<last>{_YEAR})\s*年?(?:まで|の間|にかけて)*(?:に)?"),
    (Relation.DURING, rf"\b(?:between|from)\s+(?P<first>{_YEAR})\s+(?:and|to|until|till|through)\s+(?P<last>{_YEAR})\b"),
    (Relation.DURING, r"(?P<decade>(?:19|20)?\d0)\s*年代(?:の?(?P<early>前半|はじめ|初め|初頭)|の?(?P<late>後半|終わり)|半ば)?(?:に|の)?"),
    (
        Relation.DURING,
        r"\b(?:in\s+|during\s+)?(?:the\s+)?(?:(?P<early>early)|(?P<late>late)|mid)?[\s-]*(?P<decade>(?:(?:19|20)\d|\b[789])0)['’]?s\b",
    ),
    (Relation.BEGAN, rf"(?P<first>{_YEAR})\s*年?(?P<after>以降|以後){_JOINED}"),
    (Relation.ENDED, rf"(?P<first>{_YEAR})\s*年?(?P<after>以降|以後){_PARTED}"),
    (Relation.DURING, rf"(?P<first>{_YEAR})\s*年?(?P<after>以降|以後)(?:に|の)?"),
    (Relation.DURING, rf"(?P<first>{_YEAR})\s*年?(?P<before>以前|より前)(?:に|の)?"),
    (Relation.BEGAN, rf"(?P<first>{_YEAR})\s*年?(?:\d{{1,2}}月)?{_JOINED}"),
    (Relation.BEGAN, rf"\b(?:joined|started|began|hired|entered|since)\s+{_WHERE}(?P<time>(?:in\s+)?(?P<first>{_YEAR}))\b"),
    (Relation.BEGAN, r"(?<!\d)(?P<short>\d{2})\s*年?(?:入社|入行|入省|入庁|新卒|卒)(?!\d)(?:の?同期|組)?"),
    (Relation.ENDED, r"(?<!\d)(?P<short>\d{2})\s*年(?:退職|退社|離職)"),
    (Relation.BEGAN, rf"(?P<first>{_YEAR})\s*年?(?:以来|から(?!\s*{_YEAR}))"),
    (Relation.ENDED, rf"(?P<first>{_YEAR})\s*年?(?:\d{{1,2}}月)?{_PARTED}"),
    (Relation.ENDED, rf"\b(?:left|quit|retired|departed|until)\s+{_WHERE}(?P<time>(?:in\s+)?(?P<first>{_YEAR}))\b"),
    (Relation.BEGAN, rf"(?:入社|入行|入省|新卒入社)(?:は|が|年は|年|したのは)?\s*(?P<first>{_YEAR})\s*年?"),
    (Relation.BEGAN, rf"(?P<first>{_YEAR})\s*年(?:\s*\d{{1,2}}月)?(?:に|、)?(?={_JOINS})"),
    (Relation.ENDED, rf"(?P<first>{_YEAR})\s*年(?:\s*\d{{1,2}}月)?(?:に|、)?(?={_PARTS})"),
    (Relation.ENDED, rf"(?P<first>{_YEAR})\s*年?まで"),
    (Relation.DURING, rf"(?:\b(?:in|during)\s+)?(?P<first>{_YEAR})\s*年度?(?:\s*\d{{1,2}}月)?{_AROUND}(?:に|の)?"),
    (Relation.DURING, rf"(?:\b(?:in|during|around)\s+)?\b(?P<first>{_YEAR})\b"),
)
_PATTERNS: Final = tuple((relation, re.compile(pattern)) for relation, pattern in _WAYS)
_HAS_TIME: Final = re.compile(r"\d{2}|年|\byears?\b")
_LONGEST: Final = 200
# Two digits are of the last century from here on; what is open ends so many years away.
_CENTURY: Final = 50
_OPEN: Final = 30


@dataclass(frozen=True, slots=True)
class Told:
    """A text without the times that it tells, and those times."""

    rest: str
    periods: tuple[Period, ...]


def periods_of(text: str) -> Told:
    """Return the times that a query tells; where they stood, there is a space. A text without any comes back as it is."""
    text = text[:_LONGEST]
    folded = fold(text)
    if not _HAS_TIME.search(folded.text):
        return Told(text, ())
    found = sorted(_found(folded.text))
    rest: list[str] = []
    at = 0
    periods: list[Period] = []
    for start, end, _, relation, first, last in found:
        begins, ends = folded.origin(start, end)
        if begins < at:
            continue
        periods.append(Period(text[begins:ends].strip(), relation, first, last))
        rest.append(text[at:begins])
        at = ends
    return Told(" ".join([*rest, text[at:]]).strip() if periods else text, tuple(periods))


def _found(folded: str) -> Iterator[tuple[int, int, int, Relation, int, int]]:
    taken: list[tuple[int, int]] = []
    for place, (relation, pattern) in enumerate(_PATTERNS):
        for match in pattern.finditer(folded):
            told = match.groupdict()
            start, end = match.span("time" if told.get("time") else 0)
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            first, last = _span(told)
            taken.append((start, end))
            yield start, end, place, relation, min(first, last), max(first, last)


def _span(told: Mapping[str, str | None]) -> tuple[int, int]:
    if many := told.get("many"):
        return _number(many), _number(many)
    if decade := told.get("decade"):
        first = _decade(decade)
        return first + (5 if told.get("late") else 0), first + (4 if told.get("early") else 9)
    if short := told.get("short"):
        year = int(short) + (1900 if int(short) >= _CENTURY else 2000)
        return year, year
    first = _year(told.get("first") or "")
    if told.get("after"):
        return first, first + _OPEN
    if told.get("before"):
        return first - _OPEN, first
    last = told.get("last")
    return first, _year(last) if last else first


def _year(written: str) -> int:
    if written[:2] in _ERAS:
        return _ERAS[written[:2]] + (1 if written[2:] == "元" else int(written[2:]))
    return int(written)


def _decade(written: str) -> int:
    if len(written) == len("1990"):
        return int(written)
    return int(written) + (1900 if int(written) >= _CENTURY else 2000)


def _number(written: str) -> int:
    if written in _SPELLED:
        return _SPELLED[written]
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + (_DIGITS.get(ones, 0) if ones else 0)
