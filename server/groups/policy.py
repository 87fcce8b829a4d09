"""Who decides in a group: its owner, operators and deputies; a company's contact does not."""

from typing import Any

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import InstrumentedAttribute

from server.groups.model import GroupCompany, GroupRole

DECIDING_ROLES = ("owner", "operator", "deputy")
# Speaks for the company when a member asks it to; decides nothing else.
COMPANY_CONTACT = "company_contact"

# Plain aliases under names of their own, as the predicates of people have them.
_GATHERS = GroupCompany.__table__.alias("decided_company")
_ROLE = GroupRole.__table__.alias("deciding_role")
_CONTACT = GroupRole.__table__.alias("contact_role")


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
