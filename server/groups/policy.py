"""Who decides in a group: its owner, operators and deputies; a company's contact does not."""

from typing import Any

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import InstrumentedAttribute

from server.groups.model import GroupCompany, GroupRole

DECIDING_ROLES = ("owner", "operator", "deputy")

_GATHERS = GroupCompany.__table__.alias("decided_company").c
_ROLE = GroupRole.__table__.alias("deciding_role").c


def has_deciders(company: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the company (an id column) has a group in which somebody decides; elsewhere the stewards do."""
    return exists().where(_GATHERS.company_id == company, _ROLE.group_id == _GATHERS.group_id, _ROLE.role.in_(DECIDING_ROLES))
