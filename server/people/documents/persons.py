"""The document of a member: each field for those who may see it, and only of verified members."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.policy import is_here
from server.companies.reads import names_of
from server.kit.ids import CompanyId, MemberId, SkillId
from server.kit.text import plain_text
from server.people.documents.circles import Circles, circles_of, kept_from
from server.people.documents.histories import History, histories_of
from server.people.documents.telling import employers_of, told_of
from server.people.model import MemberSkill, Profile, Skill, SkillSynonym
from server.people.rules import INDEX
from server.people.rules.languages import words_of
from server.search.engine import Document, FacetValues, FieldText, Weight
from server.search.japanese.analysis import Kind

# Column, the field as the graph spells it, how much it says, what kind of text it is.
# What is for connections only is read on the page, and not found by words: a tag for each connection would make every search of
# somebody who knows many people a long one.
_LEVELLED: Final = (
    ("former_name", "formerName", Weight.NAME, Kind.NAME),
    ("headline", "headline", Weight.STRONG, Kind.PROSE),
    ("gives", "gives", Weight.STRONG, Kind.PROSE),
    ("asks", "asks", Weight.PLAIN, Kind.PROSE),
    ("present_position", "presentPosition", Weight.PLAIN, Kind.PROSE),
    ("place", "place", Weight.PLAIN, Kind.PROSE),
    ("bio", "bio", Weight.FAINT, Kind.PROSE),
)


async def person_documents(session: AsyncSession, ids: Sequence[MemberId]) -> list[Document]:
    """Return the documents of the verified members among `ids`; whoever is left out is to be deleted from the index."""
    verified = select(Profile).where(Profile.member_id.in_(ids), Profile.verified_at.is_not(None), is_here(Profile.member_id))
    profiles = (await session.scalars(verified)).all()
    members = [MemberId(profile.member_id) for profile in profiles]
    circles = await circles_of(session, members)
    hidden_from = await kept_from(session, members)
    skills = await _skills(session, members)
    employers = await employers_of(session, members)
    histories = await histories_of(session, members)
    names = await names_of(session, sorted({company for history in histories.values() for company in history.levels}))
    sources = {
        member: _Sources(
            circles[member],
            hidden_from.get(member, frozenset()),
            skills.get(member, {}),
            employers.get(member, frozenset()),
            histories.get(member, History()),
        )
        for member in members
    }
    return [_document(profile, sources[MemberId(profile.member_id)], names) for profile in profiles]


def skill_words() -> ColumnElement[str]:
    """Return what finds a `Skill` row: its name and its other names, a line each."""
    others = select(func.string_agg(SkillSynonym.text, "\n")).where(SkillSynonym.skill_id == Skill.id).scalar_subquery()
    return func.concat_ws("\n", Skill.name, others)


async def person_ids_after(session: AsyncSession, after: UUID | None, limit: int) -> Sequence[MemberId]:
    """Return the next ids of whoever may have a document, by id, for walking through all of them."""
    walked = select(Profile.member_id).order_by(Profile.member_id).limit(limit)
    keys = await session.scalars(walked if after is None else walked.where(Profile.member_id > after))
    return [MemberId(key) for key in keys]


@dataclass(frozen=True, slots=True)
class _Sources:
    """What stands of a member beside their profile."""

    circles: Circles
    hidden_from: frozenset[UUID]
    skills: dict[SkillId, str]
    employers: frozenset[CompanyId]
    history: History


def _document(profile: Profile, sources: _Sources, names_of_companies: Mapping[CompanyId, Sequence[str]]) -> Document:
    circles, skills = sources.circles, sources.skills
    listed = circles.audience(profile.listed_level)
    named = circles.audience(max(profile.skills_level, profile.listed_level))
    names = (("name", profile.name), ("reading", profile.reading), ("romanised", profile.romanised))
    fields = [FieldText(name, text, listed, Weight.NAME, Kind.NAME) for name, text in names if text]
    for column, name, weight, kind in _LEVELLED:
        value: str | list[str] | None = getattr(profile, column)
        text = "\n".join(value) if isinstance(value, list) else plain_text(value or "") if column == "bio" else value
        if text:
            fields.append(FieldText(name, text, circles.audience(getattr(profile, f"{column}_level")), weight, kind))
    if profile.languages:
        fields.append(FieldText("languages", words_of(profile.languages), circles.audience(profile.languages_level), Weight.PLAIN))
    if skills:
        fields.append(FieldText("skills", "\n".join(skills.values()), named, Weight.STRONG))
    fields += sources.history.fields(listed, names_of_companies)
    facets = (
        FacetValues("skill", frozenset(str(skill) for skill in skills), named),
        FacetValues("group", frozenset(str(group) for group in circles.groups), listed),
        *sources.history.facets(listed),
        *told_of(profile, circles, sources.employers),
    )
    return Document(
        index=INDEX,
        id=profile.member_id,
        owner=profile.member_id,
        listed=listed,
        fields=tuple(fields),
        facets=facets,
        hidden_from=sources.hidden_from,
    )


async def _skills(session: AsyncSession, members: Sequence[MemberId]) -> dict[UUID, dict[SkillId, str]]:
    said = select(MemberSkill.member_id, Skill.id, skill_words()).join(Skill, Skill.id == MemberSkill.skill_id)
    found: dict[UUID, dict[SkillId, str]] = {}
    for member, skill, words in (
        await session.execute(said.where(MemberSkill.member_id.in_(members)).order_by(MemberSkill.position))
    ).all():
        found.setdefault(member, {})[SkillId(skill)] = words
    return found
