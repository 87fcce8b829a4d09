"""Who sees a group, decides in it and runs it, and who may read an application; a company's contact does none of it."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Text, and_, any_, exists, literal, not_, or_
from sqlalchemy.orm import InstrumentedAttribute

from server.accounts.policy import is_here
from server.groups.model import AlumniGroup, GroupApplication, GroupCompany, GroupProposal, GroupRole
from server.kit.actor import Viewer
from server.kit.db import either

# Written out, so that the index of what waits is found.
WAITING: Final[ColumnElement[str]] = literal("waiting", Text(), literal_execute=True)
DECIDING_ROLES = ("owner", "operator", "deputy")
RUNNING_ROLES = ("owner", "operator")
# Speaks for the company when a member asks it to; decides nothing else.
COMPANY_CONTACT = "company_contact"

# Plain aliases under names of their own, as the predicates of people have them.
_GATHERS = GroupCompany.__table__.alias("decided_company")
_ROLE = GroupRole.__table__.alias("deciding_role")
_CONTACT = GroupRole.__table__.alias("contact_role")
_PROPOSAL = GroupProposal.__table__.alias("own_proposal")


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may see an `AlumniGroup`: everybody once it was admitted, also a closed one; before, its proposer and stewards."""
    proposal = _PROPOSAL.c
    own = exists().where(proposal.group_id == AlumniGroup.id, proposal.member_id == viewer.member_id).correlate_except(_PROPOSAL)
    return or_(AlumniGroup.state.in_(("admitted", "closed")), viewer.is_steward, own)


def proposal_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may read a `GroupProposal`: who made it, and stewards."""
    return or_(GroupProposal.member_id == viewer.member_id, viewer.is_steward)


def proposal_awaits_decision_of(viewer: Viewer) -> ColumnElement[bool]:
    """Whether a `GroupProposal`, of a group that waits, stands in the viewer's queue: a steward's, unless it is their own."""
    return and_(viewer.is_steward, GroupProposal.member_id.is_distinct_from(viewer.member_id))


def roles_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may read who has which role (`GroupRole`): who decides in the group, and stewards."""
    return or_(viewer.is_steward, GroupRole.group_id == any_(viewer.operates))


def has_deciders(company: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the company (an id column) has a group in which somebody decides; elsewhere the stewards do."""
    gathers, role = _GATHERS.c, _ROLE.c
    decides = (gathers.company_id == company, role.group_id == gathers.group_id, role.role.in_(DECIDING_ROLES))
    return exists().where(*decides).correlate_except(_GATHERS, _ROLE)


def is_contact(member: ColumnElement[Any], company: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the member speaks for the company: as the company's contact in a group of its alumni."""
    return exists().where(*_speaking(company), _CONTACT.c.member_id == member).correlate_except(_GATHERS, _CONTACT)


def has_contact(company: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether anybody speaks for the company."""
    return exists().where(*_speaking(company)).correlate_except(_GATHERS, _CONTACT)


def _speaking(company: ColumnElement[Any] | InstrumentedAttribute[Any]) -> tuple[ColumnElement[bool], ...]:
    gathers, contact = _GATHERS.c, _CONTACT.c
    return gathers.company_id == company, contact.group_id == gathers.group_id, contact.role == COMPANY_CONTACT


def right_to_run(role: str | None) -> bool:
    """Whether a standing role runs the group: changes what it says and asks, makes its links, brings its lists. A deputy decides only."""
    return role in RUNNING_ROLES


def application_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may see a `GroupApplication`: its member; who decides in its group, unless it was withdrawn; stewards likewise."""
    decides = or_(viewer.is_steward, GroupApplication.group_id == any_(viewer.operates))
    shown = and_(decides, GroupApplication.state != "withdrawn", is_here(GroupApplication.member_id))
    return or_(GroupApplication.member_id == viewer.member_id, shown)


def application_awaits_decision_of(viewer: Viewer, overdue: datetime) -> ColumnElement[bool]:
    """Whether a `GroupApplication` stands in the viewer's queue: their group's, or, for stewards, where nobody decides in the group.

    What was made before `overdue` stands in the stewards' queue too. Nobody decides on their own.
    """
    return application_waits(GroupApplication, viewer, overdue)


def application_waits(application: Any, viewer: Viewer, overdue: datetime) -> ColumnElement[bool]:
    """The same for an alias of the table, which may stand in another statement's condition."""
    role = _ROLE.c
    decided = exists().where(role.group_id == application.group_id, role.role.in_(DECIDING_ROLES)).correlate_except(_ROLE)
    stewards = and_(viewer.is_steward, or_(not_(decided), application.applied_at < overdue))
    return and_(
        application.state == WAITING,
        application.member_id.is_distinct_from(viewer.member_id),
        is_here(application.member_id),
        either(application.group_id == any_(viewer.operates), stewards),
    )
