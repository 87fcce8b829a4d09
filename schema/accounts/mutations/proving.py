"""How an open session proves who sits before it, and how a member keeps an authenticator app and recovery codes."""

from typing import Annotated, TypeAlias
from uuid import UUID

import segno
import strawberry

from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.accounts import commands
from server.accounts.errors import OneProof
from server.kit.db import Session


@strawberry.input(description="One proof of who sits here: exactly one of the three.")
class StepUpInput:
    """The proof."""

    credential: str | None = strawberry.field(default=None, description="A passkey's answer to askForPasskey, as JSON.")
    totp: str | None = strawberry.field(default=None, description="The six digits that the app shows.")
    recovery_code: str | None = None
    client_mutation_id: str | None = None


@strawberry.input(description="An authenticator app to be set up.")
class BeginTotpInput:
    """Nothing more to say."""

    client_mutation_id: str | None = None


@strawberry.input(description="The first code of the app.")
class ConfirmTotpInput:
    """The code."""

    totp: str
    client_mutation_id: str | None = None


@strawberry.input(description="The authenticator app, to be taken away.")
class RemoveTotpInput:
    """Nothing more to say."""

    client_mutation_id: str | None = None


@strawberry.input(description="Ten new recovery codes.")
class RenewRecoveryCodesInput:
    """Nothing more to say."""

    client_mutation_id: str | None = None


@strawberry.type(description="This session has proven who sits before it.")
class SteppedUp:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="What the app is given, shown once; it counts once a code of it was sent.")
class TotpBegun:
    """The secret, in three forms."""

    secret: str = strawberry.field(description="To be typed.")
    uri: str = strawberry.field(description="The otpauth address, which opens an app on the same device.")
    qr_code: str = strawberry.field(description="The same as a picture: an SVG as a data address.")


@strawberry.type(description="The app is set up; this session is proven by it.")
class TotpConfirmed:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="The app's codes prove nothing any more.")
class TotpRemoved:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="Ten codes, shown once; those of before serve no more.")
class RecoveryCodesRenewed:
    """The codes, and the viewer as they stand now."""

    codes: list[str]
    viewer: Viewer


StepUpResult: TypeAlias = Annotated[SteppedUp | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("StepUpResult")]
BeginTotpResult: TypeAlias = Annotated[
    TotpBegun | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("BeginTotpResult")
]
ConfirmTotpResult: TypeAlias = Annotated[
    TotpConfirmed | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ConfirmTotpResult")
]
RemoveTotpResult: TypeAlias = Annotated[
    TotpRemoved | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RemoveTotpResult")
]
RenewRecoveryCodesResult: TypeAlias = Annotated[
    RecoveryCodesRenewed | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RenewRecoveryCodesResult")
]


@strawberry.type
class ProvingMutation:
    """Root fields that prove who somebody is, or change what does."""

    @strawberry.mutation(description="Prove who sits before this session.", extensions=[gate(Knock.MEMBER)])
    async def step_up(self, info: Info, input: StepUpInput) -> StepUpResult | None:
        """Use the proof up."""
        context, party, seal = info.context, info.context.parts.party, info.context.parts.seal
        credential, totp, code = input.credential, input.totp, input.recovery_code
        if [credential, totp, code].count(None) != 2:
            raise OneProof("totp")
        await _spend(context, recovery=code is not None)
        if totp is not None:
            await _count_attempt(context)

        async def act(session: Session) -> UUID:
            if credential is not None:
                return await commands.prove_by_passkey(session, context.actor, party, credential)
            if totp is not None:
                return await commands.prove_by_totp(session, context.actor, totp, seal)
            return await commands.prove_by_recovery_code(session, context.actor, code or "")

        await context.once("stepUp", input.client_mutation_id, act)
        return SteppedUp(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Begin to set up an authenticator app; wants fresh proof.", extensions=[gate(Knock.MEMBER)])
    async def begin_totp(self, info: Info, input: BeginTotpInput) -> BeginTotpResult | None:  # noqa: ARG002
        """Make its secret; once more makes another one, and the earlier is void."""
        context = info.context

        async def act(session: Session) -> commands.NewTotp:
            await context.limits.spend("totp.change", context.member)
            return await commands.begin_totp(session, context.actor, context.parts.seal)

        made = await context.change(act)
        # Dark on white in either scheme, with its quiet zone: cameras want it so.
        picture = segno.make(made.uri, error="m").svg_data_uri(scale=4, border=4, dark="#000", light="#fff")
        return TotpBegun(secret=made.secret, uri=made.uri, qr_code=picture)

    @strawberry.mutation(description="Take the app into use by its first code; wants fresh proof.", extensions=[gate(Knock.MEMBER)])
    async def confirm_totp(self, info: Info, input: ConfirmTotpInput) -> ConfirmTotpResult | None:
        """Count the try, for good; then look at the code."""
        context = info.context
        await _spend(context, recovery=False)
        await _count_attempt(context)

        async def act(session: Session) -> UUID:
            return await commands.confirm_totp(session, context.actor, input.totp, context.parts.seal)

        await context.once("confirmTotp", input.client_mutation_id, act)
        return TotpConfirmed(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Take the app away; wants fresh proof.", extensions=[gate(Knock.MEMBER)])
    async def remove_totp(self, info: Info, input: RemoveTotpInput) -> RemoveTotpResult | None:
        """Remove it."""
        context = info.context

        async def act(session: Session) -> UUID:
            await context.limits.spend("totp.change", context.member)
            return await commands.remove_totp(session, context.actor)

        await context.once("removeTotp", input.client_mutation_id, act)
        return TotpRemoved(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Make ten new recovery codes; wants fresh proof.", extensions=[gate(Knock.MEMBER)])
    async def renew_recovery_codes(
        self,
        info: Info,
        input: RenewRecoveryCodesInput,  # noqa: ARG002
    ) -> RenewRecoveryCodesResult | None:
        """Make them; once more makes others, since they are told once."""
        context = info.context

        async def act(session: Session) -> list[str]:
            await context.limits.spend("recovery.renew", context.member)
            return await commands.renew_recovery_codes(session, context.actor)

        codes = await context.change(act)
        return RecoveryCodesRenewed(codes=codes, viewer=await renewed_viewer(context))


async def _spend(context: Context, *, recovery: bool) -> None:
    await context.limits.spend("second_factor.origin", context.actor.origin)
    await context.limits.spend("recovery.member" if recovery else "second_factor.member", context.member)


async def _count_attempt(context: Context) -> None:
    await context.change(lambda session: commands.count_totp_attempt(session, context.actor))
