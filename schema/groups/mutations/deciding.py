"""How applications are decided: approved, declined with a reason, or asked back about; each as it was read."""

from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.groups.types import ApplicantAsked, ApplicationDecided, GroupApplication, application_of
from schema.nodes import key_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from server.groups.commands import Question, ask_applicant
from server.kit.db import Session
from server.kit.ids import ApplicationId
from server.kit.refusal import NotThere
from server.people.commands import Seen, approve_application, decline_application


@strawberry.input(description="An application to approve, as it was read.")
class ApproveApplicationInput:
    """Which."""

    application: strawberry.ID
    version: str
    client_mutation_id: str | None = None


@strawberry.input(description="An application to decline, as it was read.")
class DeclineApplicationInput:
    """Which, and why."""

    application: strawberry.ID
    version: str
    reason: str = strawberry.field(description="The applicant reads it, in the group's name.")
    client_mutation_id: str | None = None


@strawberry.input(description="A question back.")
class AskApplicantInput:
    """Of whom, and what."""

    application: strawberry.ID
    question: str = strawberry.field(description="The applicant reads it, in the group's name.")
    client_mutation_id: str | None = None


ApproveApplicationResult: TypeAlias = Annotated[
    ApplicationDecided | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ApproveApplicationResult")
]
DeclineApplicationResult: TypeAlias = Annotated[
    ApplicationDecided | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("DeclineApplicationResult")
]
AskApplicantResult: TypeAlias = Annotated[
    ApplicantAsked | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AskApplicantResult")
]


@strawberry.type
class ApplicationsMutation:
    """Root fields about others' applications."""

    @strawberry.mutation(
        description="Let an applicant belong to the group; their times at its companies are confirmed with it.",
        extensions=[gate(Knock.OPERATOR)],
    )
    async def approve_application(self, info: Info, input: ApproveApplicationInput) -> ApproveApplicationResult | None:
        """Approve it."""
        context = info.context
        seen = Seen(application_id=_key(input.application), version=input.version)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await approve_application(session, context.actor, seen)).id

        key = await context.once("approveApplication", input.client_mutation_id, act)
        return ApplicationDecided(application=await _shown(context, key))

    @strawberry.mutation(description="Decline an application, and say why.", extensions=[gate(Knock.OPERATOR)])
    async def decline_application(self, info: Info, input: DeclineApplicationInput) -> DeclineApplicationResult | None:
        """Decline it."""
        context = info.context
        seen = Seen(application_id=_key(input.application), version=input.version)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await decline_application(session, context.actor, seen, input.reason)).id

        key = await context.once("declineApplication", input.client_mutation_id, act)
        return ApplicationDecided(application=await _shown(context, key))

    @strawberry.mutation(description="Ask an applicant something back; the application goes on waiting.", extensions=[gate(Knock.OPERATOR)])
    async def ask_applicant(self, info: Info, input: AskApplicantInput) -> AskApplicantResult | None:
        """Ask it."""
        context = info.context
        question = Question(_key(input.application), input.question)

        async def act(session: Session) -> UUID:
            await context.limits.spend("operator.decide", context.member)
            return (await ask_applicant(session, context.actor, question)).id

        key = await context.once("askApplicant", input.client_mutation_id, act)
        return ApplicantAsked(application=await _shown(context, key))


def _key(application: strawberry.ID) -> ApplicationId:
    return ApplicationId(key_of("GroupApplication", application))


async def _shown(context: Context, key: UUID) -> GroupApplication:
    application = await application_of(context, ApplicationId(key))
    if application is None:
        raise NotThere
    return application
