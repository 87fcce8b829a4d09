"""Who may see a notice: only the member it was written for."""

from sqlalchemy import ColumnElement

from server.kit.actor import Viewer
from server.notifications.model import Notice


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may see a `Notice`; a guest sees none."""
    return Notice.member_id == viewer.member_id
