"""How a group comes to be: proposed by whoever runs it, admitted or declined by a steward."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.groups.types import (
    AlumniGroup,
    GroupAdmitted,
    GroupDeclined,
    GroupProposed,
    Recognition,
    RunBy,
    group_declined,
    group_of,
)
from schema.nodes import id_of, key_of
from schema.people.types import CompanyChoiceInput
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.groups.commands import Admission, GroupTexts, Pick, Proposal, propose_group, withdraw_group_proposal
from server.kit.db import Session
from server.kit.ids import GroupId
from server.kit.refusal import NotThere
from server.moderation import commands
from server.moderation.commands import GroupToDecline


@strawberry.input(description="What a group says of itself.")
class GroupTextsInput:
    """Its texts."""

    name: str
    name_en: str | None = None
    description: str
    description_en: str | None = None
    guidelines: str | None = strawberry.field(default=None, description="Markdown.")
    contact: str | None = strawberry.field(default=None, description="An address of the page or the mailbox by which it is reached.")
    run_by: RunBy
    recognition: Recognition
    usual_days: int

    def texts(self) -> GroupTexts:
        """Return them as commands take them."""
        return GroupTexts(
            name=self.name,
            name_en=self.name_en,
            description=self.description,
            description_en=self.description_en,
            guidelines=self.guidelines,
            contact=self.contact,
            run_by=self.run_by.value,
            recognition=self.recognition.value,
            usual_days=self.usual_days,
        )


@strawberry.input(description="A group to propose.")
class ProposeGroupInput:
    """A proposal."""

    texts: GroupTextsInput
    slug: str
    companies: list[CompanyChoiceInput] = strawberry.field(description="Whose alumni it gathers; ten at most.")
    note: str | None = strawberry.field(default=None, description="For the stewards: how it is run, and what it wants.")
    proposal: strawberry.ID | None = strawberry.field(
        default=None, description="The caller's own proposed group that this takes the place of, while it waits or was declined."
    )
    client_mutation_id: str | None = None


@strawberry.input(description="A proposal to take back.")
class WithdrawGroupProposalInput:
    """Which."""

    group: strawberry.ID = strawberry.field(description="The caller's own proposed group, while it waits or was declined.")
    client_mutation_id: str | None = None


@strawberry.type(description="The proposal is taken back; nothing of it is kept.")
class GroupProposalWithdrawn:
    """Its id."""

    group: strawberry.ID


@strawberry.input(description="A proposed group to admit, under its corrected names.")
class AdmitGroupInput:
    """Which, and how it is called."""

    group: strawberry.ID
    version: str = strawberry.field(description="The proposal's, as it was read; another one by now is refused.")
    name: str
    name_en: str | None = None
    slug: str
    client_mutation_id: str | None = None


@strawberry.input(description="A proposed group not to admit.")
class DeclineGroupInput:
    """Which, and why."""

    group: strawberry.ID
    version: str = strawberry.field(description="The proposal's, as it was read; another one by now is refused.")
    reason: str = strawberry.field(description="Who proposed it reads it.")
    client_mutation_id: str | None = None


ProposeGroupResult: TypeAlias = Annotated[
    GroupProposed | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ProposeGroupResult")
]
WithdrawGroupProposalResult: TypeAlias = Annotated[
    GroupProposalWithdrawn | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("WithdrawGroupProposalResult")
]
AdmitGroupResult: TypeAlias = Annotated[
    GroupAdmitted | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AdmitGroupResult")
]
DeclineGroupResult: TypeAlias = Annotated[
    GroupDeclined | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("DeclineGroupResult")
]


@strawberry.type
class ProposalsMutation:
    """Root fields about proposed groups."""

    @strawberry.mutation(description="Propose a group, or change a proposal of one's own.", extensions=[gate(Knock.MEMBER)])
    async def propose_group(self, info: Info, input: ProposeGroupInput) -> ProposeGroupResult | None:
        """Propose it."""
        context = info.context
        picks = tuple(Pick(company_id=each.key(), proposed_name=each.proposed_name) for each in input.companies)
        own = None if input.proposal is None else GroupId(key_of("AlumniGroup", input.proposal))
        proposal = Proposal(slug=input.slug, texts=input.texts.texts(), companies=picks, note=input.note, group_id=own)

        async def act(session: Session) -> UUID:
            await context.limits.spend("group.propose", context.member)
            for pick in picks:
                if pick.proposed_name is not None:
                    await context.limits.spend("company.propose", context.member)
            return (await propose_group(session, context.member, proposal)).id

        key = await context.once("proposeGroup", input.client_mutation_id, act)
        return GroupProposed(group=await shown(context, GroupId(key)))

    @strawberry.mutation(description="Take a proposal of one's own back.", extensions=[gate(Knock.MEMBER)])
    async def withdraw_group_proposal(self, info: Info, input: WithdrawGroupProposalInput) -> WithdrawGroupProposalResult | None:
        """Withdraw it."""
        context = info.context
        group = GroupId(key_of("AlumniGroup", input.group))

        async def act(session: Session) -> UUID:
            await context.limits.spend("group.propose", context.member)
            return await withdraw_group_proposal(session, context.member, group)

        key = await context.once("withdrawGroupProposal", input.client_mutation_id, act)
        return GroupProposalWithdrawn(group=id_of("AlumniGroup", key))

    @strawberry.mutation(description="Admit a proposed group; for stewards.", extensions=[gate(Knock.OPERATOR)])
    async def admit_group(self, info: Info, input: AdmitGroupInput) -> AdmitGroupResult | None:
        """Admit it."""
        context = info.context
        key = GroupId(key_of("AlumniGroup", input.group))
        admission = Admission(group_id=key, version=input.version, name=input.name, name_en=input.name_en, slug=input.slug)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.admit_group(session, context.actor, admission)).id

        await context.once("admitGroup", input.client_mutation_id, act)
        return GroupAdmitted(group=await shown(context, key))

    @strawberry.mutation(description="Decline a proposed group, with a reason; for stewards.", extensions=[gate(Knock.OPERATOR)])
    async def decline_group(self, info: Info, input: DeclineGroupInput) -> DeclineGroupResult | None:
        """Decline it."""
        context = info.context
        decline = GroupToDecline(GroupId(key_of("AlumniGroup", input.group)), input.version, input.reason)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await commands.decline_group(session, context.actor, decline)).id

        await context.once("declineGroup", input.client_mutation_id, act)
        return await group_declined(context, decline.group_id)


async def shown(context: Context, key: GroupId) -> AlumniGroup:
    """Return a group as it stands after a change, for who changed it."""
    group = await group_of(context, key)
    if group is None:
        raise NotThere
    return group
