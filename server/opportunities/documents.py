"""What of an opportunity can be found by search and matched live: the same texts and values for both."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.policy import is_here
from server.companies.reads import kin_of, names_of, names_that_find
from server.kit.actor import Level
from server.kit.clock import today
from server.kit.db import among
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId, SkillId
from server.kit.text import plain_text
from server.opportunities.model import Opportunity, OpportunityExclusion, OpportunityGroup, OpportunitySkill, OpportunityTerms
from server.opportunities.policy import live
from server.opportunities.rules import INDEX, REMOTE, AuthorFacts, Direction, OpportunityFacts, whereabouts
from server.opportunities.rules import Kind as OpportunityKind
from server.opportunities.rules.words import called
from server.people.documents import Circles, circles_of, kept_from, skill_words, with_kin
from server.people.model import Affiliation, Profile, Skill
from server.people.reads import companies_with_kin
from server.search.engine import Audience, Document, FacetValues, FieldText, Weight
from server.search.japanese.analysis import Kind, default_analyser

__all__ = ["INDEX", "facts_by_ids", "opportunity_documents", "opportunity_ids_after"]


@dataclass(slots=True)
class _Material:
    """Everything that a post is found by, before it is written down for an index or for `matches`."""

    post: Opportunity
    skills: dict[SkillId, str] = field(default_factory=dict[SkillId, str])
    groups: set[GroupId] = field(default_factory=set[GroupId])
    author: Profile | None = None
    author_circles: Circles = field(default_factory=Circles)
    hidden_from: set[UUID] = field(default_factory=set[UUID])
    companies: set[CompanyId] = field(default_factory=set[CompanyId])
    company_names: list[str] = field(default_factory=list[str])
    fee: str | None = None

    @property
    def listed(self) -> Audience:
        """Where the post may be met."""
        return Audience(Level(self.post.audience), frozenset(self.groups))

    @property
    def places(self) -> frozenset[str]:
        """Where it takes place, as far as that was read."""
        return frozenset(self.post.places or ())

    @property
    def by_name(self) -> Audience:
        """Where its author may be met."""
        return self.author_circles.audience(self.author.listed_level if self.author else Level.ONLY_ME)


async def opportunity_documents(session: AsyncSession, ids: Sequence[OpportunityId]) -> list[Document]:
    """Return the documents of the live posts among `ids`; whatever is left out is to be deleted from the index."""
    return [_document(each) for each in await _material(session, ids)]


async def opportunity_ids_after(session: AsyncSession, after: UUID | None, limit: int) -> Sequence[OpportunityId]:
    """Return the next ids of whatever may have a document, by id, for walking through all of them."""
    walked = select(Opportunity.id).order_by(Opportunity.id).limit(limit)
    keys = await session.scalars(walked if after is None else walked.where(Opportunity.id > after))
    return [OpportunityId(key) for key in keys]


async def facts_by_ids(session: AsyncSession, ids: Sequence[OpportunityId]) -> dict[OpportunityId, OpportunityFacts]:
    """Return what `matches` needs of each post, live or not; whether a reader may see post and author is asked elsewhere."""
    rows = (await session.execute(_told(), {"ids": list(ids)})).all()
    return {OpportunityId(each.post.id): _facts(each) for each in map(_material_of, rows)}


def _document(each: _Material) -> Document:
    post, listed, by_name = each.post, each.listed, each.by_name
    return Document(
        index=INDEX,
        id=post.id,
        listed=listed,
        fields=(
            *(FieldText(name, text, listed, weight) for name, text, weight in _texts(each)),
            *(FieldText(name, text, by_name, weight, kind) for name, text, weight, kind in _author_texts(each)),
        ),
        facets=(
            FacetValues("kind", frozenset({post.kind}), listed),
            FacetValues("direction", frozenset({post.direction}), listed),
            FacetValues("place", whereabouts(each.places, remote=post.remote), listed),
            FacetValues("remote", frozenset({REMOTE[post.remote]}), listed),
            FacetValues("skill", frozenset(str(skill) for skill in each.skills), listed),
            FacetValues("group", frozenset(str(group) for group in each.groups), listed),
            FacetValues("company", frozenset(str(company) for company in each.companies), by_name),
        ),
        owner=post.author_id,
        hidden_from=frozenset(each.hidden_from),
    )


def _facts(each: _Material) -> OpportunityFacts:
    analyser = default_analyser()
    post = each.post
    return OpportunityFacts(
        id=OpportunityId(post.id),
        kind=OpportunityKind(post.kind),
        direction=Direction(post.direction),
        remote=post.remote,
        skills=frozenset(each.skills),
        groups=frozenset(each.groups),
        places=each.places,
        terms=frozenset[str]().union(*(analyser.terms(text, Kind.PROSE) for _, text, _ in _texts(each))),
        author=AuthorFacts(
            terms=frozenset[str]().union(*(analyser.terms(text, kind) for _, text, _, kind in _author_texts(each))),
            companies=frozenset(each.companies),
        ),
    )


def _texts(each: _Material) -> list[tuple[str, str, Weight]]:
    post = each.post
    words = called(OpportunityKind(post.kind), Direction(post.direction), remote=post.remote, fee=each.fee)
    texts = [
        ("kind", words.main, Weight.NAME),
        ("told", words.also, Weight.PLAIN),
        ("title", post.title, Weight.STRONG),
        ("skills", "\n".join(each.skills.values()), Weight.STRONG),
        ("onBehalfOf", post.on_behalf_of or "", Weight.PLAIN),
        ("place", post.place or "", Weight.PLAIN),
        ("body", plain_text(post.body), Weight.FAINT),
    ]
    return [text for text in texts if text[1]]


def _author_texts(each: _Material) -> list[tuple[str, str, Weight, Kind]]:
    if each.author is None:
        return []
    names = ((text, Weight.NAME, Kind.NAME) for text in (each.author.name, each.author.reading, each.author.romanised))
    companies = ("\n".join(each.company_names), Weight.PLAIN, Kind.PROSE)
    return [("author", text, weight, kind) for text, weight, kind in (*names, companies) if text]


@cache
def _told() -> Select[*tuple[Any, ...]]:
    """Posts with all that `matches` asks of them, in one statement; for whom they are is left out."""
    skills = select(Skill.id).join(OpportunitySkill, OpportunitySkill.skill_id == Skill.id)
    theirs = skills.where(OpportunitySkill.opportunity_id == Opportunity.id).order_by(OpportunitySkill.position)
    shown = select(OpportunityGroup.group_id).where(OpportunityGroup.opportunity_id == Opportunity.id, OpportunityGroup.hidden_at.is_(None))
    arrays = (theirs, theirs.with_only_columns(skill_words()), shown)
    columns: list[Any] = [Opportunity, Profile, *(func.array(each.correlate(Opportunity).scalar_subquery()) for each in arrays)]
    companies = companies_with_kin(Opportunity.author_id, confirmed=True)
    columns += [companies, func.array(names_that_find(companies).scalar_subquery()), _fee().correlate(Opportunity).scalar_subquery()]
    # Who is not verified is seen by no other member, and nothing of theirs is found by their name.
    author = (Profile.member_id == Opportunity.author_id, Profile.verified_at.is_not(None))
    return select(*columns).outerjoin(Profile, and_(*author)).where(among(Opportunity.id))


def _material_of(row: Row[*tuple[Any, ...]]) -> _Material:
    post, author, skills, words, groups, companies, names, fee = row
    return _Material(
        post,
        skills={SkillId(skill): said for skill, said in zip(skills, words, strict=True)},
        groups={GroupId(group) for group in groups},
        author=author,
        companies={CompanyId(company) for company in companies},
        company_names=names,
        fee=fee,
    )


async def _material(session: AsyncSession, ids: Sequence[OpportunityId]) -> list[_Material]:
    wanted = select(Opportunity).where(Opportunity.id.in_(ids), live(today()), is_here(Opportunity.author_id))
    found = {post.id: _Material(post) for post in await session.scalars(wanted)}
    await _add_skills(session, found)
    await _add_fees(session, found)
    shown = select(OpportunityGroup).where(OpportunityGroup.opportunity_id.in_(found), OpportunityGroup.hidden_at.is_(None))
    for place in await session.scalars(shown):
        found[place.opportunity_id].groups.add(GroupId(place.group_id))
    for row in await session.scalars(select(OpportunityExclusion).where(OpportunityExclusion.opportunity_id.in_(found))):
        found[row.opportunity_id].hidden_from |= {key for key in (row.company_id, row.other_id) if key}
    await _add_authors(session, found)
    return list(found.values())


async def _add_skills(session: AsyncSession, found: dict[UUID, _Material]) -> None:
    wanted = (
        select(OpportunitySkill.opportunity_id, Skill.id, skill_words())
        .join(Skill, Skill.id == OpportunitySkill.skill_id)
        .where(OpportunitySkill.opportunity_id.in_(found))
        .order_by(OpportunitySkill.position)
    )
    for opportunity, skill, words in (await session.execute(wanted)).all():
        found[opportunity].skills[SkillId(skill)] = words


def _fee() -> Select[str]:
    version = and_(OpportunityTerms.opportunity_id == Opportunity.id, OpportunityTerms.version == Opportunity.terms_version)
    return select(OpportunityTerms.terms["fee_terms"].astext).where(version)


async def _add_fees(session: AsyncSession, found: dict[UUID, _Material]) -> None:
    told = select(Opportunity.id, _fee().correlate(Opportunity).scalar_subquery()).where(Opportunity.id.in_(found))
    for opportunity, code in (await session.execute(told)).all():
        found[opportunity].fee = code


async def _add_authors(session: AsyncSession, found: dict[UUID, _Material]) -> None:
    by_author: defaultdict[UUID, list[_Material]] = defaultdict(list)
    for each in found.values():
        by_author[each.post.author_id].append(each)
    # Who is not verified is seen by no other member, and nothing of theirs is found by their name.
    verified = select(Profile).where(Profile.member_id.in_(by_author), Profile.verified_at.is_not(None))
    authors = [MemberId(author) for author in by_author]
    circles = await circles_of(session, authors)
    for profile in await session.scalars(verified):
        for each in by_author[profile.member_id]:
            each.author = profile
            each.author_circles = circles[MemberId(profile.member_id)]
    for author, keys in (await kept_from(session, authors)).items():
        for each in by_author[author]:
            each.hidden_from |= keys
    confirmed = select(Affiliation.member_id, Affiliation.company_id).where(
        Affiliation.member_id.in_(by_author), Affiliation.state == "confirmed"
    )
    rows = (await session.execute(confirmed)).all()
    kin = await kin_of(session, {CompanyId(company) for _, company in rows})
    for author, company in rows:
        for each in by_author[author]:
            each.companies.update(with_kin([CompanyId(company)], kin))
    await _name_companies(session, list(found.values()))


async def _name_companies(session: AsyncSession, found: Sequence[_Material]) -> None:
    companies = sorted({company for each in found for company in each.companies})
    names = await names_of(session, companies) if companies else {}
    for each in found:
        each.company_names = [name for company in sorted(each.companies) for name in names.get(company, ())]
