"""Who sees a group's lists and brings them: its owner and its operators. A deputy decides only, and a steward runs no group."""

from typing import Any

from sqlalchemy import ColumnElement, and_, any_, exists
from sqlalchemy.orm import InstrumentedAttribute

from server.groups.model import GroupRole
from server.groups.policy import RUNNING_ROLES
from server.kit.actor import Viewer

_ROLE = GroupRole.__table__.alias("running_role")


def runs(viewer: Viewer, group: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the viewer runs the group (an id column of `Roster` or `RosterEntry`), and therefore sees what its lists say."""
    role = _ROLE.c
    holds = (role.group_id == group, role.member_id == viewer.member_id, role.role.in_(RUNNING_ROLES))
    # Who has given no second factor operates nothing.
    return and_(group == any_(viewer.operates), exists().where(*holds).correlate_except(_ROLE))
