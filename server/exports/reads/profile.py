"""What a member says of themselves, who may see each part of it, and which groups and companies they chose."""

from collections.abc import AsyncGenerator

from sqlalchemy import select

from server.companies.model import Proposal
from server.exports.reads.others import Others
from server.exports.reads.row import Row
from server.kit.actor import Actor, Level
from server.kit.db import Session
from server.kit.ids import CompanyId
from server.people.model import DismissedStep
from server.people.reads import LEVELLED, WRITTEN, chosen_circles, own_profile

PHOTO = "photos/photo.webp"


async def profile(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row; none for an account without a profile."""
    found = await own_profile(session, actor)
    if found is None:
        return
    row = found.profile
    circles = await chosen_circles(session, actor)
    steps = await session.scalars(select(DismissedStep).where(DismissedStep.member_id == actor.member_id).order_by(DismissedStep.at))
    proposed = [CompanyId(key) for key in await session.scalars(select(Proposal.company_id).where(Proposal.member_id == actor.member_id))]
    companies = await others.companies([found.employer, *circles.companies, *proposed])
    groups = await others.groups(circles.groups)
    yield {name: getattr(row, column) for column, name in WRITTEN.items()} | {
        "skills": [skill.name for skill in found.skills],
        "presentEmployer": companies.get(found.employer),
        "photo": PHOTO if row.photo else None,
        "visibleTo": {name: _level(getattr(row, f"{column}_level")) for column, name in ({"listed": "listed"} | LEVELLED).items()},
        "chosenGroups": [groups.get(each) for each in circles.groups],
        "chosenCompanies": [companies.get(each) for each in circles.companies],
        "proposedCompanies": [companies.get(each) for each in proposed],
        "dismissedSteps": [{"step": each.step, "at": each.at} for each in steps],
        "verifiedAt": row.verified_at,
        "updatedAt": row.updated_at,
    }


def _level(value: int) -> str:
    return Level(value).name.lower()
