"""Who asks: ids and standing only, and the same attributes as SQL expressions for the predicates."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final, Literal, TypeAlias
from uuid import UUID

from sqlalchemy import ARRAY, Boolean, ColumnElement, SmallInteger, Uuid, bindparam, cast, literal

from server.kit.ids import CompanyId, GroupId, MemberId, SessionId

Language: TypeAlias = Literal["ja", "en"]


class Level(IntEnum):
    """Who may see a field or a post, from open to closed; a viewer sees what is at or below their own level."""

    ANYONE = 0
    SIGNED_IN = 10
    VERIFIED = 20
    # Chosen groups or companies.
    CHOSEN_GROUPS = 30
    OWN_GROUPS = 40
    CONNECTIONS = 50
    ONLY_ME = 60


@dataclass(frozen=True, slots=True)
class Actor:
    """The caller of a read or a command. A guest has no member id.

    `level` is ANYONE for a guest, SIGNED_IN for a newcomer, VERIFIED once an affiliation is confirmed.
    `groups` are approved memberships; `operates` are groups with a standing role that decides (owner, operator, deputy);
    `speaks_for` are those where the member is the company's contact.
    `companies` are all that the member has to do with, confirmed or not, past or present, with predecessors and successors:
    by these somebody can be hidden from them. `alumni_of` are the confirmed ones among them: by these something is shown.
    `needs_second_factor`: an operator, contact or steward whose session has given none; until then they decide nothing.
    Who is `leaving` the platform still reads, and changes nothing but that.
    """

    member_id: MemberId | None = None
    level: Level = Level.ANYONE
    is_steward: bool = False
    groups: frozenset[GroupId] = frozenset()
    operates: frozenset[GroupId] = frozenset()
    speaks_for: frozenset[GroupId] = frozenset()
    companies: frozenset[CompanyId] = frozenset()
    alumni_of: frozenset[CompanyId] = frozenset()
    # Verified for a week, or a steward: the caps for newcomers are not theirs any more.
    settled: bool = False
    leaving: bool = False
    session_id: SessionId | None = None
    needs_second_factor: bool = False
    authz_version: int = 0
    language: Language = "ja"
    # Where the request came from, for limits only; never stored.
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Viewer:
    """The attributes of a viewer as SQL expressions: bound values for one reader, columns for a relation of viewers."""

    member_id: ColumnElement[UUID | None]
    level: ColumnElement[int]
    is_steward: ColumnElement[bool]
    groups: ColumnElement[Sequence[UUID]]
    operates: ColumnElement[Sequence[UUID]]
    companies: ColumnElement[Sequence[UUID]]
    alumni_of: ColumnElement[Sequence[UUID]]


def viewer_of(actor: Actor) -> Viewer:
    """Return the actor's attributes as bound values."""
    uuids = ARRAY(Uuid())
    return Viewer(
        member_id=cast(literal(actor.member_id, Uuid()), Uuid()),
        level=cast(literal(int(actor.level), SmallInteger()), SmallInteger()),
        is_steward=cast(literal(actor.is_steward, Boolean()), Boolean()),
        groups=cast(literal(sorted(actor.groups), uuids), uuids),
        operates=cast(literal(sorted(actor.operates), uuids), uuids),
        companies=cast(literal(sorted(actor.companies), uuids), uuids),
        alumni_of=cast(literal(sorted(actor.alumni_of), uuids), uuids),
    )


# For a statement that is built once: its viewer comes with each execution, as `parameters_of(actor)`.
PARAMETERS: Final = Viewer(
    member_id=cast(bindparam("viewer_member", type_=Uuid()), Uuid()),
    level=cast(bindparam("viewer_level", type_=SmallInteger()), SmallInteger()),
    is_steward=cast(bindparam("viewer_steward", type_=Boolean()), Boolean()),
    groups=cast(bindparam("viewer_groups", type_=ARRAY(Uuid())), ARRAY(Uuid())),
    operates=cast(bindparam("viewer_operates", type_=ARRAY(Uuid())), ARRAY(Uuid())),
    companies=cast(bindparam("viewer_companies", type_=ARRAY(Uuid())), ARRAY(Uuid())),
    alumni_of=cast(bindparam("viewer_alumni_of", type_=ARRAY(Uuid())), ARRAY(Uuid())),
)


def parameters_of(actor: Actor) -> dict[str, object]:
    """Return what a statement over PARAMETERS is executed with."""
    return {
        "viewer_member": actor.member_id,
        "viewer_level": int(actor.level),
        "viewer_steward": actor.is_steward,
        "viewer_groups": sorted(actor.groups),
        "viewer_operates": sorted(actor.operates),
        "viewer_companies": sorted(actor.companies),
        "viewer_alumni_of": sorted(actor.alumni_of),
    }
