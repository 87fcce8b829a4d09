"""How a member applies to a group, mends what they said, and leaves."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.groups.types import AlumniGroup, ApplicationEdited, ApplicationOpened, GroupApplication, application_of, group_of
from schema.nodes import key_of
from schema.people.types import CompanyChoiceInput, TenureInput
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.groups import commands
from server.groups.commands import ApplicationEdit
from server.kit.db import Session
from server.kit.ids import ApplicationId, GroupId
from server.kit.refusal import NotThere
from server.people.commands import AffiliationDraft, ApplicationDraft, apply_to_group, withdraw_from_group


@strawberry.input(description="A time at one of the group's companies, for who has told none there yet.")
class AppliedTenureInput:
    """Where and when."""

    company: CompanyChoiceInput
    tenure: TenureInput


@strawberry.input(description="An application to a group.")
class ApplyToGroupInput:
    """To which, with which answers."""

    group: strawberry.ID
    answers: list[str] = strawberry.field(description="In the order of the questions.")
    join_link: str | None = strawberry.field(default=None, description="The token of the link that the caller came by.")
    affiliation: AppliedTenureInput | None = None
    client_mutation_id: str | None = None


@strawberry.input(description="What an applicant says instead, or more.")
class EditApplicationInput:
    """Which, and what; what is null stays."""

    application: strawberry.ID
    answers: list[str] | None = None
    reply: str | None = strawberry.field(default=None, description="The answer to a question back.")
    client_mutation_id: str | None = None


@strawberry.input(description="A group to leave, or an application to take back.")
class LeaveGroupInput:
    """Which."""

    group: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.type(description="The caller does not belong to the group any more, and asks for nothing there.")
class GroupLeft:
    """The group as the caller sees it now, and the caller as they stand."""

    group: AlumniGroup
    viewer: Viewer


ApplyToGroupResult: TypeAlias = Annotated[
    ApplicationOpened | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ApplyToGroupResult")
]
EditApplicationResult: TypeAlias = Annotated[
    ApplicationEdited | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("EditApplicationResult")
]
LeaveGroupResult: TypeAlias = Annotated[
    GroupLeft | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("LeaveGroupResult")
]


@strawberry.type
class ApplyingMutation:
    """Root fields about one's own applications."""

    @strawberry.mutation(description="Apply to a group.", extensions=[gate(Knock.MEMBER)])
    async def apply_to_group(self, info: Info, input: ApplyToGroupInput) -> ApplyToGroupResult | None:
        """Apply."""
        context = info.context
        told = input.affiliation
        tenure = None
        if told is not None:
            tenure = AffiliationDraft(
                company_id=told.company.key(),
                proposed_name=told.company.proposed_name,
                started_on=told.tenure.started_on,
                ended_on=told.tenure.ended_on,
            )
        group = GroupId(key_of("AlumniGroup", input.group))
        draft = ApplicationDraft(group_id=group, answers=tuple(input.answers), token=input.join_link, tenure=tenure)

        async def act(session: Session) -> UUID:
            await context.limits.spend("group.apply", context.member)
            return (await apply_to_group(session, context.actor, draft)).id

        key = await context.once("applyToGroup", input.client_mutation_id, act)
        return ApplicationOpened(application=await _shown(context, key))

    @strawberry.mutation(
        description="Change one's answers while an application waits, or answer a question back.", extensions=[gate(Knock.MEMBER)]
    )
    async def edit_application(self, info: Info, input: EditApplicationInput) -> EditApplicationResult | None:
        """Edit it."""
        context = info.context
        edit = ApplicationEdit(
            application_id=ApplicationId(key_of("GroupApplication", input.application)),
            answers=None if input.answers is None else tuple(input.answers),
            reply=input.reply,
        )

        async def act(session: Session) -> UUID:
            await context.limits.spend("group.edit_application", context.member)
            return (await commands.edit_application(session, context.actor, edit)).id

        key = await context.once("editApplication", input.client_mutation_id, act)
        return ApplicationEdited(application=await _shown(context, key))

    @strawberry.mutation(description="Leave a group, or take an application back.", extensions=[gate(Knock.MEMBER)])
    async def leave_group(self, info: Info, input: LeaveGroupInput) -> LeaveGroupResult | None:
        """Leave it."""
        context = info.context
        group = GroupId(key_of("AlumniGroup", input.group))

        async def act(session: Session) -> UUID:
            await context.limits.spend("group.apply", context.member)
            return (await withdraw_from_group(session, context.actor, group)).group_id

        await context.once("leaveGroup", input.client_mutation_id, act)
        return await _left(context, group)


async def _left(context: Context, group: GroupId) -> GroupLeft:
    viewer = await renewed_viewer(context)
    shown = await group_of(context, group)
    if shown is None:
        raise NotThere
    return GroupLeft(group=shown, viewer=viewer)


async def _shown(context: Context, key: UUID) -> GroupApplication:
    application = await application_of(context, ApplicationId(key))
    if application is None:
        raise NotThere
    return application
