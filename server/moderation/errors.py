"""The refusals of moderation.

Invalid
└── ExcerptNotAsked      an excerpt goes with a report on a conversation only
Forbidden
├── AboutOneself         one does not report oneself, or a post of one's own
├── HasAnInterest        the author, or who is reported, does not decide
├── NotYourGroup         operators decide in their own group only
├── StewardsOnly         only stewards hide or restore everywhere
└── StewardsDecide       only stewards decide on companies
Conflict
├── AlreadyReported      the caller's report on the same thing is still open
└── AlreadyDecided       somebody else decided first
"""

from server.kit.refusal import Conflict, Forbidden, Invalid


class ExcerptNotAsked(Invalid):
    """Only of a conversation the reporter chooses words to show."""


class AboutOneself(Forbidden):
    """The subject is the caller, or the caller's own post."""


class HasAnInterest(Forbidden):
    """The caller wrote the post, or is reported."""


class NotYourGroup(Forbidden):
    """The caller has no deciding role in the group."""


class StewardsOnly(Forbidden):
    """Everywhere is beyond an operator."""


class StewardsDecide(Forbidden):
    """Companies are of every group; what they are called is beyond one group's operator."""


class AlreadyReported(Conflict):
    """The earlier report waits for its decision."""


class AlreadyDecided(Conflict):
    """It stands already as the caller wants it, or was decided otherwise."""
