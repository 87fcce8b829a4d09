"""When somebody was where, as values of a search document, and what a time that a query tells asks of them."""

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
