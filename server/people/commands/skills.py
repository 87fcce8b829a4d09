"""How a skill enters the list: by somebody naming it, once for all its spellings; and how its other names do, from data."""

import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import MemberId, SkillId, uuid7
from server.kit.log import record
from server.people.events import ProfileUpdated
from server.people.model import MemberSkill, Skill, SkillSynonym
from server.people.rules import MOST_SKILLS, clean_skills, folded_skill


async def ensure_skills(session: AsyncSession, names: Sequence[str], *, field: str = "skills", most: int = MOST_SKILLS) -> list[SkillId]:
    """Return the skills of these names in their order, once each, adding those that are new; `field` is what a refusal names.

    A name that is another one of a known skill means that skill.
    """
    wanted = clean_skills(field, names, most)
    if not wanted:
        return []
    synonyms = select(SkillSynonym.folded, SkillSynonym.skill_id).where(SkillSynonym.folded.in_(wanted))
    known = {folded: SkillId(skill) for folded, skill in (await session.execute(synonyms)).all()}
    new = {folded: name for folded, name in wanted.items() if folded not in known}
    known |= await _named(session, new)
    return list(dict.fromkeys(known[folded] for folded in wanted))


async def seed_skills(session: AsyncSession) -> dict[SkillId, SkillId]:
    """Load the skills of data/skills.toml with their other names. Again changes nothing but what the file changed.

    Members who had one of those names as a skill of its own have the one skill from now on. Return these skills of before with
    what they are now; whoever else points at them follows, and then forgets them (forget_skills).
    """
    text = files("server.people").joinpath("data", "skills.toml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)["skill"]
    skills = await _named(session, {folded_skill(entry["name"]): entry["name"] for entry in entries})
    # Of two spellings that fold alike the first is kept.
    rows: dict[str, dict[str, Any]] = {}
    for entry in entries:
        for text in entry["synonyms"]:
            folded = folded_skill(text)
            rows.setdefault(folded, {"folded": folded, "text": text, "skill_id": skills[folded_skill(entry["name"])]})
    new = upsert(SkillSynonym).values([rows[folded] for folded in sorted(rows)])
    kept = {"text": new.excluded.text, "skill_id": new.excluded.skill_id}
    await session.execute(new.on_conflict_do_update(index_elements=["folded"], set_=kept))
    before = select(Skill.id, SkillSynonym.skill_id).join(SkillSynonym, SkillSynonym.folded == Skill.folded)
    displaced = {SkillId(old): SkillId(now) for old, now in (await session.execute(before)).all()}
    for old, now in displaced.items():
        await _adopt(session, old, now)
    return displaced


async def forget_skills(session: AsyncSession, displaced: Mapping[SkillId, SkillId]) -> None:
    """Delete skills that nobody points at any more."""
    await session.execute(delete(Skill).where(Skill.id.in_(displaced)))


async def _named(session: AsyncSession, names: Mapping[str, str]) -> dict[str, SkillId]:
    """The skills of names by their folded form; new ones are added."""
    if not names:
        return {}
    # Sorted, so that two who add the same ones at once cannot wait for each other in a ring.
    rows = [{"id": uuid7(), "name": names[folded], "folded": folded} for folded in sorted(names)]
    await session.execute(upsert(Skill).values(rows).on_conflict_do_nothing(index_elements=["folded"]))
    return {skill.folded: SkillId(skill.id) for skill in await session.scalars(select(Skill).where(Skill.folded.in_(names)))}


async def _adopt(session: AsyncSession, old: SkillId, now: SkillId) -> None:
    theirs = delete(MemberSkill).where(MemberSkill.skill_id == old).returning(MemberSkill.member_id, MemberSkill.position)
    for member, position in (await session.execute(theirs)).all():
        new = upsert(MemberSkill).values(member_id=member, skill_id=now, position=position)
        await session.execute(new.on_conflict_do_nothing())
        record(session, ProfileUpdated(member_id=MemberId(member)))
