"""What became of what: one company went on as another, and from all of these the kin of every company is derived."""

from sqlalchemy import delete, insert, select, union
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Member
from server.companies.events import CompanySucceeded
from server.companies.model import Kin, Succession
from server.kit.ids import CompanyId
from server.kit.jobs import one_at_a_time
from server.kit.log import record


async def record_succession(session: AsyncSession, predecessor: CompanyId, successor: CompanyId) -> None:
    """Note that one company went on as another; again changes nothing. Their people are colleagues from now on."""
    new = upsert(Succession).values(predecessor_id=predecessor, successor_id=successor).on_conflict_do_nothing()
    if await session.scalar(new.returning(Succession.successor_id)) is None:
        return
    await derive_kin(session)
    # Before anybody is here, nobody has to be found anew by it: a first start would leave a job for every line of the facts.
    if await session.scalar(select(Member.id).limit(1)) is not None:
        record(session, CompanySucceeded(predecessor_id=predecessor, successor_id=successor))


async def derive_kin(session: AsyncSession) -> None:
    """Make the kin of every company anew: all that were before it and all that came after, but not what only shares one of these."""
    await one_at_a_time(session, "company kin")
    later = select(Succession.predecessor_id.label("company"), Succession.successor_id.label("kin")).cte("later", recursive=True)
    further = select(later.c.company, Succession.successor_id).join(Succession, Succession.predecessor_id == later.c.kin)
    later = later.union(further)
    both = union(select(later.c.company, later.c.kin), select(later.c.kin, later.c.company)).subquery()
    told = select(both.c[0], both.c[1]).where(both.c[0] != both.c[1])
    await session.execute(delete(Kin))
    await session.execute(insert(Kin).from_select(["company_id", "kin_id"], told))


async def inherit_successions(session: AsyncSession, from_: CompanyId, into: CompanyId) -> None:
    """Let what came before and after one company come before and after another; a company is no successor of itself."""
    either = (Succession.predecessor_id == from_) | (Succession.successor_id == from_)
    rows = (await session.execute(select(Succession.predecessor_id, Succession.successor_id).where(either))).all()
    await session.execute(delete(Succession).where(either))
    pairs = [tuple(into if key == from_ else key for key in row) for row in rows]
    new = [{"predecessor_id": before, "successor_id": after} for before, after in pairs if before != after]
    if new:
        await session.execute(upsert(Succession).values(new).on_conflict_do_nothing())
