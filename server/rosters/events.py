"""What happened to rosters: a list was brought, people were invited, and answered."""

from dataclasses import dataclass

from server.kit.ids import GroupId, MemberId, RosterEntryId, RosterId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterImported(Event):
    """A group's list was brought. No stream."""

    roster_id: RosterId
    group_id: GroupId


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationSent(Event):
    """Somebody on a list is to be invited; the mail follows. No stream: they are nobody here yet."""

    PRIORITY = -1

    entry_id: RosterEntryId
    group_id: GroupId


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationAccepted(Event):
    """Somebody on a list belongs to the group now. No stream."""

    entry_id: RosterEntryId
    group_id: GroupId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationDeclined(Event):
    """Somebody on a list said no for good, and is no longer on any. No stream: nobody is told who."""

    group_id: GroupId
