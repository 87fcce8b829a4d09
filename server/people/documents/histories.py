"""Where somebody was and when, as search finds it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.reads import companies_by_ids, kin_of
from server.companies.rules import industries
from server.kit.clock import today
from server.kit.ids import CompanyId, MemberId
from server.people.model import Affiliation
from server.people.rules.tenures import shared_values, tenure_values
from server.people.rules.vouching import LEVELS
from server.search.engine import Audience, FacetValues, FieldText, Weight
from server.search.japanese.analysis import Kind

# What a ministry or an agency is called, whichever it is.
_PUBLIC_BODY: Final = "官公庁"


def with_kin(companies: Iterable[CompanyId], kin: Mapping[CompanyId, frozenset[CompanyId]]) -> list[CompanyId]:
    """Return companies with what was before and after each, so that a member of a predecessor is found as a colleague."""
    return sorted({each for company in companies for each in (company, *kin.get(company, ()))})


@dataclass(frozen=True, slots=True)
class History:
    """Where somebody was, with how well it is confirmed, and when, as values of `rules.tenures`."""

    levels: dict[CompanyId, int] = field(default_factory=dict[CompanyId, int])
    tenures: set[str] = field(default_factory=set[str])
    did: set[str] = field(default_factory=set[str])
    industries: set[str] = field(default_factory=set[str])
    kinds: set[str] = field(default_factory=set[str])

    def fields(self, listed: Audience, names: Mapping[CompanyId, Sequence[str]]) -> list[FieldText]:
        """Return what finds it, for whoever may see the person: confirmed tenures are shown to them all."""
        texts = (
            ("company", "\n".join(name for company in sorted(self.levels) for name in names.get(company, ())), Weight.STRONG),
            ("company", _PUBLIC_BODY if "public_body" in self.kinds else "", Weight.STRONG),
            ("industry", "\n".join(sorted(self.industries)), Weight.PLAIN),
            ("work", "\n".join(sorted(self.did)), Weight.PLAIN),
        )
        told = [FieldText(name, text, listed, weight) for name, text, weight in texts if text]
        tenures = "\n".join(sorted(self.tenures))
        return [*told, FieldText("tenure", tenures, listed, Weight.FAINT, Kind.VALUES)] if tenures else told

    def facets(self, listed: Audience) -> tuple[FacetValues, ...]:
        """Return the companies, and how well the person is confirmed anywhere."""
        best = max(self.levels.values(), default=0)
        return (
            FacetValues("company", frozenset(str(company) for company in self.levels), listed),
            # Every level up to the best one, so that "at least" is a value like any other, and its count too.
            FacetValues("verification", frozenset(str(level) for level in LEVELS if level <= best), listed),
        )


async def histories_of(session: AsyncSession, members: Sequence[MemberId]) -> dict[UUID, History]:
    """Only of what is confirmed: nobody is found as an alum of a company on their own word alone.

    What was before and after a company counts as the company itself.
    """
    confirmed = select(Affiliation).where(Affiliation.member_id.in_(members), Affiliation.state == "confirmed")
    rows = (await session.scalars(confirmed.order_by(Affiliation.member_id, Affiliation.company_id))).all()
    ids = {CompanyId(row.company_id) for row in rows}
    kin, known = await kin_of(session, ids), await companies_by_ids(session, sorted(ids))
    found: dict[UUID, History] = {}
    for row in rows:
        history, company = found.setdefault(row.member_id, History()), known[CompanyId(row.company_id)]
        companies = with_kin([CompanyId(row.company_id)], kin)
        for each in companies:
            history.levels[each] = max(row.verification, history.levels.get(each, 0))
        history.tenures.update(tenure_values(companies, row.started_on, row.ended_on or today()))
        history.tenures.update(shared_values(companies, row.started_on, row.ended_on))
        history.did.update(text for text in (row.department, row.title) if text)
        if company.industry:
            history.industries.add(industries()[company.industry]["ja"])
        history.kinds.add(company.kind)
    return found
