"""How a member asks for another address, takes the wish back, and how each of the two addresses confirms it."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Info
from schema.gates import Knock, gate, open_gate
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.accounts import commands
from server.accounts.rules import clean_email
from server.kit.db import Session


@strawberry.input(description="The address that shall be the account's.")
class RequestEmailChangeInput:
    """An address."""

    email: str
    client_mutation_id: str | None = None


@strawberry.input(description="The change that is under way, to be ended.")
class CancelEmailChangeInput:
    """Nothing more to say."""

    client_mutation_id: str | None = None


@strawberry.input(description="The token in a mail's link. Opening the link uses nothing up; sending it here confirms.")
class ConfirmEmailChangeInput:
    """A token."""

    token: str
    client_mutation_id: str | None = None


@strawberry.type(description="Two mails are on their way, whether or not the address is another account's; the mail to it says which.")
class EmailChangeRequested:
    """The viewer as they stand now, with the change under way."""

    viewer: Viewer


@strawberry.type(description="The address stays as it is.")
class EmailChangeCancelled:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="The address to which the mail went has confirmed.")
class EmailChangeConfirmed:
    """Whether that was the second of the two."""

    done: bool = strawberry.field(description="Whether both have, so that the new address signs in from now on.")


RequestEmailChangeResult: TypeAlias = Annotated[
    EmailChangeRequested | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RequestEmailChangeResult")
]
CancelEmailChangeResult: TypeAlias = Annotated[
    EmailChangeCancelled | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("CancelEmailChangeResult")
]
ConfirmEmailChangeResult: TypeAlias = Annotated[
    EmailChangeConfirmed | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ConfirmEmailChangeResult")
]


@strawberry.type
class EmailChangeMutation:
    """Root fields about a change of address."""

    @strawberry.mutation(description="Ask for another address; wants fresh proof. Both addresses confirm.", extensions=[gate(Knock.MEMBER)])
    async def request_email_change(self, info: Info, input: RequestEmailChangeInput) -> RequestEmailChangeResult | None:
        """Keep the wish; the mails go by job."""
        context = info.context
        limits, wanted = context.limits, clean_email(input.email)

        async def act(session: Session) -> UUID:
            made = await commands.request_email_change(session, context.actor, wanted)
            # Last, so that somebody who mends the field again and again does not use it up.
            await limits.spend("email_change.origin", context.actor.origin)
            await limits.spend("email_change.member", context.member)
            await limits.spend("email_change.address", wanted)
            return made

        await context.once("requestEmailChange", input.client_mutation_id, act)
        return EmailChangeRequested(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="End the change that is under way.", extensions=[gate(Knock.MEMBER)])
    async def cancel_email_change(self, info: Info, input: CancelEmailChangeInput) -> CancelEmailChangeResult | None:
        """End it."""
        context = info.context

        async def act(session: Session) -> UUID:
            return await commands.cancel_email_change(session, context.actor)

        await context.once("cancelEmailChange", input.client_mutation_id, act)
        return EmailChangeCancelled(viewer=await renewed_viewer(context))

    @strawberry.mutation(
        description="Confirm one of the two addresses by its link.",
        extensions=[open_gate("The link is opened where the mail is read, which may be another browser.")],
    )
    async def confirm_email_change(self, info: Info, input: ConfirmEmailChangeInput) -> ConfirmEmailChangeResult | None:
        """Confirm it; the second one changes the address."""
        context = info.context
        await context.limits.spend("link.origin", context.actor.origin)
        confirmed = await context.change(lambda session: commands.confirm_email_change(session, context.actor, input.token))
        return EmailChangeConfirmed(done=confirmed.done)
