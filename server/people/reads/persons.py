"""A person as the viewer may see them: every field is decided in the statement that reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Select, Uuid, any_, case, exists, func, literal, null, select, tuple_
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.groups.model import GroupMembership
from server.kit.actor import PARAMETERS, Actor, parameters_of, viewer_of
from server.kit.db import among
from server.kit.ids import GroupId, MemberId, SkillId
from server.kit.paging import Page, PageRequest, page_of, read_instant, read_uuid, write_cursor
from server.people.model import Block, MemberSkill, Profile, Skill
from server.people.policy import availability_told, levels_seen, visible_to

# The fields of a profile with a level of their own, in the order of `_view`; skills, which have rows of their own, come after them.
_FIELDS: Final = (
    "former_name",
    "present_position",
    "headline",
    "bio",
    "place",
    "gives",
    "asks",
    "languages",
    "links",
    "availability",
    "photo",
)
_NAME: Final = (Profile.member_id, Profile.name, Profile.reading, Profile.romanised)


@dataclass(frozen=True, slots=True)
class SkillView:
    """A skill that a person says they have."""

    id: SkillId
    name: str


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
    skills: tuple[SkillView, ...] = ()


async def people_by_ids(session: AsyncSession, actor: Actor, ids: Sequence[MemberId]) -> dict[MemberId, PersonView]:
    """Return the people among `ids` whom the actor may see, in one statement whatever their number."""
    rows = (await session.execute(_people(), parameters_of(actor) | {"ids": list(ids)})).all()
    return {MemberId(row[0]): _view(row, actor) for row in rows}


async def visible_ids(session: AsyncSession, actor: Actor, ids: Sequence[MemberId]) -> frozenset[MemberId]:
    """Return those of the members whom the actor may see, for other nouns that name people."""
    if not ids:
        return frozenset()
    return frozenset(MemberId(member) for member in await session.scalars(_visible(), parameters_of(actor) | {"ids": list(ids)}))


async def count_of_groups(session: AsyncSession, actor: Actor, groups: Sequence[GroupId]) -> dict[GroupId, int]:
    """Return how many approved members of each group the actor may see; a group where that is nobody is left out."""
    seen = (
        select(GroupMembership.group_id, func.count())
        .join(Profile, Profile.member_id == GroupMembership.member_id)
        .where(GroupMembership.group_id.in_(groups), GroupMembership.state == "approved", visible_to(viewer_of(actor)))
        .group_by(GroupMembership.group_id)
    )
    return {GroupId(group): count for group, count in (await session.execute(seen)).all()}


async def blocked_by(session: AsyncSession, actor: Actor, page: PageRequest) -> Page[PersonView]:
    """Return whom the actor blocked, the latest first: by name only, so that a block can be taken back.

    The name is empty where the actor could not see them without their own block either.
    """
    blocked = _blocked(actor).add_columns(visible_to(viewer_of(actor), but_for_own_blocks=True))
    rows = (await session.execute(_after(blocked, Block.at, Profile.member_id, page).limit(page.first + 1))).all()
    views = [_name_only(profile, named=named) for profile, _, named in rows]
    return page_of(views, page.first, [write_cursor(at.isoformat(), profile.member_id) for profile, at, _ in rows])


async def count_blocked(session: AsyncSession, actor: Actor) -> int:
    """Return how many blocked_by has on all its pages."""
    return await session.scalar(select(func.count()).select_from(_blocked(actor).subquery())) or 0


def _blocked(actor: Actor) -> Select[*tuple[Any, ...]]:
    return select(Profile, Block.at).join(Block, Block.blocked_id == Profile.member_id).where(Block.blocker_id == actor.member_id)


async def count_people(session: AsyncSession, actor: Actor, found: Select[*tuple[Any, ...]]) -> int:
    """Return how many rows the statement has of people whom the actor may see."""
    seen = found.where(visible_to(viewer_of(actor))).subquery()
    return await session.scalar(select(func.count()).select_from(seen)) or 0


@cache
def _visible() -> Select[UUID]:
    return select(Profile.member_id).where(among(Profile.member_id), visible_to(PARAMETERS))


@cache
def _people() -> Select[*tuple[Any, ...]]:
    """Built once, since it is asked for with every list; how close the two are is found once a person, and decides on each field."""
    block = aliased(Block)
    blocked = exists().where(block.blocker_id == PARAMETERS.member_id, block.blocked_id == Profile.member_id)
    levels = [getattr(Profile, f"{name}_level") for name in (*_FIELDS, "skills")]
    told = [getattr(Profile, name) for name in _FIELDS if name != "availability"]
    person = (
        select(*_NAME, *told, *levels, Profile.verified_at)
        .add_columns(
            availability_told(PARAMETERS).label("availability"), levels_seen(PARAMETERS, *levels).label("seen"), blocked.label("blocked")
        )
        .where(among(Profile.member_id), visible_to(PARAMETERS))
        .cte("person", nesting=True)
        .prefix_with("MATERIALIZED")
    ).c
    told_of = {name: person[name] for name in _FIELDS} | {"skills": _skills(person.member_id)}
    fields = [case((person[f"{name}_level"] == any_(person.seen), each), else_=null()).label(name) for name, each in told_of.items()]
    return select(*(person[column.key] for column in _NAME), *fields, person.verified_at, person.blocked)


def _skills(member: ColumnElement[UUID]) -> ColumnElement[Any]:
    """The skills of a member in their own order, each as its id and name."""
    each = func.json_build_array(Skill.id, Skill.name)
    listed = select(func.json_agg(aggregate_order_by(each, MemberSkill.position, Skill.id)))
    joined = listed.join_from(MemberSkill, Skill, Skill.id == MemberSkill.skill_id).where(MemberSkill.member_id == member)
    return joined.scalar_subquery()


def _view(row: Any, actor: Actor) -> PersonView:
    member, name, reading, romanised, former_name, position, headline, bio, place, gives, asks, *rest = row
    languages, links, availability, photo, skills, verified_at, blocked = rest
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
        skills=tuple(SkillView(SkillId(UUID(key)), name) for key, name in skills or ()),
    )


def _name_only(profile: Profile, *, named: bool) -> PersonView:
    return PersonView(
        id=MemberId(profile.member_id),
        name=profile.name if named else "",
        reading=profile.reading if named else None,
        romanised=profile.romanised if named else None,
        former_name=None,
        present_position=None,
        headline=None,
        bio=None,
        place=None,
        gives=(),
        asks=(),
        verified=named and profile.verified_at is not None,
        viewer_is_them=False,
        viewer_has_blocked=True,
    )


async def page_of_people(
    session: AsyncSession, actor: Actor, found: Select[*tuple[Any, ...]], at: Any, page: PageRequest
) -> Page[MemberId]:
    """Return a page of those whom the actor may see among (`Profile.member_id`, `at`), the latest first."""
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
