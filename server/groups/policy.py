"""Who decides in a group: its owner, operators and deputies; a company's contact does not."""

from typing import Any

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import InstrumentedAttribute, aliased

from server.groups.model import GroupCompany, GroupRole

DECIDING_ROLES = ("owner", "operator", "deputy")


def has_deciders(company: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the company (an id column) has a group in which somebody decides; elsewhere the stewards do."""
    gathers, role = aliased(GroupCompany), aliased(GroupRole)
    return exists().where(gathers.company_id == company, role.group_id == gathers.group_id, role.role.in_(DECIDING_ROLES))
