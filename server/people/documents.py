"""What of a person can be found by search: each field for those who may see it, and only of verified members."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.policy import is_here
from server.companies.reads import companies_by_ids, kin_of, names_of
from server.companies.rules import industries
from server.groups.reads import memberships_of
from server.kit.actor import Level
from server.kit.clock import today
from server.kit.ids import CompanyId, MemberId, SkillId
from server.kit.text import plain_text
from server.people.model import Affiliation, Exclusion, MemberSkill, Profile, ProfileCircle, Skill, SkillSynonym
from server.people.rules import INDEX
from server.people.rules.languages import words_of
from server.people.rules.tenures import tenure_values
from server.people.rules.vouching import LEVELS
from server.search.engine import Audience, Document, FacetValues, FieldText, Weight
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


# What a ministry or an agency is called, whichever it is.
_PUBLIC_BODY: Final = "官公庁"


@dataclass(frozen=True, slots=True)
class Circles:
    """Who may meet a member beyond the level of verified members: their groups, and those circles that they chose."""

    groups: frozenset[UUID] = frozenset()
    chosen: frozenset[UUID] = frozenset()

    def audience(self, level: int) -> Audience:
        """Return the audience of a level of the member's; people are found by nobody below VERIFIED, whatever a row says."""
        closed = Level(max(level, int(Level.VERIFIED)))
        return Audience(closed, {Level.OWN_GROUPS: self.groups, Level.CHOSEN_GROUPS: self.chosen}.get(closed, frozenset()))


async def circles_of(session: AsyncSession, members: Sequence[MemberId]) -> dict[MemberId, Circles]:
    """Return the circles of each member, for documents of them and of what they write."""
    groups = await memberships_of(session, members)
    chosen: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for circle in await session.scalars(select(ProfileCircle).where(ProfileCircle.member_id.in_(members))):
        chosen[circle.member_id].add(circle.circle_id)
    return {member: Circles(frozenset(groups.get(member, ())), frozenset(chosen[member])) for member in members}


async def kept_from(session: AsyncSession, members: Sequence[MemberId]) -> dict[MemberId, frozenset[UUID]]:
    """Return from which companies and members each member is kept, for documents of them and of what they write."""
    found: defaultdict[MemberId, set[UUID]] = defaultdict(set)
    for row in await session.scalars(select(Exclusion).where(Exclusion.member_id.in_(members))):
        found[MemberId(row.member_id)].update(key for key in (row.company_id, row.other_id) if key)
    return {member: frozenset(keys) for member, keys in found.items()}


async def person_documents(session: AsyncSession, ids: Sequence[MemberId]) -> list[Document]:
    """Return the documents of the verified members among `ids`; whoever is left out is to be deleted from the index."""
    verified = select(Profile).where(Profile.member_id.in_(ids), Profile.verified_at.is_not(None), is_here(Profile.member_id))
    profiles = (await session.scalars(verified)).all()
    members = [MemberId(profile.member_id) for profile in profiles]
    circles = await circles_of(session, members)
    hidden_from = await kept_from(session, members)
    skills = await _skills(session, members)
    histories = await _histories(session, members)
    names = await names_of(session, sorted({company for history in histories.values() for company in history.levels}))
    return [
        _document(
            profile,
            circles[MemberId(profile.member_id)],
            hidden_from.get(MemberId(profile.member_id), frozenset()),
            skills.get(profile.member_id, {}),
            histories.get(profile.member_id, _History()),
            names,
        )
        for profile in profiles
    ]


def with_kin(companies: Iterable[CompanyId], kin: Mapping[CompanyId, frozenset[CompanyId]]) -> list[CompanyId]:
    """Return companies with what was before and after each, so that a member of a predecessor is found as a colleague."""
    return sorted({each for company in companies for each in (company, *kin.get(company, ()))})


def skill_words() -> ColumnElement[str]:
    """Return what finds a `Skill` row: its name and its other names, a line each."""
    others = select(func.string_agg(SkillSynonym.text, "\n")).where(SkillSynonym.skill_id == Skill.id).scalar_subquery()
    return func.concat_ws("\n", Skill.name, others)


async def person_ids_after(session: AsyncSession, after: UUID | None, limit: int) -> Sequence[MemberId]:
    """Return the next ids of whoever may have a document, by id, for walking through all of them."""
    walked = select(Profile.member_id).order_by(Profile.member_id).limit(limit)
    keys = await session.scalars(walked if after is None else walked.where(Profile.member_id > after))
    return [MemberId(key) for key in keys]


def _document(
    profile: Profile,
    circles: Circles,
    hidden_from: frozenset[UUID],
    skills: dict[SkillId, str],
    history: "_History",
    names_of_companies: Mapping[CompanyId, Sequence[str]],
) -> Document:
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
    fields += history.fields(listed, names_of_companies)
    facets = (
        FacetValues("company", frozenset(str(company) for company in history.levels), listed),
        FacetValues("skill", frozenset(str(skill) for skill in skills), named),
        # Every level up to the best one, so that "at least" is a value like any other, and its count too.
        FacetValues("verification", frozenset(str(level) for level in LEVELS if level <= max(history.levels.values(), default=0)), listed),
        FacetValues("group", frozenset(str(group) for group in circles.groups), listed),
    )
    return Document(
        index=INDEX,
        id=profile.member_id,
        owner=profile.member_id,
        listed=listed,
        fields=tuple(fields),
        facets=facets,
        hidden_from=hidden_from,
    )


async def _skills(session: AsyncSession, members: Sequence[MemberId]) -> dict[UUID, dict[SkillId, str]]:
    said = select(MemberSkill.member_id, Skill.id, skill_words()).join(Skill, Skill.id == MemberSkill.skill_id)
    found: dict[UUID, dict[SkillId, str]] = {}
    for member, skill, words in (
        await session.execute(said.where(MemberSkill.member_id.in_(members)).order_by(MemberSkill.position))
    ).all():
        found.setdefault(member, {})[SkillId(skill)] = words
    return found


@dataclass(slots=True)
class _History:
    """Where somebody was, with how well it is confirmed, and when, as values of `rules.tenures`."""

    levels: dict[CompanyId, int] = field(default_factory=dict[CompanyId, int])
    tenures: set[str] = field(default_factory=set[str])
    did: set[str] = field(default_factory=set[str])
    industries: set[str] = field(default_factory=set[str])
    public: bool = False

    def fields(self, listed: Audience, names: Mapping[CompanyId, Sequence[str]]) -> list[FieldText]:
        """Return what finds it, for whoever may see the person: confirmed tenures are shown to them all."""
        texts = (
            ("company", "\n".join(name for company in sorted(self.levels) for name in names.get(company, ())), Weight.STRONG),
            ("company", _PUBLIC_BODY if self.public else "", Weight.STRONG),
            ("industry", "\n".join(sorted(self.industries)), Weight.PLAIN),
            ("work", "\n".join(sorted(self.did)), Weight.PLAIN),
        )
        told = [FieldText(name, text, listed, weight) for name, text, weight in texts if text]
        tenures = "\n".join(sorted(self.tenures))
        return [*told, FieldText("tenure", tenures, listed, Weight.FAINT, Kind.VALUES)] if tenures else told


async def _histories(session: AsyncSession, members: Sequence[MemberId]) -> dict[UUID, _History]:
    """Only of what is confirmed: nobody is found as an alum of a company on their own word alone.

    What was before and after a company counts as the company itself.
    """
    confirmed = select(Affiliation).where(Affiliation.member_id.in_(members), Affiliation.state == "confirmed")
    rows = (await session.scalars(confirmed.order_by(Affiliation.member_id, Affiliation.company_id))).all()
    ids = {CompanyId(row.company_id) for row in rows}
    kin, known = await kin_of(session, ids), await companies_by_ids(session, sorted(ids))
    found: dict[UUID, _History] = {}
    for row in rows:
        history, company = found.setdefault(row.member_id, _History()), known[CompanyId(row.company_id)]
        companies = with_kin([CompanyId(row.company_id)], kin)
        for each in companies:
            history.levels[each] = max(row.verification, history.levels.get(each, 0))
        history.tenures |= tenure_values(companies, row.started_on, row.ended_on or today())
        history.did |= {text for text in (row.department, row.title) if text}
        history.industries |= {industries()[company.industry]["ja"]} if company.industry else set()
        history.public |= company.kind == "public_body"
    return found
