"""What the demo's groups say and ask, and the one group that somebody has proposed and that waits for a steward."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, update
from sqlalchemy.ext.asyncio import AsyncSession

from engawa.demo.rows import Keys
from engawa.demo.shapes import World
from engawa.demo.texts import read
from server.groups.model import AlumniGroup, GroupCompany, GroupProposal


async def furnish_groups(session: AsyncSession, world: World, keys: Keys) -> None:
    """Give each group guidelines, questions and an invented address, and let the newest newcomer propose one more."""
    said: dict[str, Any] = read("groups")
    told = {"guidelines": said["guidelines"].strip(), "questions": said["questions"]}
    known = update(AlumniGroup).where(AlumniGroup.id.in_(keys.groups.values()))
    await session.execute(known.values(**told, contact=func.concat(AlumniGroup.slug, "@groups.example")))
    newcomers = [person for person in world.people if person.verified_at is None and person.sign_in is None]
    if not newcomers:
        return
    proposer = max(newcomers, key=lambda person: (person.joined_at, person.id))
    company = next(each.company for each in world.affiliations if each.person == proposer.id)
    words = dict(said["proposal"])
    note, at = words.pop("note"), max(proposer.joined_at, world.at - timedelta(hours=20))
    group = AlumniGroup(**words, **told, state="proposed", run_by="volunteers", recognition="none", created_at=at)
    session.add(group)
    await session.flush()
    session.add(GroupCompany(group_id=group.id, company_id=keys.companies[company]))
    session.add(GroupProposal(group_id=group.id, member_id=proposer.id, note=note, at=at))
    await session.flush()
