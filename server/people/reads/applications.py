"""What an application rests on: the tenures of its member at the group's companies, and the version of all that together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import ApplicationMessage, GroupApplication, GroupCompany
from server.groups.policy import application_visible_to
from server.kit.actor import Actor, viewer_of
from server.kit.ids import AffiliationId, ApplicationId
from server.people.model import Affiliation
from server.people.rules.applications import version_of


@dataclass(frozen=True, slots=True)
class Ground:
    """The affiliations that an application rests on, the latest tenure first, and its version."""

    affiliations: tuple[AffiliationId, ...]
    version: str


async def grounds_of(session: AsyncSession, actor: Actor, ids: Sequence[ApplicationId]) -> dict[ApplicationId, Ground]:
    """Return what each application rests on, of those that the actor may see."""
    seen = select(GroupApplication).where(GroupApplication.id.in_(ids), application_visible_to(viewer_of(actor)))
    applications = (await session.scalars(seen)).all()
    keys = [row.id for row in applications]
    rest = (
        select(GroupApplication.id, Affiliation)
        .join(GroupCompany, GroupCompany.group_id == GroupApplication.group_id)
        .join(Affiliation, (Affiliation.company_id == GroupCompany.company_id) & (Affiliation.member_id == GroupApplication.member_id))
        .where(GroupApplication.id.in_(keys))
        .order_by(Affiliation.started_on.desc(), Affiliation.id)
    )
    behind: defaultdict[ApplicationId, list[Affiliation]] = defaultdict(list)
    for key, affiliation in (await session.execute(rest.execution_options(populate_existing=True))).all():
        behind[ApplicationId(key)].append(affiliation)
    messages = select(ApplicationMessage.application_id, ApplicationMessage.id).where(ApplicationMessage.application_id.in_(keys))
    said: defaultdict[ApplicationId, list[str]] = defaultdict(list)
    for key, message in (await session.execute(messages.order_by(ApplicationMessage.id))).all():
        said[ApplicationId(key)].append(str(message))
    return {
        ApplicationId(row.id): Ground(
            tuple(AffiliationId(each.id) for each in behind[ApplicationId(row.id)]),
            version_of(row.answers, said[ApplicationId(row.id)], [told_of(each) for each in behind[ApplicationId(row.id)]]),
        )
        for row in applications
    }


def told_of(affiliation: Affiliation) -> tuple[object, ...]:
    """Return what a tenure says, for the version of what rests on it."""
    return (affiliation.id, affiliation.company_id, affiliation.started_on, affiliation.ended_on, affiliation.department, affiliation.title)
