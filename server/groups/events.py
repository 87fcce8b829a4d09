"""What happened in groups: who applied, what was asked and decided, and who was given a standing role."""

from dataclasses import dataclass

from server.kit.ids import ApplicationId, GroupId, MemberId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationOpened(Event):
    """A member applied; their application waits. Stream: the queue of who decides."""

    application_id: ApplicationId
    group_id: GroupId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationEdited(Event):
    """An applicant changed their answers, or answered a question back. Stream: the queue of who decides."""

    application_id: ApplicationId
    group_id: GroupId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantAsked(Event):
    """Who decides asked an applicant something, in the group's name. Streams: that queue, the applicant's inbox."""

    application_id: ApplicationId
    group_id: GroupId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDecided(Event):
    """An application ended. `outcome`: approved | declined | withdrawn. Streams: that queue, the applicant's inbox."""

    application_id: ApplicationId
    group_id: GroupId
    member_id: MemberId
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLeft(Event):
    """A member left a group that they belonged to. No stream."""

    group_id: GroupId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGranted(Event):
    """A member has a standing role in the group now. No stream."""

    group_id: GroupId
    member_id: MemberId
