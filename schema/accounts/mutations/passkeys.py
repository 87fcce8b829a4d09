"""How a passkey signs in, and how a member makes, names and removes one."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.mutations.signing_in import SignInResult, signed_in
from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Info
from schema.gates import Knock, gate, open_gate
from schema.nodes import key_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.accounts import commands
from server.accounts.commands import OpenedSession, open_session
from server.kit.db import Session
from server.kit.ids import PasskeyId

_DOOR = "This is the door: whoever comes in is nobody yet."
_ANSWER = "What the browser's PublicKeyCredential says, as JSON (its toJSON)."


@strawberry.input(description="Nothing is said beforehand; the browser knows its passkeys.")
class AskForPasskeyInput:
    """Nothing more to say."""

    client_mutation_id: str | None = None


@strawberry.input(description="A passkey's answer to the latest question.")
class SignInWithPasskeyInput:
    """The answer."""

    credential: str = strawberry.field(description=_ANSWER)
    client_mutation_id: str | None = None


@strawberry.input(description="A passkey to be made on this device.")
class BeginPasskeyInput:
    """Nothing more to say."""

    client_mutation_id: str | None = None


@strawberry.input(description="The passkey that the browser made.")
class RegisterPasskeyInput:
    """The answer and a name."""

    credential: str = strawberry.field(description=_ANSWER)
    name: str
    client_mutation_id: str | None = None


@strawberry.input(description="Another name for an own passkey.")
class RenamePasskeyInput:
    """Which, and how."""

    passkey: strawberry.ID
    name: str
    client_mutation_id: str | None = None


@strawberry.input(description="An own passkey to take away.")
class RemovePasskeyInput:
    """Which."""

    passkey: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.type(description="What the browser is asked; a passkey answers within ten minutes, once.")
class PasskeyAsked:
    """A question."""

    options: str = strawberry.field(description="PublicKeyCredentialRequestOptions, as JSON.")


@strawberry.type(description="What the browser is asked to make; it answers within ten minutes, once.")
class PasskeyBegun:
    """A question."""

    options: str = strawberry.field(description="PublicKeyCredentialCreationOptions, as JSON.")


@strawberry.type(description="The viewer has one more passkey; this session is proven by it.")
class PasskeyRegistered:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="The passkey has its new name.")
class PasskeyRenamed:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="The passkey signs in no more.")
class PasskeyRemoved:
    """The viewer as they stand now."""

    viewer: Viewer


AskForPasskeyResult: TypeAlias = Annotated[
    PasskeyAsked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AskForPasskeyResult")
]
BeginPasskeyResult: TypeAlias = Annotated[
    PasskeyBegun | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("BeginPasskeyResult")
]
RegisterPasskeyResult: TypeAlias = Annotated[
    PasskeyRegistered | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RegisterPasskeyResult")
]
RenamePasskeyResult: TypeAlias = Annotated[
    PasskeyRenamed | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RenamePasskeyResult")
]
RemovePasskeyResult: TypeAlias = Annotated[
    PasskeyRemoved | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RemovePasskeyResult")
]


@strawberry.type
class PasskeyMutation:
    """Root fields about passkeys."""

    @strawberry.mutation(
        description="Ask the browser for a passkey: of the caller when signed in, so that they prove themselves; else of anybody.",
        extensions=[open_gate(_DOOR)],
    )
    async def ask_for_passkey(self, info: Info, input: AskForPasskeyInput) -> AskForPasskeyResult | None:  # noqa: ARG002
        """Keep the question."""
        context = info.context
        await context.limits.spend("passkey.ask.origin", context.actor.origin)

        async def act(session: Session) -> str:
            if context.actor.member_id is None:
                return await commands.ask_to_sign_in(session, context.parts.party)
            return await commands.ask_for_proof(session, context.actor, context.parts.party)

        return PasskeyAsked(options=await context.change(act))

    @strawberry.mutation(description="Sign in by a passkey.", extensions=[open_gate(_DOOR)])
    async def sign_in_with_passkey(self, info: Info, input: SignInWithPasskeyInput) -> SignInResult | None:
        """Use the question up."""
        context = info.context
        await context.limits.spend("passkey.answer.origin", context.actor.origin)

        async def act(session: Session) -> OpenedSession:
            member = await commands.sign_in_by_passkey(session, context.parts.party, input.credential)
            return await open_session(session, member, context.device, "passkey")

        return await signed_in(context, await context.change(act), is_new=False)

    @strawberry.mutation(description="Begin to make a passkey; wants fresh proof.", extensions=[gate(Knock.MEMBER)])
    async def begin_passkey(self, info: Info, input: BeginPasskeyInput) -> BeginPasskeyResult | None:  # noqa: ARG002
        """Keep the question."""
        context = info.context

        async def act(session: Session) -> str:
            await context.limits.spend("passkey.change", context.member)
            return await commands.ask_to_register(session, context.actor, context.parts.party)

        return PasskeyBegun(options=await context.change(act))

    @strawberry.mutation(description="Keep the passkey that was made; wants fresh proof.", extensions=[gate(Knock.MEMBER)])
    async def register_passkey(self, info: Info, input: RegisterPasskeyInput) -> RegisterPasskeyResult | None:
        """Keep it."""
        context = info.context

        async def act(session: Session) -> UUID:
            await context.limits.spend("passkey.change", context.member)
            return await commands.register_passkey(session, context.actor, context.parts.party, input.credential, input.name)

        await context.once("registerPasskey", input.client_mutation_id, act)
        return PasskeyRegistered(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Give a passkey another name.", extensions=[gate(Knock.MEMBER)])
    async def rename_passkey(self, info: Info, input: RenamePasskeyInput) -> RenamePasskeyResult | None:
        """Name it."""
        context, wanted = info.context, PasskeyId(key_of("Passkey", input.passkey))

        async def act(session: Session) -> UUID:
            await context.limits.spend("passkey.change", context.member)
            return await commands.rename_passkey(session, context.actor, wanted, input.name)

        await context.once("renamePasskey", input.client_mutation_id, act)
        return PasskeyRenamed(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Take a passkey away; wants fresh proof.", extensions=[gate(Knock.MEMBER)])
    async def remove_passkey(self, info: Info, input: RemovePasskeyInput) -> RemovePasskeyResult | None:
        """Remove it."""
        context, wanted = info.context, PasskeyId(key_of("Passkey", input.passkey))

        async def act(session: Session) -> UUID:
            await context.limits.spend("passkey.change", context.member)
            return await commands.remove_passkey(session, context.actor, wanted)

        await context.once("removePasskey", input.client_mutation_id, act)
        return PasskeyRemoved(viewer=await renewed_viewer(context))
