"""How members change their profile, and whom they do not want to meet."""

from typing import Annotated, Any, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Info
from schema.gates import Knock, gate
from schema.nodes import id_of, key_of
from schema.people.types import Availability, CompanyChoiceInput, Person, person_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from schema.scalars import Level
from server.companies.errors import UnknownCompany
from server.kit import actor
from server.kit.db import Session
from server.kit.ids import MemberId
from server.people import commands
from server.people.commands import KEEP, Employer, Keep, ProfileChange

_TEXTS = ("name", "reading", "romanised", "former_name", "present_position", "headline", "bio", "place")
_LISTS = ("gives", "asks", "skills", "languages", "links")


@strawberry.input(description="Who may see which field; a field that is left out stays as it is.")
class ProfileLevelsInput:
    """Levels by field."""

    former_name: Level | None = None
    present_position: Level | None = None
    headline: Level | None = None
    bio: Level | None = None
    place: Level | None = None
    gives: Level | None = None
    asks: Level | None = None
    skills: Level | None = None
    languages: Level | None = None
    links: Level | None = None
    availability: Level | None = None
    photo: Level | None = None

    def chosen(self) -> dict[str, actor.Level]:
        """Return the levels that were given, by column."""
        return {name: actor.Level(level.value) for name, level in vars(self).items() if level is not None}


@strawberry.input(description="Fields left out stay as they are; null or an empty text empties one.")
class UpdateProfileInput:
    """What changes."""

    name: str | None = strawberry.UNSET
    reading: str | None = strawberry.UNSET
    romanised: str | None = strawberry.UNSET
    former_name: str | None = strawberry.UNSET
    present_position: str | None = strawberry.UNSET
    headline: str | None = strawberry.UNSET
    bio: str | None = strawberry.UNSET
    place: str | None = strawberry.UNSET
    gives: list[str] | None = strawberry.UNSET
    asks: list[str] | None = strawberry.UNSET
    skills: list[str] | None = strawberry.field(default=strawberry.UNSET, description="Names; unknown ones are added.")
    languages: list[str] | None = strawberry.field(default=strawberry.UNSET, description="Codes of `spokenLanguages`, the best first.")
    links: list[str] | None = strawberry.field(default=strawberry.UNSET, description="https addresses.")
    availability: Availability | None = strawberry.UNSET
    present_employer: CompanyChoiceInput | None = strawberry.UNSET
    availability_to_employer: bool | None = strawberry.field(default=None, description="Null: as it is.")
    levels: ProfileLevelsInput | None = None
    expected_version: str | None = strawberry.field(
        default=None, description="The `version` that was read: fields that were changed elsewhere since then are refused, as a Conflict."
    )
    client_mutation_id: str | None = None

    def change(self) -> ProfileChange:
        """Return the change that was asked for."""
        texts: dict[str, Any] = {name: _given(getattr(self, name), None) for name in _TEXTS}
        lists: dict[str, Any] = {name: _given(getattr(self, name), ()) for name in _LISTS}
        return ProfileChange(
            **texts,
            **lists,
            availability=_given(self.availability.value if self.availability else self.availability, None),
            present_employer=_employer(self.present_employer),
            availability_to_employer=KEEP if self.availability_to_employer is None else self.availability_to_employer,
            levels=self.levels.chosen() if self.levels else {},
            expected_version=self.expected_version,
        )


@strawberry.input(description="Somebody whom the caller does not want to meet; they are not told.")
class BlockMemberInput:
    """Whom."""

    member: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="A block to take back.")
class UnblockMemberInput:
    """Whom."""

    member: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.type(description="The profile says what was asked for.")
class ProfileUpdated:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="The two do not meet any more.")
class MemberBlocked:
    """Who was blocked."""

    member: strawberry.ID


@strawberry.type(description="The two can meet again.")
class MemberUnblocked:
    """Who is no longer blocked."""

    member: strawberry.ID
    person: Person | None


UpdateProfileResult: TypeAlias = Annotated[
    ProfileUpdated | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("UpdateProfileResult")
]
BlockMemberResult: TypeAlias = Annotated[
    MemberBlocked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("BlockMemberResult")
]
UnblockMemberResult: TypeAlias = Annotated[
    MemberUnblocked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("UnblockMemberResult")
]


@strawberry.type
class ProfileMutation:
    """Root fields that change the caller's own profile and blocks."""

    @strawberry.mutation(description="Change what one says of oneself, and who may see it.", extensions=[gate(Knock.MEMBER)])
    async def update_profile(self, info: Info, input: UpdateProfileInput) -> UpdateProfileResult | None:
        """Change it."""
        context, change = info.context, input.change()

        async def act(session: Session) -> UUID:
            await context.limits.spend("profile.update", context.member)
            if isinstance(change.present_employer, Employer) and change.present_employer.proposed_name is not None:
                await context.limits.spend("company.propose", context.member)
            return await commands.update_profile(session, context.actor, change)

        await context.once("updateProfile", input.client_mutation_id, act)
        return ProfileUpdated(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Not meet somebody any more; they are not told.", extensions=[gate(Knock.MEMBER)])
    async def block_member(self, info: Info, input: BlockMemberInput) -> BlockMemberResult | None:
        """Block them."""
        context, member = info.context, MemberId(key_of("Person", input.member))

        async def act(session: Session) -> UUID:
            await context.limits.spend("block", context.member)
            return await commands.block_member(session, context.actor, member)

        key = await context.once("blockMember", input.client_mutation_id, act)
        return MemberBlocked(member=id_of("Person", key))

    @strawberry.mutation(description="Take a block back.", extensions=[gate(Knock.MEMBER)])
    async def unblock_member(self, info: Info, input: UnblockMemberInput) -> UnblockMemberResult | None:
        """Unblock them."""
        context, member = info.context, MemberId(key_of("Person", input.member))

        async def act(session: Session) -> UUID:
            return await commands.unblock_member(session, context.actor, member)

        key = MemberId(await context.once("unblockMember", input.client_mutation_id, act))
        return MemberUnblocked(member=id_of("Person", key), person=await person_of(context, key))


def _employer(given: Any) -> Employer | Keep | None:
    if given is strawberry.UNSET or given is None:
        return KEEP if given is strawberry.UNSET else None
    try:
        return Employer(company_id=given.key(), proposed_name=given.proposed_name)
    except UnknownCompany as refusal:
        raise UnknownCompany("presentEmployer.id") from refusal


def _given(value: Any, empty: Any) -> Any:
    """Tell a field that was left out from one that is to be emptied."""
    if value is strawberry.UNSET:
        return KEEP
    return empty if value is None else value
