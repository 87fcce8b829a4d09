"""Which affiliations wait for somebody, as their queue puts the two halves together."""

from sqlalchemy import ColumnElement, or_

from server.kit.actor import Viewer
from server.people.policy import awaiting_decision_of, vouched_decision_of


def waits_for(viewer: Viewer) -> ColumnElement[bool]:
    """Whether an `Affiliation` waits for the viewer: nobody has confirmed it, or colleagues alone."""
    return or_(awaiting_decision_of(viewer), vouched_decision_of(viewer))
