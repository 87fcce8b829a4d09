"""Who runs a group: owners give roles, change them, take them away and hand the group over; everybody may lay their own role down.

Every change holds the group first, so that of two owners who act on each other at once the second meets what the first has left.
"""

from dataclasses import dataclass

from server.accounts.commands import hold_accounts
from server.audit.commands import AuditNote, write_audit
from server.groups import commands as groups
from server.groups.commands import Role
from server.groups.errors import NoRole, NotInGroup, NotYetVerified, OwnersOnly, OwnRole, StewardsAppoint
from server.groups.policy import COMPANY_CONTACT
from server.groups.reads import memberships_of, roles_of
from server.groups.rules import LONGEST_REASON
from server.kit.actor import Actor, Level
from server.kit.db import Session
from server.kit.ids import GroupId, MemberId
from server.kit.refusal import NotAnOperator, NotThere
from server.moderation.commands.rights import member_of, right_on_group, somebody
from server.moderation.rules import required
from server.people.reads import actor_of, visible_ids

_OWNER = ("owner",)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGrant:
    """Who has which role in a group from now on, and why; they read the reason in the group's name."""

    group_id: GroupId
    member_id: MemberId
    role: Role
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChange:
    """Whose role in a group ends, or to whom the group is handed over, and why; they read the reason in the group's name."""

    group_id: GroupId
    member_id: MemberId
    reason: str


@dataclass(frozen=True, slots=True)
class SteppingDown:
    """In which group one's own role ends, and why; the reason stands in the audit trail."""

    group_id: GroupId
    reason: str


async def grant_role(session: Session, actor: Actor, grant: RoleGrant) -> None:
    """Give somebody a role, or another than before; the same again changes nothing. Raise OwnersOnly, StewardsAppoint, NotInGroup …"""
    reason = required(grant.reason, "reason", LONGEST_REASON)
    decider, right = await _held(session, actor, grant.group_id, grant.member_id)
    if grant.role == COMPANY_CONTACT and right != "steward":
        # Their word counts as the company's, so that it is not for the group to say whose word that is.
        raise StewardsAppoint
    await _check_eligible(session, grant.group_id, grant.member_id, grant.role)
    before = await _role_of(session, grant.group_id, grant.member_id)
    if before == grant.role:
        return
    await groups.set_role(session, grant.group_id, grant.member_id, grant.role)
    if before == "owner":
        await groups.check_owned(session, grant.group_id)
    await _audit(session, decider, f"grant_{grant.role}", (right, grant.group_id, grant.member_id, reason))


async def take_role(session: Session, actor: Actor, change: RoleChange) -> None:
    """Take somebody's role away; raise OwnersOnly, OwnRole, NoRole or LastOwner."""
    reason = required(change.reason, "reason", LONGEST_REASON)
    decider, right = await _held(session, actor, change.group_id, change.member_id)
    role = await groups.end_role(session, change.group_id, change.member_id, own=False)
    await _audit(session, decider, f"take_{role}", (right, change.group_id, change.member_id, reason))


async def hand_over_group(session: Session, actor: Actor, change: RoleChange) -> None:
    """Let somebody else own the group in one's place, and operate it oneself from then on."""
    reason = required(change.reason, "reason", LONGEST_REASON)
    decider, right = await _held(session, actor, change.group_id, change.member_id)
    if right != "owner":
        raise OwnersOnly
    await _check_eligible(session, change.group_id, change.member_id, "owner")
    await groups.set_role(session, change.group_id, change.member_id, "owner")
    await groups.set_role(session, change.group_id, member_of(decider), "operator", own=True)
    await _audit(session, decider, "hand_over_group", (right, change.group_id, change.member_id, reason))


async def step_down(session: Session, actor: Actor, stepping: SteppingDown) -> None:
    """Lay one's own role down, whichever it is; raise NoRole, or LastOwner before somebody else owns the group."""
    reason = required(stepping.reason, "reason", LONGEST_REASON)
    await groups.hold_group(session, stepping.group_id)
    member = await somebody(session, actor)
    role = (await roles_of(session, member)).get(stepping.group_id)
    if role is None:
        raise NoRole
    if stepping.group_id not in member.operates | member.speaks_for:
        # A session without a second factor does nothing with a role, not even this.
        raise NotAnOperator
    await groups.end_role(session, stepping.group_id, member_of(member), own=True)
    await _audit(session, member, "step_down", (role, stepping.group_id, member_of(member), reason))


async def _held(session: Session, actor: Actor, group: GroupId, member: MemberId) -> tuple[Actor, str]:
    await groups.hold_group(session, group)
    # Whoever leaves the group or the platform at the same time has gone by now, or waits and meets the role.
    await hold_accounts(session, [member, member_of(actor)])
    decider, right = await right_on_group(session, actor, group, _OWNER, OwnersOnly)
    if member == decider.member_id:
        raise OwnRole
    if member not in await visible_ids(session, decider, [member]):
        raise NotThere
    return decider, right


async def _check_eligible(session: Session, group: GroupId, member: MemberId, role: Role) -> None:
    """Who has a standing role belongs to the group; who speaks for the company need be no alum of it, and is a verified member."""
    if role != COMPANY_CONTACT:
        if group not in (await memberships_of(session, [member])).get(member, []):
            raise NotInGroup
        return
    somebody_else = await actor_of(session, member)
    if somebody_else is None or somebody_else.level < Level.VERIFIED:
        raise NotYetVerified


async def _role_of(session: Session, group: GroupId, member: MemberId) -> str | None:
    return (await roles_of(session, Actor(member_id=member))).get(group)


async def _audit(session: Session, decider: Actor, action: str, deed: tuple[str, GroupId, MemberId, str]) -> None:
    right, group, member, reason = deed
    note = AuditNote(
        actor=member_of(decider),
        right=right,
        action=action,
        subject_kind="member",
        subject_member=member,
        group_id=group,
        reason=reason,
    )
    await write_audit(session, note)
