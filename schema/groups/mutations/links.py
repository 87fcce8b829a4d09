"""How who runs a group makes join links, and ends them."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.groups.types import JoinLink, join_link_of
from schema.nodes import key_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.groups import commands
from server.groups.commands import LinkToMake
from server.kit.db import Session
from server.kit.ids import GroupId, JoinLinkId
from server.kit.refusal import NotThere


@strawberry.input(description="A join link to make.")
class MakeJoinLinkInput:
    """For which group, and on which terms."""

    group: strawberry.ID
    label: str = strawberry.field(description="Where it will be pasted; only operators read it.")
    questions: list[str]
    most_uses: int | None = None
    days: int
    client_mutation_id: str | None = None


@strawberry.input(description="A join link to end.")
class EndJoinLinkInput:
    """Which."""

    join_link: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.type(description="The link can be pasted now.")
class JoinLinkMade:
    """The link."""

    join_link: JoinLink


@strawberry.type(description="Nobody comes by the link any more; who applied by it goes on waiting.")
class JoinLinkEnded:
    """The link."""

    join_link: JoinLink


MakeJoinLinkResult: TypeAlias = Annotated[
    JoinLinkMade | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("MakeJoinLinkResult")
]
EndJoinLinkResult: TypeAlias = Annotated[
    JoinLinkEnded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("EndJoinLinkResult")
]


@strawberry.type
class JoinLinksMutation:
    """Root fields about join links."""

    @strawberry.mutation(description="Make a join link.", extensions=[gate(Knock.OPERATOR)])
    async def make_join_link(self, info: Info, input: MakeJoinLinkInput) -> MakeJoinLinkResult | None:
        """Make it."""
        context = info.context
        wanted = LinkToMake(
            group_id=GroupId(key_of("AlumniGroup", input.group)),
            label=input.label,
            questions=tuple(input.questions),
            most_uses=input.most_uses,
            days=input.days,
        )

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.make_link(session, context.actor, wanted)).id

        key = await context.once("makeJoinLink", input.client_mutation_id, act)
        return JoinLinkMade(join_link=await _shown(context, key))

    @strawberry.mutation(description="End a join link.", extensions=[gate(Knock.OPERATOR)])
    async def end_join_link(self, info: Info, input: EndJoinLinkInput) -> EndJoinLinkResult | None:
        """End it."""
        context = info.context
        wanted = JoinLinkId(key_of("JoinLink", input.join_link))

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.end_link(session, context.actor, wanted)).id

        key = await context.once("endJoinLink", input.client_mutation_id, act)
        return JoinLinkEnded(join_link=await _shown(context, key))


async def _shown(context: Context, key: UUID) -> JoinLink:
    link = await join_link_of(context, JoinLinkId(key))
    if link is None:
        raise NotThere
    return link
