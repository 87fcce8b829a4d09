"""Memberships and the applications behind them: both are changed here and nowhere else, so that they never say two things.

A membership is `applied` while an application waits; what decides or ends the one does so with the other.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal, TypeAlias
from uuid import UUID

from sqlalchemy import case, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Member
from server.groups import rules
from server.groups.events import ApplicationDecided, ApplicationOpened
from server.groups.model import AlumniGroup, GroupApplication, GroupMembership
from server.groups.reads import queues_of_groups
from server.kit.actor import Language
from server.kit.clock import now
from server.kit.ids import ApplicationId, GroupId, JoinLinkId, MemberId, uuid7
from server.kit.log import group_queue, inbox, record
from server.kit.text import sentence

# A statement takes so many rows at a time.
_ROWS: Final = 2000
_LANGUAGES: Final[tuple[Language, ...]] = ("ja", "en")
_WAITING: Final = GroupApplication.state == "waiting"
Ending: TypeAlias = Literal["declined", "left", "applied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """How an applicant came, and what they answered: [{"question", "answer"}]."""

    answers: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    link_id: JoinLinkId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How an application ends, and with which reason."""

    state: Literal["approved", "declined", "withdrawn"]
    reason: str | None = None


async def apply_to_groups(
    session: AsyncSession, member: MemberId, groups: Sequence[GroupId], arrival: Arrival | None = None
) -> list[ApplicationId]:
    """Apply for the member; who belongs already stays, who left or was declined applies anew. Return the applications that are new."""
    groups = await hold_going(session, groups)
    if not groups:
        return []
    new = upsert(GroupMembership).values([_membership(group, member, "applied") for group in groups])
    applied = new.on_conflict_do_update(
        index_elements=["group_id", "member_id"],
        set_={"state": "applied", "since": new.excluded.since},
        where=GroupMembership.state.in_(("declined", "left")),
    )
    changed = (await session.scalars(applied.returning(GroupMembership.group_id))).all()
    return await _open(session, [(GroupId(group), member) for group in changed], arrival or Arrival())


async def hold_going(session: AsyncSession, groups: Collection[GroupId]) -> list[GroupId]:
    """Return those of the groups that go on, and keep them from being closed meanwhile; many may hold them at once."""
    going = select(AlumniGroup.id).where(AlumniGroup.id.in_(groups), AlumniGroup.state == "admitted").order_by(AlumniGroup.id)
    return [GroupId(key) for key in await session.scalars(going.with_for_update(read=True))]


async def approve_memberships(session: AsyncSession, member: MemberId, groups: Sequence[GroupId]) -> bool:
    """Make the member belong; who belongs already keeps the date, and who left by their own choice stays away.

    Return whether an application ended with it, of which the member is told.
    """
    if not groups:
        return False
    new = upsert(GroupMembership).values([_membership(group, member, "approved") for group in sorted(groups)])
    await session.execute(
        new.on_conflict_do_update(
            index_elements=["group_id", "member_id"],
            set_={"state": "approved", "since": new.excluded.since},
            where=GroupMembership.state.in_(("applied", "declined")),
        )
    )
    return await _end(session, member, groups, Outcome(state="approved"))


async def end_memberships(
    session: AsyncSession, member: MemberId, groups: Collection[GroupId], state: Ending, outcome: Outcome | None = None
) -> bool:
    """Take applications and memberships back; `applied` puts them back into the queue. `outcome` says more of a decline.

    Return whether an application ended with it.
    """
    ended = update(GroupMembership).where(
        GroupMembership.member_id == member,
        GroupMembership.group_id.in_(groups),
        GroupMembership.state.in_(("applied", "approved")),
    )
    ended = ended.values(state=state, since=now()).returning(GroupMembership.group_id)
    changed = [GroupId(group) for group in await session.scalars(ended.execution_options(synchronize_session=False))]
    if state == "applied":
        await _open(session, [(group, member) for group in sorted(changed)], Arrival())
        return False
    given = outcome or Outcome(state="declined" if state == "declined" else "withdrawn")
    return await _end(session, member, changed, given)


async def end_all_memberships(session: AsyncSession, group: GroupId) -> None:
    """End every membership of a group that is closed; what waits is declined with that reason, in the applicant's language."""
    ended = update(GroupMembership).where(GroupMembership.group_id == group, GroupMembership.state.in_(("applied", "approved")))
    state = case((GroupMembership.state == "applied", "declined"), else_="left")
    await session.execute(ended.values(state=state, since=now()).execution_options(synchronize_session=False))
    queue = (await queues_of_groups(session, [group]))[group]
    for language in _LANGUAGES:
        speak = select(Member.id).where(Member.language == language)
        waiting = update(GroupApplication).where(GroupApplication.group_id == group, _WAITING, GroupApplication.member_id.in_(speak))
        declined = waiting.values(state="declined", reason=sentence(language, "groups.closed"), decided_at=now())
        returned = declined.returning(GroupApplication.id, GroupApplication.member_id, GroupApplication.applied_at)
        rows = await session.execute(returned.execution_options(synchronize_session=False))
        for key, member, applied_at in rows.all():
            told = ApplicationDecided(application_id=ApplicationId(key), group_id=group, member_id=MemberId(member), outcome="declined")
            record(session, told, *_followed_in(queue, applied_at), inbox(MemberId(member)))


async def admit_all(session: AsyncSession, members: Collection[MemberId], groups: Collection[GroupId], state: str) -> None:
    """Let members apply, or belong (`state`: applied | approved), where they never stood in any way to the group: who left stays away."""
    rows = [_membership(group, member, state) for group in sorted(groups) for member in sorted(members)]
    for start in range(0, len(rows), _ROWS):
        new = upsert(GroupMembership).values(rows[start : start + _ROWS]).on_conflict_do_nothing()
        made = await session.execute(new.returning(GroupMembership.group_id, GroupMembership.member_id))
        if state == "applied":
            await _open(session, [(GroupId(group), MemberId(member)) for group, member in made.all()], Arrival())


async def _open(session: AsyncSession, pairs: Sequence[tuple[GroupId, MemberId]], arrival: Arrival) -> list[ApplicationId]:
    """Let an application wait for each group and member, where none does; tell who decides."""
    rows: list[dict[str, Any]] = [
        {
            "id": uuid7(),
            "group_id": group,
            "member_id": member,
            "link_id": arrival.link_id,
            "state": "waiting",
            "answers": arrival.answers,
            "applied_at": now(),
        }
        for group, member in pairs
    ]
    if not rows:
        return []
    opened = upsert(GroupApplication).values(rows)
    opened = opened.on_conflict_do_nothing(index_elements=["group_id", "member_id"], index_where=text("state = 'waiting'"))
    made = {UUID(str(key)) for key in await session.scalars(opened.returning(GroupApplication.id))}
    queues = await queues_of_groups(session, {group for group, _ in pairs})
    for row in rows:
        if row["id"] in made:
            event = ApplicationOpened(application_id=row["id"], group_id=row["group_id"], member_id=row["member_id"])
            record(session, event, queues[row["group_id"]])
    return [ApplicationId(row["id"]) for row in rows if row["id"] in made]


async def _end(session: AsyncSession, member: MemberId, groups: Collection[GroupId], outcome: Outcome) -> bool:
    """End what waits of the member in these groups; the queues hear of it, and the applicant who did not end it."""
    waiting = (GroupApplication.member_id == member, GroupApplication.group_id.in_(groups), _WAITING)
    ended = update(GroupApplication).where(*waiting).values(state=outcome.state, reason=outcome.reason, decided_at=now())
    returned = ended.returning(GroupApplication.id, GroupApplication.group_id, GroupApplication.applied_at)
    rows = (await session.execute(returned.execution_options(synchronize_session=False))).all()
    queues = await queues_of_groups(session, {GroupId(group) for _, group, _ in rows})
    for key, group, applied_at in rows:
        event = ApplicationDecided(application_id=ApplicationId(key), group_id=GroupId(group), member_id=member, outcome=outcome.state)
        record(session, event, *_followed_in(queues[GroupId(group)], applied_at), inbox(member))
    return bool(rows)


def _followed_in(queue: str, applied_at: datetime) -> set[str]:
    """In which queues an application stood: its own, and the stewards' once it had waited for so long."""
    return {queue, group_queue(None)} if applied_at < rules.overdue_since(now()) else {queue}


def _membership(group: GroupId, member: MemberId, state: str) -> dict[str, Any]:
    return {"group_id": group, "member_id": member, "state": state, "since": now()}
