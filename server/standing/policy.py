"""Who may see a standing query, and how many one may keep: it is its member's alone, whatever anybody's role."""

from sqlalchemy import ColumnElement

from server.kit.actor import Actor, Level, Viewer
from server.standing.model import StandingQuery
from server.standing.rules import MOST_SAVED, MOST_SAVED_NEWCOMER


def visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may see a `StandingQuery`; a guest sees none."""
    return StandingQuery.member_id == viewer.member_id


def most_for(actor: Actor) -> int:
    """Return how many standing queries the actor may keep."""
    return MOST_SAVED if actor.level >= Level.VERIFIED else MOST_SAVED_NEWCOMER
