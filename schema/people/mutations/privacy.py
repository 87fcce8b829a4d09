"""How members arrange who sees them: to whom not, who at all, and which circles they chose. Nobody is told."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Act, Context, Info
from schema.gates import Knock, gate
from schema.nodes import id_of, key_of, key_or_none
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from schema.scalars import Level
from server.companies.errors import UnknownCompany
from server.kit import actor
from server.kit.db import Session
from server.kit.ids import CompanyId, GroupId, MemberId
from server.people import commands
from server.people.errors import UnknownCircle


@strawberry.input(description="A company to whose people, of yesterday and today, the caller is not to be shown; nobody is told.")
class ExcludeCompanyInput:
    """Which."""

    company: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="An exclusion of a company to take back.")
class IncludeCompanyInput:
    """Which."""

    company: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="A member to whom the caller is not to be shown; they are not told.")
class ExcludeMemberInput:
    """Whom."""

    member: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="An exclusion of a member to take back.")
class IncludeMemberInput:
    """Whom."""

    member: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="Who may see the caller at all.")
class ChangeListingInput:
    """The level."""

    level: Level
    client_mutation_id: str | None = None


@strawberry.input(description="The groups and companies that the level CHOSEN_GROUPS stands for from now on.")
class PickCirclesInput:
    """All of them."""

    groups: list[strawberry.ID]
    companies: list[strawberry.ID]
    client_mutation_id: str | None = None


@strawberry.type(description="The caller is not shown to the company any more.")
class CompanyExcluded:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="The caller is shown to the company again.")
class CompanyIncluded:
    """The viewer as they stand now."""

    company: strawberry.ID
    viewer: Viewer


@strawberry.type(description="The caller is not shown to the member any more.")
class MemberExcluded:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="The caller is shown to the member again.")
class MemberIncluded:
    """The viewer as they stand now."""

    member: strawberry.ID
    viewer: Viewer


@strawberry.type(description="Who may see the caller at all is chosen.")
class ListingChanged:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="The circles are chosen.")
class CirclesPicked:
    """The viewer as they stand now."""

    viewer: Viewer


ExcludeCompanyResult: TypeAlias = Annotated[
    CompanyExcluded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ExcludeCompanyResult")
]
IncludeCompanyResult: TypeAlias = Annotated[
    CompanyIncluded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("IncludeCompanyResult")
]
ExcludeMemberResult: TypeAlias = Annotated[
    MemberExcluded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ExcludeMemberResult")
]
IncludeMemberResult: TypeAlias = Annotated[
    MemberIncluded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("IncludeMemberResult")
]
ChangeListingResult: TypeAlias = Annotated[
    ListingChanged | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ChangeListingResult")
]
PickCirclesResult: TypeAlias = Annotated[
    CirclesPicked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("PickCirclesResult")
]


@strawberry.type
class PrivacyMutation:
    """Root fields that change who sees the caller."""

    @strawberry.mutation(description="Not be shown to a company any more; nobody is told.", extensions=[gate(Knock.MEMBER)])
    async def exclude_company(self, info: Info, input: ExcludeCompanyInput) -> ExcludeCompanyResult | None:
        """Exclude it."""
        context, company = info.context, _company(input.company)

        async def act(session: Session) -> UUID:
            await context.limits.spend("exclude", context.member)
            return await commands.exclude_company(session, context.actor, company)

        await context.once("excludeCompany", input.client_mutation_id, act)
        return CompanyExcluded(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Be shown to a company again.", extensions=[gate(Knock.MEMBER)])
    async def include_company(self, info: Info, input: IncludeCompanyInput) -> IncludeCompanyResult | None:
        """Take the exclusion back."""
        context, company = info.context, _company(input.company)

        async def act(session: Session) -> UUID:
            return await commands.include_company(session, context.actor, company)

        key = await context.once("includeCompany", input.client_mutation_id, act)
        return CompanyIncluded(company=id_of("Company", key), viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Not be shown to a member any more; they are not told.", extensions=[gate(Knock.MEMBER)])
    async def exclude_member(self, info: Info, input: ExcludeMemberInput) -> ExcludeMemberResult | None:
        """Exclude them."""
        context, member = info.context, MemberId(key_of("Person", input.member))

        async def act(session: Session) -> UUID:
            await context.limits.spend("exclude", context.member)
            return await commands.exclude_member(session, context.actor, member)

        await context.once("excludeMember", input.client_mutation_id, act)
        return MemberExcluded(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Be shown to a member again.", extensions=[gate(Knock.MEMBER)])
    async def include_member(self, info: Info, input: IncludeMemberInput) -> IncludeMemberResult | None:
        """Take the exclusion back."""
        context, member = info.context, MemberId(key_of("Person", input.member))

        async def act(session: Session) -> UUID:
            return await commands.include_member(session, context.actor, member)

        key = await context.once("includeMember", input.client_mutation_id, act)
        return MemberIncluded(member=id_of("Person", key), viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Choose who may see one at all.", extensions=[gate(Knock.MEMBER)])
    async def change_listing(self, info: Info, input: ChangeListingInput) -> ChangeListingResult | None:
        """Choose."""
        context, level = info.context, actor.Level(input.level.value)
        return ListingChanged(
            viewer=await _chosen(
                context, "changeListing", input.client_mutation_id, lambda session: commands.change_listing(session, context.actor, level)
            )
        )

    @strawberry.mutation(description="Choose the groups and companies of CHOSEN_GROUPS.", extensions=[gate(Knock.MEMBER)])
    async def pick_circles(self, info: Info, input: PickCirclesInput) -> PickCirclesResult | None:
        """Choose."""
        context = info.context
        groups = [GroupId(key) for key in _circles("AlumniGroup", input.groups)]
        companies = [CompanyId(key) for key in _circles("Company", input.companies)]
        return CirclesPicked(
            viewer=await _chosen(
                context,
                "pickCircles",
                input.client_mutation_id,
                lambda session: commands.pick_circles(session, context.actor, groups, companies),
            )
        )


async def _chosen(context: Context, mutation: str, client_mutation_id: str | None, choose: Act) -> Viewer:
    async def act(session: Session) -> UUID:
        await context.limits.spend("profile.update", context.member)
        return await choose(session)

    await context.once(mutation, client_mutation_id, act)
    return await renewed_viewer(context)


def _company(text: strawberry.ID) -> CompanyId:
    key = key_or_none("Company", text)
    if key is None:
        raise UnknownCompany("company")
    return CompanyId(key)


def _circles(type_name: str, given: list[strawberry.ID]) -> list[UUID]:
    keys = [key_or_none(type_name, text) for text in given]
    found = [key for key in keys if key is not None]
    if len(found) < len(keys):
        raise UnknownCircle("circles")
    return found
