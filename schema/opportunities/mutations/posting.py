"""Posting, editing and closing in the graph."""

from datetime import date
from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.nodes import key_of, key_or_none
from schema.opportunities.types import Opportunity, OpportunityClosed, OpportunityEdited, OpportunityPosted, opportunity_of
from schema.opportunities.types.words import CloseReason, Direction, Kind
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from schema.scalars import Level
from server.companies.errors import UnknownCompany
from server.kit import actor
from server.kit.db import Session
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId
from server.kit.refusal import NotThere
from server.opportunities import commands
from server.opportunities.commands import OpportunityDraft
from server.opportunities.errors import NotYourGroup, UnknownMember
from server.opportunities.reads import Exclusions

PostOpportunityResult: TypeAlias = Annotated[
    OpportunityPosted | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("PostOpportunityResult")
]
EditOpportunityResult: TypeAlias = Annotated[
    OpportunityEdited | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("EditOpportunityResult")
]
CloseOpportunityResult: TypeAlias = Annotated[
    OpportunityClosed | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("CloseOpportunityResult")
]


@strawberry.input(description="A term that the kind asks for; of a choice its value.")
class TermInput:
    """A key and what the author gives."""

    key: str
    value: str


@strawberry.input(description="From whom a post is hidden: everybody who has to do with a company, and members.")
class OpportunityExclusionsInput:
    """All of them."""

    companies: list[strawberry.ID]
    members: list[strawberry.ID]


@strawberry.input(description="A new post. Groups go with the audience CHOSEN_GROUPS only.")
class PostOpportunityInput:
    """A new post."""

    kind: Kind
    direction: Direction
    title: str
    body: str
    skills: list[str] | None = None
    place: str | None = None
    remote: bool
    audience: Level
    groups: list[strawberry.ID] | None = None
    exclusions: OpportunityExclusionsInput | None = None
    on_behalf_of: str | None = None
    terms: list[TermInput]
    last_day: date
    client_mutation_id: str | None = None


@strawberry.input(
    description="What a live post says from now on, all of it; kind and direction stay, and so do exclusions that are not given."
)
class EditOpportunityInput:
    """A post anew."""

    opportunity: strawberry.ID
    title: str
    body: str
    skills: list[str] | None = None
    place: str | None = None
    remote: bool
    audience: Level
    groups: list[strawberry.ID] | None = None
    exclusions: OpportunityExclusionsInput | None = None
    on_behalf_of: str | None = None
    terms: list[TermInput]
    last_day: date
    client_mutation_id: str | None = None


@strawberry.input(description="A post that ends, and why.")
class CloseOpportunityInput:
    """Which, and why."""

    opportunity: strawberry.ID
    reason: CloseReason
    client_mutation_id: str | None = None


@strawberry.type
class PostingMutation:
    """Root fields that change posts."""

    @strawberry.mutation(description="Post for everyone whom the audience names.", extensions=[gate(Knock.VERIFIED)])
    async def post_opportunity(self, info: Info, input: PostOpportunityInput) -> PostOpportunityResult | None:
        """Post, or find what was posted before with the same clientMutationId."""
        context = info.context

        async def act(session: Session) -> UUID:
            post = await commands.post_opportunity(session, context.actor, input.kind, input.direction, _draft(input))
            # Spent at the end: what was refused before is not counted, and one too many is rolled back.
            await context.limits.spend_as("opportunity.post", context.actor)
            return post.id

        key = await context.once("postOpportunity", input.client_mutation_id, act)
        return OpportunityPosted(opportunity=await _shown(context, key))

    @strawberry.mutation(description="Replace what one's own live post says.", extensions=[gate(Knock.VERIFIED)])
    async def edit_opportunity(self, info: Info, input: EditOpportunityInput) -> EditOpportunityResult | None:
        """Edit."""
        context = info.context
        opportunity = OpportunityId(key_of("Opportunity", input.opportunity))

        async def act(session: Session) -> UUID:
            post = await commands.edit_opportunity(session, context.actor, opportunity, _draft(input))
            await context.limits.spend("opportunity.edit", context.member)
            return post.id

        key = await context.once("editOpportunity", input.client_mutation_id, act)
        return OpportunityEdited(opportunity=await _shown(context, key))

    @strawberry.mutation(description="End one's own post for good.", extensions=[gate(Knock.MEMBER)])
    async def close_opportunity(self, info: Info, input: CloseOpportunityInput) -> CloseOpportunityResult | None:
        """Close."""
        context = info.context
        opportunity = OpportunityId(key_of("Opportunity", input.opportunity))

        async def act(session: Session) -> UUID:
            return (await commands.close_opportunity(session, context.actor, opportunity, input.reason)).id

        key = await context.once("closeOpportunity", input.client_mutation_id, act)
        return OpportunityClosed(opportunity=await _shown(context, key))


def _draft(given: PostOpportunityInput | EditOpportunityInput) -> OpportunityDraft:
    return OpportunityDraft(
        title=given.title,
        body=given.body,
        skills=tuple(given.skills or ()),
        place=given.place,
        remote=given.remote,
        audience=actor.Level(given.audience.value),
        groups=_groups(given.groups or []),
        exclusions=None if given.exclusions is None else _exclusions(given.exclusions),
        on_behalf_of=given.on_behalf_of,
        terms=tuple((term.key, term.value) for term in given.terms),
        last_day=given.last_day,
    )


def _groups(given: list[strawberry.ID]) -> tuple[GroupId, ...]:
    keys = [key_or_none("AlumniGroup", text) for text in given]
    found = tuple(GroupId(key) for key in keys if key is not None)
    if len(found) < len(keys):
        raise NotYourGroup("groups")
    return found


def _exclusions(given: OpportunityExclusionsInput) -> Exclusions:
    companies = [CompanyId(key) for text in given.companies if (key := key_or_none("Company", text)) is not None]
    members = [MemberId(key) for text in given.members if (key := key_or_none("Person", text)) is not None]
    if len(companies) < len(given.companies):
        raise UnknownCompany("exclusions.companies")
    if len(members) < len(given.members):
        raise UnknownMember("exclusions.members")
    return Exclusions(companies=tuple(companies), members=tuple(members))


async def _shown(context: Context, key: UUID) -> Opportunity:
    post = await opportunity_of(context, OpportunityId(key))
    if post is None:
        raise NotThere
    return post
