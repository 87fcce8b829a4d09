"""When somebody was where, as values of a search document; what a time that a query tells asks of them, and what a colleague's time does.

That two tenures share a month is asked of values too, so that every engine counts it: one of them holds the other's first month.
Months are counted from 1930 and written in binary digits, so that a stretch of 2, 4, 8 … months is what begins with the same digits.
A tenure has its first month and the few stretches that it is made of.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final
from uuid import UUID

from server.kit.ids import CompanyId
from server.search.japanese.periods import Period, Relation
from server.search.japanese.terms import ANY

# What the values of every company begin with, for who names none.
_ANYWHERE: Final = ANY
# Nobody stayed longer.
_LONGEST: Final = 60
# How many years off is still worth a look, where a few years are asked for.
_NEARLY: Final = {Relation.DURING: 2, Relation.BEGAN: 1, Relation.ENDED: 1}
_FEW_YEARS: Final = 5
# So much of a length of time is nearly as long.
_NEARLY_AS_LONG: Final = 0.75
# Months have so many digits, which lasts until the year 2100; a tenure without a last month goes on until then.
_FIRST_YEAR: Final = 1930
_DIGITS: Final = 11
_LAST_MONTH: Final = 2**_DIGITS - 1
# What nobody was: asked by who was nowhere.
_NOWHERE: Final = frozenset({"t"})


def tenure_values(companies: Iterable[CompanyId], started_on: date, ended_on: date) -> set[str]:
    """Return the values of a tenure at these companies: its years, the first and the last of them, and how many whole ones it has."""
    months = (ended_on.year - started_on.year) * 12 + ended_on.month - started_on.month + 1
    told = {
        *(_value(Relation.DURING, year) for year in range(started_on.year, ended_on.year + 1)),
        _value(Relation.LASTED, months // 12),
        _value(Relation.BEGAN, started_on.year),
        _value(Relation.ENDED, ended_on.year),
    }
    return {f"{each}:{place}" for place in map(_short, companies) for each in told}


def rings_of(period: Period, companies: Collection[CompanyId]) -> tuple[frozenset[str], ...]:
    """Return what a time asks of a tenure at any of the companies (of none, anywhere): what is just so, then what nearly is."""
    places = sorted(map(_short, companies)) or [_ANYWHERE]
    return tuple(frozenset(f"{_value(period.relation, number)}:{place}" for place in places for number in ring) for ring in _rings(period))


def shared_values(companies: Iterable[CompanyId], started_on: date, ended_on: date | None) -> set[str]:
    """Return by what a colleague's time finds a tenure at these companies; one without a last month goes on."""
    first, last = _month(started_on), _LAST_MONTH if ended_on is None else _month(ended_on)
    told = {f"b{_digits(first)}", *(f"c{stretch}" for stretch in _stretches(first, last))}
    return {f"t{place}{each}" for place in map(_short, companies) for each in told}


def sharing(tenures: Iterable[tuple[CompanyId, date, date | None]], today: date) -> frozenset[str]:
    """Return what shares at least a month with any of the tenures, at the same company; the last month of an open one is today's."""
    asked: set[str] = set()
    for company, started_on, ended_on in tenures:
        first, last, place = _month(started_on), _month(ended_on or today), _short(company)
        asked |= {f"t{place}b{stretch}{ANY if len(stretch) < _DIGITS else ''}" for stretch in _stretches(first, last)}
        asked |= {f"t{place}c{_digits(first)[:length]}" for length in range(_DIGITS + 1)}
    return frozenset(asked) or _NOWHERE


def _month(day: date) -> int:
    return min(max((day.year - _FIRST_YEAR) * 12 + day.month - 1, 0), _LAST_MONTH)


def _digits(month: int) -> str:
    return f"{month:0{_DIGITS}b}"


def _stretches(first: int, last: int) -> Iterator[str]:
    """Cut the months from first to last into as few stretches as there can be, each as the digits that its months begin with."""
    while first <= last:
        size = 0
        while size < _DIGITS and first % 2 ** (size + 1) == 0 and first + 2 ** (size + 1) - 1 <= last:
            size += 1
        yield _digits(first)[: _DIGITS - size]
        first += 2**size


def _rings(period: Period) -> Iterator[range]:
    if period.relation is Relation.LASTED:
        yield range(period.first, _LONGEST)
        nearly = max(1, int(period.first * _NEARLY_AS_LONG))
        if nearly < period.first:
            yield range(nearly, _LONGEST)
        return
    yield range(period.first, period.last + 1)
    if period.last - period.first < _FEW_YEARS:
        off = _NEARLY[period.relation]
        yield range(period.first - off, period.last + off + 1)


def _value(relation: Relation, number: int) -> str:
    return f"{relation.value[0]}{number}"


def _short(company: UUID) -> str:
    # The random end of an id: a document has dozens of these.
    return company.hex[-12:]
