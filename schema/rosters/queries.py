"""What can be asked about a group's list, and about an invitation."""

import strawberry

from schema.context import Info
from schema.gates import Knock, gate, open_gate
from schema.nodes import key_or_none
from schema.rosters.types import GroupRoster, Invitation
from server.kit.ids import GroupId
from server.kit.refusal import NotThere
from server.rosters.reads import invitation_by_token, running_role


@strawberry.type
class RostersQuery:
    """Root fields about rosters."""

    @strawberry.field(
        description="A group's list, for its owner and operators; for everybody else there is none.", extensions=[gate(Knock.OPERATOR)]
    )
    async def roster(self, info: Info, group: strawberry.ID) -> GroupRoster | None:
        """Show it to who runs the group."""
        context = info.context
        key = key_or_none("AlumniGroup", group)
        if key is None:
            return None
        try:
            async with context.db.read() as session:
                await running_role(session, context.actor, GroupId(key))
        except NotThere:
            return None
        return GroupRoster(key=GroupId(key))

    @strawberry.field(
        description="An invitation by the token of its link; looking uses nothing up.",
        extensions=[open_gate("Whoever was invited is nobody here yet.")],
    )
    async def invitation(self, info: Info, token: str) -> Invitation | None:
        """Look it up."""
        await info.context.parts.limits.spend("invitation.origin", info.context.actor.origin)
        async with info.context.db.read() as session:
            held = await invitation_by_token(session, token)
        return None if held is None else Invitation.of(held)
