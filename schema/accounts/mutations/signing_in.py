"""How somebody asks for a mail, and answers it; every address gets the same answer after the same statements."""

from datetime import datetime
from typing import Annotated, TypeAlias

import strawberry

from schema.accounts.types import JoinLinkArrivalInput, Viewer, renewed_viewer
from schema.context import Context, Info
from schema.gates import open_gate
from schema.people.types import CompanyChoiceInput, TenureInput
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from schema.scalars import Language
from server.accounts.commands import OpenedSession, count_attempt, open_session, request_sign_in, sign_in_demo
from server.accounts.model import SignInRequest
from server.accounts.rules import clean_email
from server.kit.actor import Actor
from server.kit.db import Session
from server.kit.refusal import NotThere
from server.people.commands import Entered, Registration, enter_by_code, enter_by_link, request_to_join
from server.rosters.commands import take_up

_DOOR = "This is the door: whoever comes in is nobody yet."


@strawberry.input(description="The address to which the mail goes.")
class RequestSignInInput:
    """An address."""

    email: str
    client_mutation_id: str | None = None


@strawberry.input(description="What signing up asks for, and nothing else.")
class SignUpInput:
    """Who joins, and where they were."""

    email: str
    name: str
    reading: str | None = strawberry.field(default=None, description="The name in kana.")
    company: CompanyChoiceInput
    tenure: TenureInput
    accepted_terms_version: str = strawberry.field(description="Site.termsVersion, as it was read and accepted.")
    language: Language | None = strawberry.field(default=None, description="Of pages and mails; the page's when left out.")
    join_link: JoinLinkArrivalInput | None = None
    client_mutation_id: str | None = None


@strawberry.input(description="The token in a mail's link. Opening the link uses nothing up; sending it here does.")
class FollowLinkInput:
    """A token."""

    token: str
    client_mutation_id: str | None = None


@strawberry.input(description="The six digits of the latest mail to an address.")
class EnterCodeInput:
    """An address and its code."""

    email: str
    code: str
    client_mutation_id: str | None = None


@strawberry.input(description="A ready-made sign-in of the demo world.")
class SignInToDemoInput:
    """Which."""

    key: str = strawberry.field(description="Site.demoSignIns.key")
    client_mutation_id: str | None = None


@strawberry.type(description="A mail is on its way, whether or not the address has an account; the mail says which.")
class SignInRequested:
    """Where the mail goes, and until when its link and code work."""

    email: str
    expires_at: datetime


@strawberry.type(description="A mail is on its way, whether or not the address has an account already; the mail says which.")
class SignUpRequested:
    """Where the mail goes, and until when its link and code work."""

    email: str
    expires_at: datetime


@strawberry.type(description="The caller is signed in.")
class SignedIn:
    """Who they are now."""

    viewer: Viewer
    is_new: bool = strawberry.field(description="True right after signing up.")
    join_link: str | None = strawberry.field(
        default=None, description="The token of the join link by which somebody with an account came: they can apply there now."
    )


RequestSignInResult: TypeAlias = Annotated[
    SignInRequested | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RequestSignInResult")
]
SignUpResult: TypeAlias = Annotated[
    SignUpRequested | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("SignUpResult")
]
SignInResult: TypeAlias = Annotated[SignedIn | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("SignInResult")]


@strawberry.type
class SigningInMutation:
    """Root fields through which one comes in."""

    @strawberry.mutation(description="Ask for a mail with a link and a code.", extensions=[open_gate(_DOOR)])
    async def request_sign_in(self, info: Info, input: RequestSignInInput) -> RequestSignInResult | None:
        """Keep the wish; the mail goes by job."""
        context = info.context
        await spend(context, "sign_in", input.email)
        request = await context.change(lambda session: request_sign_in(session, input.email, context.language))
        return SignInRequested(email=request.email, expires_at=request.expires_at)

    @strawberry.mutation(description="Ask to join; the account is made when the mail is answered.", extensions=[open_gate(_DOOR)])
    async def sign_up(self, info: Info, input: SignUpInput) -> SignUpResult | None:
        """Check and keep it; the mail goes by job."""
        context = info.context
        registration = Registration(
            email=input.email,
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

        async def act(session: Session) -> SignInRequest:
            request = await request_to_join(session, registration)
            # Last, so that somebody who mends a field again and again does not use it up.
            await spend(context, "sign_up", input.email)
            return request

        request = await context.change(act)
        return SignUpRequested(email=request.email, expires_at=request.expires_at)

    @strawberry.mutation(description="Answer a mail by its link.", extensions=[open_gate(_DOOR)])
    async def follow_link(self, info: Info, input: FollowLinkInput) -> SignInResult | None:
        """Use the token up."""
        context = info.context
        await context.limits.spend("link.origin", context.actor.origin)

        async def act(session: Session) -> Entered:
            entered = await enter_by_link(session, input.token, context.device, context.arrival)
            await take_up(session, entered)
            return entered

        entered = await context.change(act)
        return await signed_in(context, entered.opened, is_new=entered.is_new, join_link=entered.join_link)

    @strawberry.mutation(description="Answer a mail by its code.", extensions=[open_gate(_DOOR)])
    async def enter_code(self, info: Info, input: EnterCodeInput) -> SignInResult | None:
        """Count the try, for good; then look at the code."""
        context = info.context
        await spend(context, "code", input.email)
        attempt = await context.change(lambda session: count_attempt(session, input.email))

        async def act(session: Session) -> Entered:
            entered = await enter_by_code(session, attempt, input.code, context.device, context.arrival)
            await take_up(session, entered)
            return entered

        entered = await context.change(act)
        return await signed_in(context, entered.opened, is_new=entered.is_new, join_link=entered.join_link)

    @strawberry.mutation(description="Sign in to the demo world; elsewhere there is nothing behind any key.", extensions=[open_gate(_DOOR)])
    async def sign_in_to_demo(self, info: Info, input: SignInToDemoInput) -> SignInResult | None:
        """Sign in, only where everything is invented."""
        context = info.context
        if not context.parts.settings.embedded:
            raise NotThere

        async def act(session: Session) -> OpenedSession:
            return await open_session(session, await sign_in_demo(session, input.key), context.device, "demo")

        return await signed_in(context, await context.change(act), is_new=False)


async def spend(context: Context, cap: str, email: str) -> None:
    """Spend from an address and from where the request came from; an address without its form is refused first."""
    address = clean_email(email)
    await context.limits.spend(f"{cap}.origin", context.actor.origin)
    await context.limits.spend(f"{cap}.address", address)


async def signed_in(context: Context, opened: OpenedSession, *, is_new: bool, join_link: str | None = None) -> SignedIn:
    """Hand the new session's token to the browser, and return who the caller is now."""
    context.cookies.new_token = opened.token
    viewer = await renewed_viewer(context, Actor(member_id=opened.member_id, session_id=opened.id))
    return SignedIn(viewer=viewer, is_new=is_new, join_link=join_link)
