"""With which right somebody acts on a group, asked in the transaction of the deed: the role as it stands, in a session that is strong."""

from collections.abc import Collection

from server.groups.reads import roles_of
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.ids import GroupId, MemberId
from server.kit.refusal import Forbidden, NotThere
from server.moderation.errors import StewardsDecide
from server.people.reads import actor_still


async def steward_now(session: Session, actor: Actor) -> MemberId:
    """Return who decides as a steward, with the rights as they and their session stand in this transaction."""
    decider = await somebody(session, actor)
    if not decider.is_steward:
        raise StewardsDecide
    return member_of(decider)


async def right_on_group(
    session: Session, actor: Actor, group: GroupId, roles: Collection[str], refused: type[Forbidden]
) -> tuple[Actor, str]:
    """Return who acts and with which right: one of the roles in the group, or `steward`; raise `refused` for everybody else."""
    decider = await somebody(session, actor)
    role = (await roles_of(session, decider)).get(group) if group in decider.operates else None
    if role in roles and role is not None:
        return decider, role
    if not decider.is_steward:
        raise refused
    return decider, "steward"


async def somebody(session: Session, actor: Actor) -> Actor:
    """Return the actor as they stand now; raise NotThere once their session has ended."""
    decider = await actor_still(session, actor)
    if decider is None or decider.member_id is None:
        raise NotThere
    return decider


def member_of(actor: Actor) -> MemberId:
    """Return the id of somebody who is signed in."""
    if actor.member_id is None:
        raise NotThere
    return actor.member_id
