"""How the people of a list stand already: on the group's list, in the group, or wanting no invitation."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ARRAY, LargeBinary, Text, any_, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Member
from server.groups.model import GroupMembership
from server.kit.ids import GroupId
from server.kit.keyed import KeyedHash
from server.rosters.model import InvitationOptOut, RosterEntry


@dataclass(frozen=True, slots=True)
class Standing:
    """Addresses of a list: those whose members belong to the group, and those that want no invitation."""

    members: frozenset[str]
    unwanted: frozenset[str]

    @property
    def apart(self) -> frozenset[str]:
        """Those whom a list does not get; which of the two they are is told to nobody."""
        return self.members | self.unwanted


async def standing_of(session: AsyncSession, group: GroupId, emails: Collection[str], keyed: KeyedHash) -> Standing:
    """Return how the addresses stand; each is folded."""
    asked = literal(list(emails), ARRAY(Text()))
    belongs = GroupMembership.member_id == Member.id
    inside = select(func.lower(Member.email)).join(GroupMembership, belongs).where(func.lower(Member.email) == any_(asked))
    inside = inside.where(GroupMembership.group_id == group, GroupMembership.state == "approved")
    # Also as earlier releases wrote it, until the next hour's house-keeping.
    hashes = {made: email for email in emails for made in (email_hash(email, keyed), _unkeyed(email))}
    refused = select(InvitationOptOut.email_hash).where(InvitationOptOut.email_hash == any_(literal(list(hashes), ARRAY(LargeBinary()))))
    return Standing(
        members=frozenset(await session.scalars(inside)),
        unwanted=frozenset(hashes[found] for found in await session.scalars(refused)),
    )


async def listed_among(session: AsyncSession, group: GroupId, emails: Collection[str]) -> frozenset[str]:
    """Return those of the addresses that stand on the group's list.

    An import has no need to ask this of everybody: planned while the list is empty, this would read the whole list again for each batch.
    """
    listed = select(RosterEntry.email).where(RosterEntry.group_id == group, RosterEntry.email == any_(literal(list(emails), ARRAY(Text()))))
    return frozenset(await session.scalars(listed))


def email_hash(email: str, keyed: KeyedHash) -> bytes:
    """Return what is kept of an address that wants no invitation."""
    return keyed.of(_unkeyed(email))


def _unkeyed(email: str) -> bytes:
    return hashlib.sha256(f"engawa invitation {email}".encode()).digest()
