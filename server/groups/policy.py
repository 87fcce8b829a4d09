"""Who decides in a group: its owner, operators and deputies; a company's contact does not."""

from typing import Any

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import InstrumentedAttribute

from server.groups.model import GroupCompany, GroupRole

DECIDING_ROLES = ("owner", "operator", "deputy")
# Speaks for the company when a member asks it to; decides nothing else.
COMPANY_CONTACT = "company_contact"

_GATHERS = GroupCompany.__table__.alias("decided_company").c
_ROLE = GroupRole.__table__.alias("deciding_role").c
_CONTACT = GroupRole.__table__.alias("contact_role").c


def has_deciders(company: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the company (an id column) has a group in which somebody decides; elsewhere the stewards do."""
    return exists().where(_GATHERS.company_id == company, _ROLE.group_id == _GATHERS.group_id, _ROLE.role.in_(DECIDING_ROLES))


def is_contact(member: ColumnElement[Any], company: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the member speaks for the company: as the company's contact in a group of its alumni."""
    speaks = (_CONTACT.group_id == _GATHERS.group_id, _CONTACT.member_id == member, _CONTACT.role == COMPANY_CONTACT)
    return exists().where(_GATHERS.company_id == company, *speaks)


def has_contact(company: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether anybody speaks for the company."""
    return exists().where(_GATHERS.company_id == company, _CONTACT.group_id == _GATHERS.group_id, _CONTACT.role == COMPANY_CONTACT)
