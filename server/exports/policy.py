"""Who may see an export: only whose data it is, whatever anybody's role."""

from sqlalchemy import ColumnElement

from server.exports.model import Export
from server.kit.actor import Viewer


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may see an `Export`; a guest sees none."""
    return Export.member_id == viewer.member_id
