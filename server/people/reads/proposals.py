"""The version of a proposed group: what it says of itself, what the stewards were told, and the tenures of who proposed it."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import AlumniGroup, GroupCompany, GroupProposal
from server.groups.reads import companies_of_groups, proposals_of
from server.kit.actor import Actor
from server.kit.ids import GroupId
from server.people.model import Affiliation
from server.people.reads.applications import told_of
from server.people.rules.applications import version_of_proposal


async def proposal_versions(session: AsyncSession, actor: Actor, ids: Sequence[GroupId]) -> dict[GroupId, str]:
    """Return the version of each proposal that the actor may read."""
    told = await proposals_of(session, actor, ids)
    groups = await session.scalars(select(AlumniGroup).where(AlumniGroup.id.in_(told)))
    companies = await companies_of_groups(session, list(told))
    tenures = await _tenures(session, list(told))
    return {
        key: version_of_proposal(_texts(group), companies.get(key, []), [told[key].note, told[key].at.timestamp()], tenures[key])
        for key, group in ((GroupId(group.id), group) for group in groups)
    }


async def _tenures(session: AsyncSession, ids: Sequence[GroupId]) -> defaultdict[GroupId, list[tuple[object, ...]]]:
    """Where who proposed each group says that they were, of its companies: what waits of it is confirmed with the group."""
    behind = (
        select(GroupProposal.group_id, Affiliation)
        .join(GroupCompany, GroupCompany.group_id == GroupProposal.group_id)
        .join(Affiliation, (Affiliation.company_id == GroupCompany.company_id) & (Affiliation.member_id == GroupProposal.member_id))
        .where(GroupProposal.group_id.in_(ids))
        .order_by(Affiliation.id)
    )
    found: defaultdict[GroupId, list[tuple[object, ...]]] = defaultdict(list)
    for key, affiliation in (await session.execute(behind.execution_options(populate_existing=True))).all():
        found[GroupId(key)].append(told_of(affiliation))
    return found


def _texts(group: AlumniGroup) -> tuple[object, ...]:
    names = (group.slug, group.name, group.name_en)
    texts = (group.description, group.description_en, group.guidelines, group.contact)
    return (*names, *texts, group.run_by, group.recognition, group.usual_days)
