"""What happened when members left, or stayed after all."""

from dataclasses import dataclass

from server.kit.ids import MemberId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureAsked(Event):
    """A member asked to leave; nobody sees them any more. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureWithdrawn(Event):
    """A member who was leaving stays. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureReminded(Event):
    """The day on which a member is erased is near. No stream."""

    member_id: MemberId
