"""What happened in groups: how they came and ended, who applied, what was asked and decided, who has a standing role."""

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
    """A member has a standing role in the group now, another than before. `own`: by their own act. Stream: their inbox."""

    group_id: GroupId
    member_id: MemberId
    role: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEnded(Event):
    """A member has no standing role in the group any more. `own`: they laid it down. Stream: their inbox."""

    group_id: GroupId
    member_id: MemberId
    role: str
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipEnded(Event):
    """Nobody who is here owns the group any more, by no choice of its owner's. No stream: who goes on, and the stewards, are told."""

    group_id: GroupId


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupProposed(Event):
    """A group waits for a steward. Stream: the stewards' queue."""

    group_id: GroupId


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAdmitted(Event):
    """A proposed group is there now, and `member_id`, who proposed it, owns it. Streams: the stewards' queue, their inbox."""

    group_id: GroupId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDeclined(Event):
    """A proposed group was not admitted. Streams: the stewards' queue, the inbox of who proposed it while they are here."""

    group_id: GroupId
    member_id: MemberId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupProposalWithdrawn(Event):
    """Who proposed a group took the proposal back, and it is there no more. Stream: the stewards' queue."""

    group_id: GroupId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupClosed(Event):
    """A group is no more; what waited in its queue is the stewards'. Streams: both queues."""

    group_id: GroupId
