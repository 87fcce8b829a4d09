"""What a query for people tells of time: at which of the companies that it names, and when. The words that are left are the engine's."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.reads import companies_called
from server.companies.rules import folded_name
from server.kit.ids import CompanyId
from server.people.rules.tenures import condition_of
from server.search.engine import Condition
from server.search.japanese.analysis import default_analyser
from server.search.japanese.folding import fold
from server.search.japanese.periods import periods_of
from server.search.japanese.segments import runs_of

# How many units of the dictionary a company's name may have.
_LONGEST_NAME: Final = 8


@dataclass(frozen=True, slots=True)
class Understood:
    """The words of a query, and the conditions on tenures."""

    text: str
    conditions: tuple[Condition, ...] = ()


async def understood(session: AsyncSession, text: str) -> Understood:
    """Read a query. Only one that tells a time costs a statement: for the companies whose tenures are meant."""
    told = periods_of(text)
    if not told.periods:
        return Understood(text)
    companies = await _companies_in(session, told.rest)
    if not companies and all(period.is_bare for period in told.periods):
        # A number alone may be anything.
        return Understood(text)
    return Understood(told.rest, tuple(condition_of(period, companies) for period in told.periods))


async def _companies_in(session: AsyncSession, text: str) -> frozenset[CompanyId]:
    """Return the companies that a text names; a name within a longer one is not meant."""
    runs = runs_of(fold(text).text, default_analyser().segmenter, _LONGEST_NAME)
    names = {folded_name(run) for run in runs} - {""}
    called = await companies_called(session, names) if names else {}
    return frozenset[CompanyId]().union(
        *(companies for name, companies in called.items() if not any(name != longer and name in longer for longer in called))
    )
