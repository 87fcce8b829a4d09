"""Applications to groups as the graph shows them: to their member, and to who decides."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.groups import loaders
from schema.groups.types import groups
from schema.nodes import Node, ViewerDependent, id_of
from schema.people import types as people
from server.groups import events, model
from server.kit.ids import ApplicationId, GroupId, MemberId
from server.kit.log import Event
from server.kit.refusal import NotThere
from server.kit.text import sentence

if TYPE_CHECKING:
    from schema.groups.types.groups import AlumniGroup
    from schema.people.types import Affiliation, Person

_Affiliation: TypeAlias = Annotated["Affiliation", strawberry.lazy("schema.people.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types.groups")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]


@strawberry.enum(description="How an application stands.")
class ApplicationState(Enum):
    """How an application stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@strawberry.type(description="What a group asked, and what was answered.")
class JoinAnswer:
    """A question with its answer."""

    question: str
    answer: str


@strawberry.type(description="A question back, or the answer to it; who wrote it for the group is not told.")
class ApplicationMessage:
    """Something that was said."""

    id: strawberry.ID
    from_group: bool
    body: str
    at: datetime


@strawberry.type(description="A member asks to belong to a group.")
class GroupApplication(Node):
    """An application."""

    key: strawberry.Private[ApplicationId]
    row: strawberry.Private[model.GroupApplication]
    state: ApplicationState
    applied_at: datetime
    decided_at: datetime | None
    reason: str | None = strawberry.field(description="Why it was declined, in the group's words.")
    answers: list[JoinAnswer]

    @classmethod
    def of(cls, row: model.GroupApplication) -> Self:
        """Show a row."""
        key = ApplicationId(row.id)
        return cls(
            id=id_of("GroupApplication", key),
            key=key,
            row=row,
            state=ApplicationState(row.state),
            applied_at=row.applied_at,
            decided_at=row.decided_at,
            reason=row.reason,
            answers=[JoinAnswer(question=each["question"], answer=each["answer"]) for each in row.answers],
        )

    @strawberry.field(description="To which group.")
    async def group(self, info: Info) -> _Group:
        """Load it."""
        found = await groups.group_of(info.context, GroupId(self.row.group_id))
        if found is None:
            raise NotThere
        return found

    @strawberry.field(description="Who applies; null where the viewer does not see them any more.", directives=[ViewerDependent()])
    async def person(self, info: Info) -> _Person | None:
        """Load them."""
        return await people.person_of(info.context, MemberId(self.row.member_id))

    @strawberry.field(description="What the group asks now: by the link that they came by, or on its page.")
    async def questions(self, info: Info) -> list[str]:
        """Load them."""
        return await info.context.load(loaders.questions, self.key)

    @strawberry.field(
        description="Where the join link was pasted by which they came, for who decides; null without one.", directives=[ViewerDependent()]
    )
    async def came_by(self, info: Info) -> str | None:
        """Load it."""
        return await info.context.load(loaders.came_by, self.key)

    @strawberry.field(description="What was asked back and answered, the first first.", directives=[ViewerDependent()])
    async def messages(self, info: Info) -> list[ApplicationMessage]:
        """Load them."""
        rows = await info.context.load(loaders.messages, self.key)
        return [ApplicationMessage(id=strawberry.ID(row.id.hex), from_group=row.from_group, body=row.body, at=row.at) for row in rows]

    @strawberry.field(description="The times at the group's companies that it rests on, the latest first.", directives=[ViewerDependent()])
    async def affiliations(self, info: Info) -> list[_Affiliation]:
        """Load those that the viewer may see."""
        ground = await info.context.load(loaders.grounds, self.key)
        return await people.affiliations_of(info.context, ground.affiliations if ground else ())

    @strawberry.field(
        description="What a decision names, so that nobody decides on something else than they read.", directives=[ViewerDependent()]
    )
    async def version(self, info: Info) -> str:
        """Load it."""
        ground = await info.context.load(loaders.grounds, self.key)
        return ground.version if ground else ""

    @strawberry.field(description="Who decides, or decided: the group by name, or the stewards; never a person.")
    async def decided_by(self, info: Info) -> str:
        """Name them."""
        return await decided_by(info.context, GroupId(self.row.group_id))


@strawberry.type
class _OnAnApplication:
    """What happened to an application."""

    application: GroupApplication


@strawberry.type(description="Somebody applied to a group.")
class ApplicationOpened(_OnAnApplication):
    """Told to who decides."""


@strawberry.type(description="An applicant changed their answers, or answered a question back.")
class ApplicationEdited(_OnAnApplication):
    """Told to who decides."""


@strawberry.type(description="The group asked an applicant something back.")
class ApplicantAsked(_OnAnApplication):
    """Told to the applicant, and to who decides."""


@strawberry.type(description="An application was approved, declined, or taken back.")
class ApplicationDecided(_OnAnApplication):
    """Told to the applicant, and to who decides."""


OnAnApplication: TypeAlias = ApplicationOpened | ApplicationEdited | ApplicantAsked | ApplicationDecided
_TOLD: dict[type[Event], type[OnAnApplication]] = {
    events.ApplicationOpened: ApplicationOpened,
    events.ApplicationEdited: ApplicationEdited,
    events.ApplicantAsked: ApplicantAsked,
    events.ApplicationDecided: ApplicationDecided,
}


async def decided_by(context: Context, key: GroupId) -> str:
    """Name who decides on applications to a group: the group where somebody in it does, the stewards elsewhere."""
    decides = bool(await context.load(loaders.operators_of, key))
    group = await context.load(loaders.groups, key)
    if group is None or not decides:
        return sentence(context.language, "people.stewards")
    return (context.language == "en" and group.name_en) or group.name


async def application_of(context: Context, key: ApplicationId) -> GroupApplication | None:
    """Return an application that the viewer may see."""
    row = await context.load(loaders.applications, key)
    return None if row is None else GroupApplication.of(row)


async def applications_of(context: Context, keys: Sequence[ApplicationId]) -> list[GroupApplication]:
    """Return applications by their keys, in order, without those that the viewer may not see."""
    rows = await context.load_many(loaders.applications, keys)
    return [GroupApplication.of(row) for row in rows if row is not None]


async def own_applications_of(context: Context) -> list[GroupApplication]:
    """Return the viewer's newest application to each group, the newest first."""
    return [GroupApplication.of(row) for row in await loaders.own_applications(context)]


async def asked_or_decided(context: Context, event: Event) -> ApplicantAsked | ApplicationDecided | None:
    """Tell an applicant what an event says was asked of them, or decided; None for other events."""
    told = await application_told(context, event) if isinstance(event, events.ApplicantAsked | events.ApplicationDecided) else None
    return told if isinstance(told, ApplicantAsked | ApplicationDecided) else None


async def application_told(context: Context, event: Event) -> OnAnApplication | None:
    """Tell what an event says happened to an application; None for other events, and where the viewer does not see it."""
    told = _TOLD.get(type(event))
    key: ApplicationId | None = getattr(event, "application_id", None)
    application = None if told is None or key is None else await application_of(context, key)
    return None if told is None or application is None else told(application=application)
