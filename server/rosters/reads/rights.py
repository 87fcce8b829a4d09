"""Whether somebody runs a group at this moment, whatever their session was lent before."""

from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.policy import right_to_run
from server.groups.reads import groups_by_ids, roles_of
from server.kit.actor import Actor
from server.kit.ids import GroupId
from server.kit.refusal import NotThere
from server.people.reads import actor_still


async def running_role(session: AsyncSession, actor: Actor, group_id: GroupId) -> tuple[Actor, str]:
    """Return the actor as they stand now and the role by which they run the group; raise NotThere for everybody else."""
    standing = await actor_still(session, actor)
    group = (await groups_by_ids(session, [group_id])).get(group_id)
    if standing is None or group is None or group.state != "admitted" or group_id not in standing.operates:
        raise NotThere
    role = (await roles_of(session, standing)).get(group_id)
    if role is None or not right_to_run(role):
        raise NotThere
    return standing, role
