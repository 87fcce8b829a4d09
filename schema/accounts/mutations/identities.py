"""How somebody joins with an address that an OpenID provider proved, and takes such an account away again."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.mutations.signing_in import SignInResult, signed_in
from schema.accounts.types import JoinLinkArrivalInput
from schema.context import Info
from schema.gates import Knock, gate, open_gate
from schema.nodes import id_of, key_of
from schema.people.types import CompanyChoiceInput, TenureInput
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from schema.scalars import Language
from server.accounts.commands import unlink_identity
from server.kit.db import Session
from server.kit.ids import IdentityId
from server.people.commands import Registration, join_proven


@strawberry.input(description="What joining asks for; the address is the one that the OpenID provider proved on this browser.")
class JoinByProviderInput:
    """Who joins, and where they were."""

    name: str
    reading: str | None = strawberry.field(default=None, description="The name in kana.")
    company: CompanyChoiceInput
    tenure: TenureInput
    accepted_terms_version: str = strawberry.field(description="Site.termsVersion, as it was read and accepted.")
    language: Language | None = strawberry.field(default=None, description="Of pages and mails; the page's when left out.")
    join_link: JoinLinkArrivalInput | None = None
    client_mutation_id: str | None = None


@strawberry.input(description="One of the caller's own identities.")
class UnlinkIdentityInput:
    """Which."""

    identity: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.type(description="That account signs the caller in no longer; their mail does, as before.")
class IdentityUnlinked:
    """Which."""

    identity: strawberry.ID


UnlinkIdentityResult: TypeAlias = Annotated[
    IdentityUnlinked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("UnlinkIdentityResult")
]


@strawberry.type
class IdentityMutation:
    """Root fields about accounts at an OpenID provider."""

    @strawberry.mutation(
        description="Join with the address that the OpenID provider proved on this browser; no mail is needed.",
        extensions=[open_gate("This is the door; what the provider proved, and a cookie that no script reads, are the key.")],
    )
    async def join_by_provider(self, info: Info, input: JoinByProviderInput) -> SignInResult | None:
        """Make the account, linked, and sign in."""
        context = info.context
        registration = Registration(
            email="",
            name=input.name,
            reading=input.reading,
            company_id=input.company.key(),
            proposed_name=input.company.proposed_name,
            started_on=input.tenure.started_on,
            ended_on=input.tenure.ended_on,
            accepted_terms_version=input.accepted_terms_version,
            language=input.language.value if input.language else context.language,
            link=input.join_link.token if input.join_link else None,
            answers=tuple(input.join_link.answers) if input.join_link else (),
        )
        await context.limits.spend("oidc.join.origin", context.actor.origin)
        entered = await context.change(lambda session: join_proven(session, registration, context.arrival, context.device))
        return await signed_in(context, entered.opened, is_new=True)

    @strawberry.mutation(
        description="Take away an account at an OpenID provider that signs the caller in.", extensions=[gate(Knock.MEMBER)]
    )
    async def unlink_identity(self, info: Info, input: UnlinkIdentityInput) -> UnlinkIdentityResult | None:
        """Take it away."""
        context, wanted = info.context, IdentityId(key_of("Identity", input.identity))

        async def act(session: Session) -> UUID:
            return await unlink_identity(session, context.actor, wanted)

        key = await context.once("unlinkIdentity", input.client_mutation_id, act)
        return IdentityUnlinked(identity=id_of("Identity", key))
