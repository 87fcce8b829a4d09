"""Changes to groups: memberships that follow a member's affiliations, standing roles, and the known groups loaded from data."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.commands import raise_authz_version
from server.audit.commands import AuditNote, write_audit
from server.companies.rules import LONGEST_NAME, one_line
from server.groups.errors import BadSlug
from server.groups.events import RoleGranted
from server.groups.model import AlumniGroup, GroupCompany, GroupMembership, GroupRole
from server.kit.clock import now
from server.kit.ids import CompanyId, GroupId, MemberId
from server.kit.log import record

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# A statement takes so many rows at a time.
_ROWS: Final = 2000
Role: TypeAlias = Literal["owner", "operator", "deputy", "company_contact"]


async def apply_to_groups(session: AsyncSession, member: MemberId, groups: Sequence[GroupId]) -> None:
    """Apply for the member; who belongs already stays, who left or was declined applies anew."""
    if not groups:
        return
    new = upsert(GroupMembership).values([_membership(group, member, "applied") for group in sorted(groups)])
    await session.execute(
        new.on_conflict_do_update(
            index_elements=["group_id", "member_id"],
            set_={"state": "applied", "since": new.excluded.since},
            where=GroupMembership.state.in_(("declined", "left")),
        )
    )


async def approve_memberships(session: AsyncSession, member: MemberId, groups: Sequence[GroupId]) -> None:
    """Make the member belong; who belongs already keeps the date."""
    if not groups:
        return
    new = upsert(GroupMembership).values([_membership(group, member, "approved") for group in sorted(groups)])
    await session.execute(
        new.on_conflict_do_update(
            index_elements=["group_id", "member_id"],
            set_={"state": "approved", "since": new.excluded.since},
            where=GroupMembership.state != "approved",
        )
    )


async def end_memberships(
    session: AsyncSession, member: MemberId, groups: Sequence[GroupId], state: Literal["declined", "left", "applied"]
) -> None:
    """Take applications and memberships back."""
    ended = update(GroupMembership).where(
        GroupMembership.member_id == member,
        GroupMembership.group_id.in_(groups),
        GroupMembership.state.in_(("applied", "approved")),
    )
    await session.execute(ended.values(state=state, since=now()).execution_options(synchronize_session=False))


async def admit_all(session: AsyncSession, members: Collection[MemberId], groups: Collection[GroupId], state: str) -> None:
    """Let members apply, or belong (`state`: applied | approved), where they never stood in any way to the group: who left stays away."""
    rows = [_membership(group, member, state) for group in sorted(groups) for member in sorted(members)]
    for start in range(0, len(rows), _ROWS):
        await session.execute(upsert(GroupMembership).values(rows[start : start + _ROWS]).on_conflict_do_nothing())


async def move_company(session: AsyncSession, from_: CompanyId, into: CompanyId) -> None:
    """Let the groups that gather one company's alumni gather another's, as a part of merging the two."""
    groups = await session.scalars(delete(GroupCompany).where(GroupCompany.company_id == from_).returning(GroupCompany.group_id))
    rows = [{"group_id": group, "company_id": into} for group in groups]
    if rows:
        await session.execute(upsert(GroupCompany).values(rows).on_conflict_do_nothing())


async def grant_role(session: AsyncSession, group: GroupId, member: MemberId, role: Role, *, by: MemberId | None = None) -> None:
    """Give a standing role; `by` None says that who runs the deployment did, on its command line."""
    new = upsert(GroupRole).values(group_id=group, member_id=member, role=role, since=now())
    await session.execute(new.on_conflict_do_update(index_elements=["group_id", "member_id"], set_={"role": new.excluded.role}))
    await raise_authz_version(session, member)
    note = AuditNote(
        actor=by or member,
        right="steward" if by else "command line",
        action="grant_role",
        subject_kind="member",
        subject_member=member,
        group_id=group,
        reason=role,
    )
    await write_audit(session, note)
    record(session, RoleGranted(group_id=group, member_id=member))


async def found_group(session: AsyncSession, slug: str, name: str, companies: Sequence[CompanyId]) -> GroupId:
    """Make a group of these companies' alumni, run by volunteers until it says otherwise; the slug stands in its address."""
    if not _SLUG.fullmatch(slug):
        raise BadSlug("slug")
    group = AlumniGroup(slug=slug, name=one_line("name", name, LONGEST_NAME), description="", run_by="volunteers", recognition="none")
    session.add(group)
    await session.flush()
    session.add_all([GroupCompany(group_id=group.id, company_id=company) for company in companies])
    await session.flush()
    return GroupId(group.id)


async def seed_groups(session: AsyncSession, companies: Mapping[str, CompanyId]) -> dict[str, GroupId]:
    """Load the groups of data/groups.toml; `companies` are ids by key, as seed_companies returns them. May be repeated."""
    text = files("server.groups").joinpath("data", "groups.toml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)["group"]
    return {entry["slug"]: await _seed(session, entry, companies) for entry in entries}


async def _seed(session: AsyncSession, entry: dict[str, Any], companies: Mapping[str, CompanyId]) -> GroupId:
    group = await session.scalar(select(AlumniGroup).where(AlumniGroup.slug == entry["slug"]))
    if group is None:
        group = AlumniGroup(
            slug=entry["slug"],
            name=entry["ja"],
            name_en=entry.get("en"),
            description=entry["about_ja"],
            description_en=entry.get("about_en"),
            run_by=entry["run_by"],
            recognition=entry["recognition"],
        )
        session.add(group)
        await session.flush()
    rows = [{"group_id": group.id, "company_id": companies[key]} for key in entry["companies"]]
    await session.execute(upsert(GroupCompany).values(rows).on_conflict_do_nothing())
    return GroupId(group.id)


def _membership(group: GroupId, member: MemberId, state: str) -> dict[str, Any]:
    return {"group_id": group, "member_id": member, "state": state, "since": now()}
