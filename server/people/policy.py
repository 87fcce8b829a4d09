"""Who may see whom, and who may decide on an affiliation: the one predicate for people and the one for their fields."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, Text, and_, any_, case, exists, func, literal, literal_column, not_, null, or_, select
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.orm import InstrumentedAttribute

from server.accounts.policy import is_here
from server.groups.model import GroupApplication, GroupCompany, GroupMembership
from server.groups.policy import has_deciders, is_contact
from server.kit.actor import Actor, Level, Viewer
from server.kit.db import either
from server.kit.ids import GroupId
from server.people.model import (  # fmt: skip
    Affiliation,
    Block,
    ConfirmationRequest,
    Connection,
    Exclusion,
    PresentEmployer,
    Profile,
    ProfileCircle,
    Vouch,
)
from server.people.rules.vouching import BY_COLLEAGUE

# People are never seen by guests or newcomers, so a field cannot be opened to them either.
CHOOSABLE_LEVELS = frozenset({Level.VERIFIED, Level.CHOSEN_GROUPS, Level.OWN_GROUPS, Level.CONNECTIONS, Level.ONLY_ME})
# Written out in every statement: how many wait is known of this word, and not of a value that comes later.
AWAITING: Final[ColumnElement[str]] = literal("awaiting", Text(), literal_execute=True)

# The tables of a predicate under names of their own, apart from the statement around it; plain aliases: those of classes cost milliseconds.
_BLOCK = Block.__table__.alias("block_between")
_EXCLUSION = Exclusion.__table__.alias("exclusion_of")
_CONNECTION = Connection.__table__.alias("connection_with")
_CIRCLE = ProfileCircle.__table__.alias("chosen_circle")
_EMPLOYER = PresentEmployer.__table__.alias("employer_now")
_EMPLOYMENT = Affiliation.__table__.alias("present_affiliation")
_MEMBERSHIP = GroupMembership.__table__.alias("shared_membership")
_AWAITED = Affiliation.__table__.alias("awaited_affiliation")
_GATHERS = GroupCompany.__table__.alias("operated_company")
_APPLICATION = GroupApplication.__table__.alias("waiting_application")


def visible_to(viewer: Viewer, *, but_for_own_blocks: bool = False) -> ColumnElement[bool]:
    """Whether the viewer may see the person of a `Profile` row at all, by name.

    Oneself; a steward everybody; who decides on somebody's affiliation or application that person; and verified members each other, within
    what each chose (`listed_level`), unless one of the two blocked the other, or the person excluded the viewer.
    The list of one's own blocks asks who would be seen but for these.
    Who is leaving the platform is seen by nobody else, stewards included.
    """
    apart = _has_not_blocked if but_for_own_blocks else not_blocked
    listed = and_(
        viewer.level >= int(Level.VERIFIED),
        Profile.verified_at.is_not(None),
        field_visible(Profile.listed_level, viewer),
        apart(Profile.member_id, viewer.member_id),
        not_excluded(Profile.member_id, viewer),
    )
    seen = or_(viewer.is_steward, listed, _waits_for(viewer))
    return or_(Profile.member_id == viewer.member_id, and_(seen, is_here(Profile.member_id)))


def levels_seen(viewer: Viewer, level: InstrumentedAttribute[int], *others: InstrumentedAttribute[int]) -> ColumnElement[Any]:
    """Return those levels that the viewer is within for a `Profile` row, as an array; it holds for fields of these levels.

    Every level for oneself; the chosen circles, the own groups and the connections only for whom they take in, and a connection
    is within all three. How close the two are is looked up only where one of the levels asks for it.
    """
    widest = func.greatest(level, *others) if others else level
    nothing = _number(Level.ANYONE)
    chosen = case((_is_chosen(viewer), _number(Level.CHOSEN_GROUPS)), else_=nothing)
    shared = case((shares_group(Profile.member_id, viewer), _number(Level.OWN_GROUPS)), else_=nothing)
    return case(
        (Profile.member_id == viewer.member_id, _levels(Level.ONLY_ME)),
        (viewer.level < int(Level.SIGNED_IN), _levels(Level.ANYONE)),
        (viewer.level < int(Level.VERIFIED), _levels(Level.SIGNED_IN)),
        (widest <= int(Level.VERIFIED), _levels(Level.VERIFIED)),
        (_is_connected(viewer), _levels(Level.CONNECTIONS)),
        else_=array([*map(_number, _up_to(Level.VERIFIED)), chosen, shared]),
    )


def field_visible(level: InstrumentedAttribute[int], viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may see a field of a `Profile` row that they may see; `level` is the field's level column."""
    seen: ColumnElement[bool] = level == any_(levels_seen(viewer, level))
    return seen


def shown(level: InstrumentedAttribute[int], value: InstrumentedAttribute[Any], viewer: Viewer) -> ColumnElement[Any]:
    """The value of a field where the viewer may see it, otherwise null."""
    return case((field_visible(level, viewer), value), else_=null())


def availability_told(viewer: Viewer) -> ColumnElement[Any]:
    """The availability of a `Profile` row, null for the present employer unless wanted; its level is still to be asked."""
    told = or_(Profile.member_id == viewer.member_id, Profile.availability_to_employer, not_(_is_employer(viewer)))
    return case((and_(Profile.availability.is_not(None), told), Profile.availability), else_=null())


def not_excluded(member: ColumnElement[Any] | InstrumentedAttribute[Any], viewer: Viewer) -> ColumnElement[bool]:
    """Whether the member does not keep the viewer out: neither by name nor by a company that the viewer has to do with."""
    exclusion = _EXCLUSION.c
    reached = or_(exclusion.other_id == viewer.member_id, exclusion.company_id == any_(viewer.companies))
    return not_(exists().where(exclusion.member_id == member, reached).correlate_except(_EXCLUSION))


def not_blocked(
    one: ColumnElement[Any] | InstrumentedAttribute[Any], other: ColumnElement[Any] | InstrumentedAttribute[Any]
) -> ColumnElement[bool]:
    """Whether neither of two members blocked the other; a missing member blocks nobody."""
    return and_(_has_not_blocked(one, other), _has_not_blocked(other, one))


def shares_group(member: ColumnElement[Any] | InstrumentedAttribute[Any], viewer: Viewer) -> ColumnElement[bool]:
    """Whether the member is approved in one of the viewer's groups."""
    membership = _MEMBERSHIP.c
    approved = (membership.member_id == member, membership.state == "approved", membership.group_id == any_(viewer.groups))
    # A viewer may be a row of an outer statement, however deep this stands in it.
    return exists().where(*approved).correlate_except(_MEMBERSHIP)


def affiliation_shown(viewer: Viewer) -> ColumnElement[bool]:
    """Whether an `Affiliation` of a person whom the viewer may see is shown: a declined one only to its member and who decides."""
    return or_(Affiliation.state != "declined", affiliation_in_full(viewer))


def affiliation_in_full(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may read the reason of a decision: its member, and who may decide."""
    return or_(Affiliation.member_id == viewer.member_id, viewer.is_steward, Affiliation.company_id.in_(_operated_companies(viewer)))


def awaiting_decision_of(viewer: Viewer) -> ColumnElement[bool]:
    """Whether an `Affiliation` that nobody has confirmed waits for the viewer: for who operates a group there, else for stewards."""
    alone = and_(viewer.is_steward, not_(has_deciders(Affiliation.company_id)))
    decides = either(Affiliation.company_id.in_(_operated_companies(viewer)), alone)
    return and_(_anothers(viewer), Affiliation.state == AWAITING, decides)


def vouched_decision_of(viewer: Viewer) -> ColumnElement[bool]:
    """Whether one does that only colleagues confirmed: it waits for the operators too, since only they admit to a group."""
    vouched = (Affiliation.state == "confirmed", Affiliation.verification == BY_COLLEAGUE)
    return and_(_anothers(viewer), *vouched, Affiliation.company_id.in_(_operated_companies(viewer)))


def request_reaches(viewer: Viewer, at: datetime) -> ColumnElement[bool]:
    """Whether the request of a `ConfirmationRequest` row, joined with its `Affiliation`, is put to the viewer at this instant.

    To verified alumni of the company, or of one it came from or became; or to who speaks for the company. What the member wants
    to hide from them, and who hides from the member, is for the caller to ask (not_blocked, not_excluded in both directions).
    """
    alum = and_(viewer.level >= int(Level.VERIFIED), Affiliation.company_id == any_(viewer.alumni_of))
    contact = is_contact(viewer.member_id, Affiliation.company_id)
    return and_(
        ConfirmationRequest.ended_at.is_(None),
        ConfirmationRequest.expires_at > at,
        Affiliation.state != "declined",
        Affiliation.member_id.is_distinct_from(viewer.member_id),
        case((ConfirmationRequest.asked == "company", contact), else_=alum),
    )


def may_connect(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer could be connected with the person of a `Profile` row whom they see: verified members among each other.

    Who is seen by right of an office alone is not met: not where one blocked the other, or hides from the viewer in any way.
    """
    return and_(
        viewer.level >= int(Level.VERIFIED),
        Profile.member_id != viewer.member_id,
        Profile.verified_at.is_not(None),
        field_visible(Profile.listed_level, viewer),
        not_blocked(Profile.member_id, viewer.member_id),
        not_excluded(Profile.member_id, viewer),
    )


def vouch_shown(viewer: Viewer) -> ColumnElement[bool]:
    """Whether a `Vouch`, joined with its `Affiliation`, is shown as such: to its voucher, to the member, and to who decides."""
    return or_(Vouch.voucher_id == viewer.member_id, affiliation_in_full(viewer))


def can_decide(actor: Actor, affiliation: Affiliation, groups: list[GroupId]) -> bool:
    """Whether the actor may confirm or decline; `groups` are those of the affiliation's company. Nobody decides on their own."""
    return actor.member_id != affiliation.member_id and (actor.is_steward or not actor.operates.isdisjoint(groups))


def _has_not_blocked(
    one: ColumnElement[Any] | InstrumentedAttribute[Any], other: ColumnElement[Any] | InstrumentedAttribute[Any]
) -> ColumnElement[bool]:
    block = _BLOCK.c
    return not_(exists().where(block.blocker_id == one, block.blocked_id == other).correlate_except(_BLOCK))


def _levels(highest: Level) -> ColumnElement[Any]:
    return array([_number(level) for level in _up_to(highest)])


def _up_to(highest: Level) -> list[Level]:
    return [level for level in Level if level <= highest]


def _number(level: Level) -> ColumnElement[int]:
    # Written out, not bound: the same in every statement.
    return literal_column(str(int(level)), Integer())


def _is_employer(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer has to do with where the person of a `Profile` row works now: as they told, or by a tenure that goes on."""
    told, tenure = _EMPLOYER.c, _EMPLOYMENT.c
    named = (told.member_id == Profile.member_id, told.company_id == any_(viewer.companies))
    goes_on = (tenure.member_id == Profile.member_id, tenure.ended_on.is_(None), tenure.company_id == any_(viewer.companies))
    return or_(exists().where(*named).correlate_except(_EMPLOYER), exists().where(*goes_on).correlate_except(_EMPLOYMENT))


def _is_connected(viewer: Viewer) -> ColumnElement[bool]:
    connection = _CONNECTION.c
    between = (connection.member_id == Profile.member_id, connection.other_id == viewer.member_id)
    return exists().where(*between).correlate_except(_CONNECTION)


def _is_chosen(viewer: Viewer) -> ColumnElement[bool]:
    circle = _CIRCLE.c
    belongs = or_(circle.circle_id == any_(viewer.groups), circle.circle_id == any_(viewer.alumni_of))
    return exists().where(circle.member_id == Profile.member_id, belongs).correlate_except(_CIRCLE)


def _anothers(viewer: Viewer) -> ColumnElement[bool]:
    return and_(Affiliation.member_id.is_distinct_from(viewer.member_id), is_here(Affiliation.member_id))


def _waits_for(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the person of a `Profile` row waits for the viewer: with an application to a group of theirs, or with a tenure there."""
    awaited, application = _AWAITED.c, _APPLICATION.c
    applied = (application.member_id == Profile.member_id, application.state == "waiting", application.group_id == any_(viewer.operates))
    undecided = (
        awaited.member_id == Profile.member_id,
        or_(awaited.state == "awaiting", and_(awaited.state == "confirmed", awaited.verification == BY_COLLEAGUE)),
        awaited.company_id.in_(_operated_companies(viewer)),
    )
    return or_(exists().where(*undecided).correlate_except(_AWAITED), exists().where(*applied).correlate_except(_APPLICATION))


def _operated_companies(viewer: Viewer) -> Any:
    gathers = _GATHERS.c
    operated: Any = select(gathers.company_id).where(gathers.group_id == any_(viewer.operates)).correlate_except(_GATHERS)
    return operated
