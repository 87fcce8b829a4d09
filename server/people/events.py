"""What happened to people: they joined, told of themselves, were confirmed or not, and want to meet somebody, or not."""

from dataclasses import dataclass

from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId, VouchId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberJoined(Event):
    """An account and its profile were made. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileUpdated(Event):
    """A member changed what they say of themselves, or who may see it. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoChanged(Event):
    """A member shows another photo, or none; `before` names the stored picture that nobody shows any more. No stream."""

    member_id: MemberId
    before: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliationDeclared(Event):
    """An affiliation waits for its confirmation. Streams: the queues that decide on it."""

    affiliation_id: AffiliationId
    member_id: MemberId
    company_id: CompanyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliationEdited(Event):
    """An affiliation says something else now. Streams: the queues that decide on it."""

    affiliation_id: AffiliationId
    member_id: MemberId
    company_id: CompanyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliationConfirmed(Event):
    """Decided for the member, in the name of a group or (None) of the stewards. Streams: the queues, the member's inbox.

    `with_application`: together with an application, of which the member is told.
    `decided_by` None: the group's list says it, and who brought that list acted on the command line, or has left since.
    """

    affiliation_id: AffiliationId
    member_id: MemberId
    group_id: GroupId | None
    decided_by: MemberId | None
    with_application: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliationDeclined(Event):
    """Decided against, in the name of a group or (None) of the stewards. Streams: the queues, the member's inbox.

    `with_application`: together with an application, of which the member is told.
    """

    affiliation_id: AffiliationId
    member_id: MemberId
    group_id: GroupId | None
    decided_by: MemberId
    with_application: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliationRemoved(Event):
    """The member took an affiliation back. Streams: the queues that decided on it."""

    affiliation_id: AffiliationId
    member_id: MemberId
    company_id: CompanyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliationVouched(Event):
    """A former colleague's word confirms it. Streams: the queues that decide on it, the member's inbox."""

    affiliation_id: AffiliationId
    member_id: MemberId
    vouch_id: VouchId


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchDeferred(Event):
    """A former colleague gave their word, and who decides looks at it first. Streams: the queues that decide on it."""

    affiliation_id: AffiliationId
    member_id: MemberId
    vouch_id: VouchId


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchWithdrawn(Event):
    """A former colleague took their word back. Streams: the queues that decide on the affiliation."""

    affiliation_id: AffiliationId
    member_id: MemberId
    vouch_id: VouchId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationEnded(Event):
    """A confirmation of the affiliation no longer stands; what else stands remains. `why`: revoked | withdrawn | lapsed.

    `level` is what it was; revoked in the name of a group or (None) of the stewards. Streams: the queues, the member's inbox.
    """

    affiliation_id: AffiliationId
    member_id: MemberId
    level: int
    why: str
    group_id: GroupId | None
    decided_by: MemberId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationAsked(Event):
    """A member asked colleagues or the company to confirm an affiliation. No stream: those who are asked see it on their page."""

    affiliation_id: AffiliationId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationRequestEnded(Event):
    """A member asks no longer. No stream."""

    affiliation_id: AffiliationId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberBlocked(Event):
    """One member does not want to meet another. No stream: exclusions tell nobody."""

    blocker_id: MemberId
    blocked_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberUnblocked(Event):
    """A block was taken back. No stream."""

    blocker_id: MemberId
    blocked_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyExcluded(Event):
    """A member is no longer shown to whoever has to do with a company. No stream: exclusions tell nobody."""

    member_id: MemberId
    company_id: CompanyId


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyIncluded(Event):
    """An exclusion of a company was taken back. No stream."""

    member_id: MemberId
    company_id: CompanyId


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberExcluded(Event):
    """A member is no longer shown to another one. No stream: exclusions tell nobody."""

    member_id: MemberId
    other_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberIncluded(Event):
    """An exclusion of a member was taken back. No stream."""

    member_id: MemberId
    other_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingChanged(Event):
    """A member chose who may see them at all. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class CirclesPicked(Event):
    """A member chose the groups and companies that see the fields of chosen groups. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionAsked(Event):
    """A member asks another to be connected, who is to hear of it. Stream: the inbox of who is asked."""

    asker_id: MemberId
    asked_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionAccepted(Event):
    """Two are connected: `asker_id` asked first, and `asked_id` wanted it too. Stream: the inbox of who asked."""

    asker_id: MemberId
    asked_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionDeclined(Event):
    """A request was declined. No stream: who asked is not told."""

    asker_id: MemberId
    asked_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionRequestWithdrawn(Event):
    """Who asked asks no longer. No stream."""

    asker_id: MemberId
    asked_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionEnded(Event):
    """Two are not connected any more, since one of them wanted it. No stream: nobody is told."""

    member_id: MemberId
    other_id: MemberId
