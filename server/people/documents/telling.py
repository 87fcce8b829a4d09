"""What a member tells of themselves in values, each for whom they show it to, and from whom their availability is kept."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, union
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import CompanyId, MemberId
from server.people.documents.circles import Circles
from server.people.model import Affiliation, PresentEmployer, Profile
from server.people.rules.filters import EMPLOYER
from server.people.rules.places import places_in
from server.search.engine import FacetValues


def told_of(profile: Profile, circles: Circles, employers: frozenset[CompanyId]) -> tuple[FacetValues, ...]:
    """Return the place, the languages and the availability; and where they work, if they keep the availability from there."""
    told = (
        ("place", places_in(profile.place or ""), circles.audience(profile.place_level)),
        ("language", frozenset(profile.languages), circles.audience(profile.languages_level)),
        ("availability", frozenset({profile.availability} if profile.availability else ()), circles.audience(profile.availability_level)),
        # Asked only beside the availability, and never counted.
        (EMPLOYER, frozenset(map(str, employers)) if _is_kept(profile) else frozenset[str](), circles.audience(profile.listed_level)),
    )
    return tuple(FacetValues(name, values, audience) for name, values, audience in told if values)


def _is_kept(profile: Profile) -> bool:
    """Whether the member tells an availability, and not to where they work."""
    return profile.availability is not None and not profile.availability_to_employer


async def employers_of(session: AsyncSession, members: Sequence[MemberId]) -> dict[UUID, frozenset[CompanyId]]:
    """Return where each works now: as they told, and by tenures that go on (policy.availability_told)."""
    told = select(PresentEmployer.member_id, PresentEmployer.company_id).where(PresentEmployer.member_id.in_(members))
    goes_on = select(Affiliation.member_id, Affiliation.company_id).where(
        Affiliation.member_id.in_(members), Affiliation.ended_on.is_(None)
    )
    found: defaultdict[UUID, set[CompanyId]] = defaultdict(set)
    for member, company in (await session.execute(union(told, goes_on))).all():
        found[member].add(CompanyId(company))
    return {member: frozenset(companies) for member, companies in found.items()}
