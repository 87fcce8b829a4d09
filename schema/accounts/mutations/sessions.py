"""How a member signs out, here, elsewhere and everywhere, and chooses a language and whether the weekly mail comes."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.types import Viewer, renewed_viewer
from schema.context import Info
from schema.gates import Knock, gate, open_gate
from schema.nodes import id_of, key_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from schema.scalars import Language
from server.accounts.commands import choose_language, choose_queue_mail, end_all_sessions, end_session
from server.kit.db import Session
from server.kit.ids import SessionId


@strawberry.input(description="Signing out on this browser.")
class SignOutInput:
    """Nothing more to say."""

    client_mutation_id: str | None = None


@strawberry.input(description="Signing out on every browser.")
class SignOutEverywhereInput:
    """Nothing more to say."""

    client_mutation_id: str | None = None


@strawberry.input(description="One of the caller's own sessions.")
class EndSessionInput:
    """Which."""

    session: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="The language of pages and mails.")
class ChooseLanguageInput:
    """Which."""

    language: Language
    client_mutation_id: str | None = None


@strawberry.input(description="Whether the weekly mail of what waits for one's decision comes.")
class ChooseQueueMailInput:
    """Yes or no."""

    wanted: bool
    client_mutation_id: str | None = None


@strawberry.type(description="Nobody is signed in on this browser now.")
class SignedOut:
    """Done."""

    ok: bool


@strawberry.type(description="The member is signed in nowhere now.")
class SignedOutEverywhere:
    """Done."""

    ok: bool


@strawberry.type(description="The session has ended.")
class SessionEnded:
    """Which."""

    session: strawberry.ID


@strawberry.type(description="Pages and mails come in this language from now on.")
class LanguageChosen:
    """The viewer as they stand now."""

    viewer: Viewer


@strawberry.type(description="The weekly mail comes, or does not, from now on.")
class QueueMailChosen:
    """The viewer as they stand now."""

    viewer: Viewer


SignOutResult: TypeAlias = Annotated[SignedOut | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("SignOutResult")]
SignOutEverywhereResult: TypeAlias = Annotated[
    SignedOutEverywhere | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("SignOutEverywhereResult")
]
EndSessionResult: TypeAlias = Annotated[
    SessionEnded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("EndSessionResult")
]
ChooseLanguageResult: TypeAlias = Annotated[
    LanguageChosen | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ChooseLanguageResult")
]
ChooseQueueMailResult: TypeAlias = Annotated[
    QueueMailChosen | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ChooseQueueMailResult")
]


@strawberry.type
class SessionMutation:
    """Root fields that end sessions and choose a language and the weekly mail."""

    @strawberry.mutation(
        description="Sign out on this browser; who is signed out already stays so.",
        extensions=[open_gate("A browser whose session has ended elsewhere still wants to be rid of its cookie.")],
    )
    async def sign_out(self, info: Info, input: SignOutInput) -> SignOutResult | None:  # noqa: ARG002
        """End the session of this request."""
        context = info.context
        if context.actor.session_id is not None:
            own = context.actor.session_id
            await context.change(lambda session: end_session(session, context.actor, own))
        context.cookies.cleared = True
        return SignedOut(ok=True)

    @strawberry.mutation(description="Sign out on every browser, this one too.", extensions=[gate(Knock.MEMBER, while_leaving=True)])
    async def sign_out_everywhere(self, info: Info, input: SignOutEverywhereInput) -> SignOutEverywhereResult | None:  # noqa: ARG002
        """End every session."""
        context = info.context
        await context.change(lambda session: end_all_sessions(session, context.actor))
        context.cookies.cleared = True
        return SignedOutEverywhere(ok=True)

    @strawberry.mutation(description="Sign out on one of the caller's own browsers.", extensions=[gate(Knock.MEMBER, while_leaving=True)])
    async def end_session(self, info: Info, input: EndSessionInput) -> EndSessionResult | None:
        """End it."""
        context, wanted = info.context, SessionId(key_of("Session", input.session))

        async def act(session: Session) -> UUID:
            return await end_session(session, context.actor, wanted)

        key = await context.once("endSession", input.client_mutation_id, act)
        context.cookies.cleared = key == context.actor.session_id
        return SessionEnded(session=id_of("Session", key))

    @strawberry.mutation(description="Choose the language of pages and mails.", extensions=[gate(Knock.MEMBER, while_leaving=True)])
    async def choose_language(self, info: Info, input: ChooseLanguageInput) -> ChooseLanguageResult | None:
        """Keep it."""
        context = info.context
        await context.change(lambda session: choose_language(session, context.actor, input.language.value))
        return LanguageChosen(viewer=await renewed_viewer(context))

    @strawberry.mutation(description="Switch the weekly mail of what waits for one's decision on or off.", extensions=[gate(Knock.MEMBER)])
    async def choose_queue_mail(self, info: Info, input: ChooseQueueMailInput) -> ChooseQueueMailResult | None:
        """Keep it."""
        context = info.context
        await context.change(lambda session: choose_queue_mail(session, context.actor, wanted=input.wanted))
        return QueueMailChosen(viewer=await renewed_viewer(context))
