"""Who is here at all: whoever is leaving the platform, or has left it, is seen by nobody but themselves."""

from typing import Any

from sqlalchemy import ColumnElement, exists, not_
from sqlalchemy.orm import InstrumentedAttribute

from server.accounts.model import Departure

# A plain alias under a name of its own, as the predicates of people have them.
_DEPARTURE = Departure.__table__.alias("departure_of")


def is_here(member: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the member neither is leaving nor has left."""
    return not_(exists().where(_DEPARTURE.c.member_id == member).correlate_except(_DEPARTURE))


def has_left(member: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether the member is only a place any more, to which what others wrote refers."""
    return exists().where(_DEPARTURE.c.member_id == member, _DEPARTURE.c.erase_at.is_(None)).correlate_except(_DEPARTURE)
