"""The refusals of standing queries.

Invalid
└── NothingAsked     a filter that asks for nothing would bring everything
Conflict
└── TooManySaved     one keeps at most `most`; another has to go first
"""

from server.kit.refusal import Conflict, Invalid


class NothingAsked(Invalid):
    """A standing query asks for something."""


class TooManySaved(Conflict):
    """A member has `most` standing queries already."""
