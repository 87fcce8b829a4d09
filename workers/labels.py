"""How labels follow what happens: whoever falls out of the people around one is let go, before they could come back."""

from typing import TypeAlias

from server.departures.events import DepartureAsked
from server.kit.ids import MemberId
from server.opportunities.commands import narrow_circles
from server.people.events import (
    AffiliationDeclared,
    AffiliationDeclined,
    AffiliationEdited,
    AffiliationRemoved,
    CirclesPicked,
    CompanyExcluded,
    ConfirmationEnded,
    ConnectionEnded,
    ListingChanged,
    MemberBlocked,
    MemberExcluded,
    ProfileUpdated,
)
from workers.parts import Parts
from workers.walking import OfMany, people_of

OfAMember: TypeAlias = (
    AffiliationDeclared
    | AffiliationDeclined
    | AffiliationEdited
    | AffiliationRemoved
    | CirclesPicked
    | CompanyExcluded
    | ConfirmationEnded
    | DepartureAsked
    | ListingChanged
    | ProfileUpdated
)


async def narrow_around_member(parts: Parts, event: OfAMember, _key: str) -> None:
    """Look at the labels beside which the member stands, and at those on their posts."""
    await _narrow(parts, [event.member_id])


async def narrow_around_people_of(parts: Parts, event: OfMany, _key: str) -> None:
    """Look at the labels of everybody who was at the companies, which may be of another industry now, or belonged to the group."""
    async for members in people_of(parts, event):
        await _narrow(parts, members)


async def narrow_around_two(parts: Parts, event: ConnectionEnded | MemberBlocked | MemberExcluded, _key: str) -> None:
    """Look at the labels of the two of whom one does not meet the other any more, or as somebody less close."""
    two = [event.blocker_id, event.blocked_id] if isinstance(event, MemberBlocked) else [event.member_id, event.other_id]
    await _narrow(parts, two)


async def _narrow(parts: Parts, members: list[MemberId]) -> None:
    async with parts.db.transaction() as session:
        await narrow_circles(session, members)
