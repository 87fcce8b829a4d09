"""The refusals of groups.

Refusal
├── Invalid
│   ├── BadSlug            a short name that cannot stand in an address
│   ├── AnswersDoNotFit    other questions are asked now than were answered
│   ├── UsesOutOfRange     a join link that may be used never, or too often
│   └── DaysOutOfRange     a join link that lasts no day, or too many
└── Conflict
    ├── JoinLinkUsedUp     as many came by the join link as it was for
    ├── JoinLinkExpired    its days are over
    ├── JoinLinkEnded      who runs the group ended it
    ├── AlreadyInGroup     the member belongs to the group
    ├── AlreadyApplied     their application waits
    ├── NotApplied         no application of theirs waits
    ├── ApplicationOver    the application was decided, or taken back
    ├── ApplicationChanged it says something else than who decides has read
    ├── OwnApplication     nobody decides on their own
    ├── EnoughSaid         as much was asked and answered as one application carries
    └── HoldsRole          who has a standing role hands it over before they leave
"""

from server.kit.refusal import Conflict, Invalid


class BadSlug(Invalid):
    """A group's short name has small letters, digits and hyphens only."""


class AnswersDoNotFit(Invalid):
    """There are as many answers as questions."""


class UsesOutOfRange(Invalid):
    """A join link is used once at least, and `limit` times at most."""


class DaysOutOfRange(Invalid):
    """A join link lasts a day at least, and `limit` days at most."""


class JoinLinkUsedUp(Conflict):
    """As many came by the link as it was made for."""


class JoinLinkExpired(Conflict):
    """The link's days are over."""


class JoinLinkEnded(Conflict):
    """Who runs the group ended the link."""


class AlreadyInGroup(Conflict):
    """The member belongs to the group."""


class AlreadyApplied(Conflict):
    """The member's application to the group waits."""


class NotApplied(Conflict):
    """Nothing of the member's waits or stands in the group."""


class ApplicationOver(Conflict):
    """The application waits no longer."""


class ApplicationChanged(Conflict):
    """The application says something else than who decides has read."""


class OwnApplication(Conflict):
    """Nobody decides on their own application."""


class EnoughSaid(Conflict):
    """As much was asked and answered as one application carries."""


class HoldsRole(Conflict):
    """Who has a standing role in a group hands it over before they leave."""
