"""How a list is brought: good rows become entries, once an address however often they come; one transaction for the whole file."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import ARRAY, Boolean, Date, Table, Text, Uuid, bindparam, func, literal_column, select, tuple_
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.dml import ReturningInsert
from sqlalchemy.types import TypeEngine

from server.audit.commands import AuditNote, write_audit
from server.companies.rules import checked
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId, RosterId, uuid7
from server.kit.jobs import one_at_a_time
from server.kit.keyed import KeyedHash
from server.kit.log import record
from server.kit.refusal import NotThere
from server.rosters.errors import NoConsent
from server.rosters.events import RosterImported
from server.rosters.model import Roster, RosterEntry
from server.rosters.reads import judge_of, listed_among, next_rows, running_role, standing_of
from server.rosters.rules import LIVES, LONGEST_CONSENT, Entry, Judged, counted
from server.rosters.rules import Table as Lines

_TYPES: Final[dict[str, TypeEngine[Any]]] = {"company_id": Uuid(), "started_on": Date(), "ended_on": Date()}
# The plain table: the mapper would take a batch for values of one row.
_TABLE: Final = cast(Table, RosterEntry.__table__)
_SAID: Final = tuple(field.name for field in fields(Entry))


@dataclass(frozen=True, slots=True)
class Bringing:
    """For which group a list is brought, and why the people on it may be written to."""

    group_id: GroupId
    consent: str

    def check(self) -> str:
        """Return the ground without spaces around it; raise NoConsent, TooLong or UnreadableText."""
        if not self.consent.strip():
            raise NoConsent("consent")
        return checked("consent", self.consent.strip(), LONGEST_CONSENT, allowed="\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an import is: rows by what became of them; all of them are what was read."""

    added: int = 0
    corrected: int = 0
    present: int = 0
    refused: int = 0

    def and_(self, other: "Progress") -> "Progress":
        """Return both together."""
        return Progress(**{field.name: getattr(self, field.name) + getattr(other, field.name) for field in fields(self)})

    def with_those(self, apart: int) -> "Progress":
        """Return them with those whom a list does not get."""
        as_new, as_present = counted(apart)
        return self.and_(Progress(added=as_new, present=as_present))


Tell = Callable[[Progress, Sequence[Judged]], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read, by which key who wants no invitation is recognised, and who hears how far it is, and of the bad rows."""

    table: Lines
    keyed: KeyedHash
    tell: Tell


async def import_roster(session: AsyncSession, actor: Actor, bringing: Bringing, reading: Reading) -> Roster:
    """Bring the list of a group that the actor runs. Raise NotThere or NoConsent."""
    standing, role = await running_role(session, actor, bringing.group_id)
    if standing.member_id is None:
        raise NotThere
    return await _import(session, standing.member_id, role, bringing, reading)


async def import_on_the_command_line(session: AsyncSession, bringing: Bringing, reading: Reading) -> Roster:
    """Bring it for who runs the deployment."""
    return await _import(session, None, "command line", bringing, reading)


async def _import(session: AsyncSession, by: MemberId | None, right: str, bringing: Bringing, reading: Reading) -> Roster:
    consent, group, at = bringing.check(), bringing.group_id, now()
    await one_at_a_time(session, f"roster:{group}")
    roster = Roster(group_id=group, imported_by=by, consent=consent, imported_at=at, lapses_at=at + LIVES)
    session.add(roster)
    await session.flush()
    progress, apart = Progress(), 0
    judged = (await judge_of(session, group, reading.table)).judge(reading.table.lines)
    while rows := await asyncio.to_thread(next_rows, judged):
        kept, more = await _keep(session, roster, [row.entry for row in rows if row.entry is not None], reading.keyed)
        bad = [row for row in rows if row.entry is None]
        progress, apart = progress.and_(kept).and_(Progress(refused=len(bad))), apart + more
        reading.tell(progress.with_those(apart), bad)
    for name, number in asdict(progress.with_those(apart)).items():
        setattr(roster, name, number)
    note = AuditNote(
        actor=by, right=right, action="import_roster", subject_kind="roster", subject_id=roster.id, group_id=group, reason=consent
    )
    await write_audit(session, note)
    record(session, RosterImported(roster_id=RosterId(roster.id), group_id=group))
    await session.flush()
    return roster


async def _keep(session: AsyncSession, roster: Roster, entries: Sequence[Entry], keyed: KeyedHash) -> tuple[Progress, int]:
    """Keep them; return what became of them, and how many the list does not get."""
    if not entries:
        return Progress(), 0
    group = GroupId(roster.group_id)
    apart = (await standing_of(session, group, {entry.email for entry in entries}, keyed)).apart
    listed = await listed_among(session, group, apart) if apart else frozenset[str]()
    wanted = [entry for entry in entries if entry.email not in apart]
    values: dict[str, Any] = {name: [getattr(entry, name) for entry in wanted] for name in _SAID}
    values["id"] = [uuid7() for _ in wanted]
    kept = await session.execute(_entries_kept(), values | {"roster": roster.id, "group": roster.group_id})
    new = [inserted for (inserted,) in kept.all()]
    hidden = len(apart - listed)
    return Progress(added=sum(new), corrected=len(new) - sum(new), present=len(entries) - hidden - len(new)), hidden


@cache
def _entries_kept() -> ReturningInsert[bool]:
    """Insert a batch; who is there and has not accepted is corrected where the list says something else now."""
    types: dict[str, TypeEngine[Any]] = {"id": Uuid()} | {name: _TYPES.get(name, Text()) for name in _SAID}
    columns = [bindparam(name, type_=ARRAY(kind)) for name, kind in types.items()]
    rows = func.unnest(*columns).table_valued(*types, name="said").render_derived()
    given = [rows.c[name] for name in types]
    new = upsert(_TABLE).from_select(
        ["roster_id", "group_id", "state", *types],
        select(bindparam("roster", type_=Uuid()), bindparam("group", type_=Uuid()), literal_column("'waiting'", Text()), *given),
    )
    details = [name for name in _SAID if name != "email"]
    before = tuple_(*(getattr(RosterEntry, name) for name in details))
    after = tuple_(*(new.excluded[name] for name in details))
    corrected = new.on_conflict_do_update(
        index_elements=["group_id", "email"],
        set_={name: new.excluded[name] for name in details},
        where=(RosterEntry.state != "accepted") & before.is_distinct_from(after),
    )
    # A row that this statement made has no earlier version.
    return corrected.returning(literal_column("(xmax = 0)", Boolean()))
