"""A person as the viewer may see them: every field is decided in the statement that reads it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, DateTime, Select, Uuid, any_, bindparam, exists, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.groups.model import GroupMembership
from server.kit.actor import PARAMETERS, Actor, parameters_of, viewer_of
from server.kit.ids import GroupId, MemberId
from server.kit.paging import Page, PageRequest, page_of, read_instant, read_uuid, write_cursor
from server.people.model import Block, MemberSkill, Profile, Skill
from server.people.policy import availability_shown, field_visible, shown, visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person for one viewer; what the viewer may not see is None or empty."""

    id: MemberId
    name: str
    reading: str | None
    romanised: str | None
    former_name: str | None
    present_position: str | None
    headline: str | None
    bio: str | None
    place: str | None
    gives: tuple[str, ...]
    asks: tuple[str, ...]
    verified: bool
    viewer_is_them: bool
    viewer_has_blocked: bool
    languages: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    availability: str | None = None
    photo: str | None = None
    skills: tuple[Skill, ...] = field(default=())


async def people_by_ids(session: AsyncSession, actor: Actor, ids: Sequence[MemberId]) -> dict[MemberId, PersonView]:
    """Return the people among `ids` whom the actor may see, in two statements whatever their number."""
    asked = parameters_of(actor) | {"ids": list(ids)}
    rows = (await session.execute(_people(), asked)).all()
    skills: defaultdict[Any, list[Skill]] = defaultdict(list)
    for member, skill in (await session.execute(_skills(), asked | {"ids": [row[0] for row in rows]})).all():
        skills[member].append(skill)
    return {MemberId(row[0]): _view(row, actor, tuple(skills[row[0]])) for row in rows}


async def visible_ids(session: AsyncSession, actor: Actor, ids: Sequence[MemberId]) -> frozenset[MemberId]:
    """Return those of the members whom the actor may see, for other nouns that name people."""
    found = select(Profile.member_id).where(Profile.member_id.in_(ids), visible_to(viewer_of(actor)))
    return frozenset(MemberId(member) for member in await session.scalars(found))


async def new_faces(session: AsyncSession, actor: Actor, page: PageRequest) -> Page[MemberId]:
    """Return who was confirmed last, without the actor."""
    return await _page(session, actor, _new_faces(actor), Profile.verified_at, page)


async def count_new_faces(session: AsyncSession, actor: Actor) -> int:
    """Return how many new_faces has on all its pages."""
    return await _count(session, _new_faces(actor).where(visible_to(viewer_of(actor))))


async def group_people(session: AsyncSession, actor: Actor, group: GroupId, page: PageRequest) -> Page[MemberId]:
    """Return those approved members of a group whom the actor may see, the newest first."""
    return await _page(session, actor, _group_people(group), GroupMembership.since, page)


async def count_group_people(session: AsyncSession, actor: Actor, group: GroupId) -> int:
    """Return how many group_people has on all its pages."""
    return await _count(session, _group_people(group).where(visible_to(viewer_of(actor))))


async def blocked_by(session: AsyncSession, actor: Actor, page: PageRequest) -> Page[PersonView]:
    """Return whom the actor blocked, the latest first: by name only, so that a block can be taken back."""
    rows = (await session.execute(_after(_blocked(actor), Block.at, Profile.member_id, page).limit(page.first + 1))).all()
    views = [_name_only(profile) for profile, _ in rows]
    return page_of(views, page.first, [write_cursor(at.isoformat(), profile.member_id) for profile, at in rows])


async def count_blocked(session: AsyncSession, actor: Actor) -> int:
    """Return how many blocked_by has on all its pages."""
    return await _count(session, _blocked(actor))


def _new_faces(actor: Actor) -> Select[*tuple[Any, ...]]:
    found = select(Profile.member_id, Profile.verified_at)
    return found.where(Profile.verified_at.is_not(None), Profile.member_id.is_distinct_from(actor.member_id))


def _group_people(group: GroupId) -> Select[*tuple[Any, ...]]:
    found = select(Profile.member_id, GroupMembership.since).join(GroupMembership, GroupMembership.member_id == Profile.member_id)
    return found.where(GroupMembership.group_id == group, GroupMembership.state == "approved")


def _blocked(actor: Actor) -> Select[*tuple[Any, ...]]:
    return select(Profile, Block.at).join(Block, Block.blocked_id == Profile.member_id).where(Block.blocker_id == actor.member_id)


async def _count(session: AsyncSession, found: Select[*tuple[Any, ...]]) -> int:
    return await session.scalar(select(func.count()).select_from(found.subquery())) or 0


@cache
def _people() -> Select[*tuple[Any, ...]]:
    """Built once, since it is asked for with every list and has a predicate for each field."""
    shown_fields: list[ColumnElement[Any]] = [
        shown(Profile.former_name_level, Profile.former_name, PARAMETERS),
        shown(Profile.present_position_level, Profile.present_position, PARAMETERS),
        shown(Profile.headline_level, Profile.headline, PARAMETERS),
        shown(Profile.bio_level, Profile.bio, PARAMETERS),
        shown(Profile.place_level, Profile.place, PARAMETERS),
        shown(Profile.gives_level, Profile.gives, PARAMETERS),
        shown(Profile.asks_level, Profile.asks, PARAMETERS),
        shown(Profile.languages_level, Profile.languages, PARAMETERS),
        shown(Profile.links_level, Profile.links, PARAMETERS),
        availability_shown(PARAMETERS),
        shown(Profile.photo_level, Profile.photo, PARAMETERS),
    ]
    block = aliased(Block)
    blocked = exists().where(block.blocker_id == PARAMETERS.member_id, block.blocked_id == Profile.member_id)
    name = (Profile.member_id, Profile.name, Profile.reading, Profile.romanised)
    return select(*name, *shown_fields, Profile.verified_at, blocked).where(_among_ids(Profile.member_id), visible_to(PARAMETERS))


@cache
def _skills() -> Select[UUID, Skill]:
    return (
        select(MemberSkill.member_id, Skill)
        .join(Skill, Skill.id == MemberSkill.skill_id)
        .join(Profile, Profile.member_id == MemberSkill.member_id)
        .where(_among_ids(MemberSkill.member_id), field_visible(Profile.skills_level, PARAMETERS))
        .order_by(MemberSkill.member_id, MemberSkill.position, Skill.id)
    )


def _among_ids(column: Any) -> ColumnElement[bool]:
    among: ColumnElement[bool] = column == any_(bindparam("ids", type_=ARRAY(Uuid())))
    return among


def _view(row: Any, actor: Actor, skills: tuple[Skill, ...]) -> PersonView:
    member, name, reading, romanised, former_name, position, headline, bio, place, gives, asks, *rest = row
    languages, links, availability, photo, verified_at, blocked = rest
    return PersonView(
        id=MemberId(member),
        name=name,
        reading=reading,
        romanised=romanised,
        former_name=former_name,
        present_position=position,
        headline=headline,
        bio=bio,
        place=place,
        gives=tuple(gives or ()),
        asks=tuple(asks or ()),
        languages=tuple(languages or ()),
        links=tuple(links or ()),
        availability=availability,
        photo=photo,
        verified=verified_at is not None,
        viewer_is_them=member == actor.member_id,
        viewer_has_blocked=blocked,
        skills=skills,
    )


def _name_only(profile: Profile) -> PersonView:
    return PersonView(
        id=MemberId(profile.member_id),
        name=profile.name,
        reading=profile.reading,
        romanised=profile.romanised,
        former_name=None,
        present_position=None,
        headline=None,
        bio=None,
        place=None,
        gives=(),
        asks=(),
        verified=profile.verified_at is not None,
        viewer_is_them=False,
        viewer_has_blocked=True,
    )


async def _page(session: AsyncSession, actor: Actor, found: Select[*tuple[Any, ...]], at: Any, page: PageRequest) -> Page[MemberId]:
    seen = _after(found.where(visible_to(viewer_of(actor))), at, Profile.member_id, page)
    rows = (await session.execute(seen.limit(page.first + 1))).all()
    cursors = [write_cursor(instant.isoformat(), member) for member, instant in rows]
    return page_of([MemberId(member) for member, _ in rows], page.first, cursors)


def _after(found: Select[*tuple[Any, ...]], at: Any, member: Any, page: PageRequest) -> Select[*tuple[Any, ...]]:
    ordered = found.order_by(at.desc(), member.desc())
    key = page.key()
    return ordered if key is None else ordered.where(tuple_(at, member) < tuple_(*_place(key)))


def _place(key: tuple[str, ...]) -> tuple[Any, Any]:
    return literal(read_instant(key), DateTime(timezone=True)), literal(read_uuid(key, 1), Uuid())
