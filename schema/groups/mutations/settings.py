"""What who runs a group writes on its page, and how the group ends."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Info
from schema.gates import Knock, gate
from schema.groups.mutations.proposals import GroupTextsInput, shown
from schema.groups.types import AlumniGroup
from schema.nodes import key_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.kit.db import Session
from server.kit.ids import CompanyId, GroupId
from server.moderation import commands
from server.moderation.commands import Closing, GroupEdit


@strawberry.input(description="What a group says of itself, and asks of who applies, from now on.")
class EditGroupInput:
    """Its page."""

    group: strawberry.ID
    texts: GroupTextsInput = strawberry.field(description="Only stewards change `runBy` and `recognition`.")
    questions: list[str] = strawberry.field(description="What it asks of who applies on its page; five at most.")
    companies: list[strawberry.ID] | None = strawberry.field(default=None, description="Whose alumni it gathers; only stewards change it.")
    client_mutation_id: str | None = None


@strawberry.input(description="A group to close.")
class CloseGroupInput:
    """Which, and why."""

    group: strawberry.ID
    reason: str = strawberry.field(description="It stands on the group's page.")
    client_mutation_id: str | None = None


@strawberry.type(description="A group says something else of itself now.")
class GroupEdited:
    """The group."""

    group: AlumniGroup


@strawberry.type(description="The group is no more; whoever belonged to it is told.")
class GroupEnded:
    """The group, and the caller as they stand."""

    group: AlumniGroup
    viewer: Viewer


EditGroupResult: TypeAlias = Annotated[
    GroupEdited | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("EditGroupResult")
]
CloseGroupResult: TypeAlias = Annotated[
    GroupEnded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("CloseGroupResult")
]


@strawberry.type
class SettingsMutation:
    """Root fields about a group's own page."""

    @strawberry.mutation(description="Write a group's page; for its owners and operators, and stewards.", extensions=[gate(Knock.OPERATOR)])
    async def edit_group(self, info: Info, input: EditGroupInput) -> EditGroupResult | None:
        """Write it."""
        context = info.context
        companies = None if input.companies is None else tuple(CompanyId(key_of("Company", each)) for each in input.companies)
        key = GroupId(key_of("AlumniGroup", input.group))
        edit = GroupEdit(group_id=key, texts=input.texts.texts(), questions=tuple(input.questions), companies=companies)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.edit_group(session, context.actor, edit)).id

        await context.once("editGroup", input.client_mutation_id, act)
        return GroupEdited(group=await shown(context, key))

    @strawberry.mutation(description="Close a group for good; for its owners, and stewards.", extensions=[gate(Knock.OPERATOR)])
    async def close_group(self, info: Info, input: CloseGroupInput) -> CloseGroupResult | None:
        """Close it."""
        context = info.context
        closing = Closing(GroupId(key_of("AlumniGroup", input.group)), input.reason)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.close_group(session, context.actor, closing)).id

        await context.once("closeGroup", input.client_mutation_id, act)
        viewer = await renewed_viewer(context)
        return GroupEnded(group=await shown(context, closing.group_id), viewer=viewer)
