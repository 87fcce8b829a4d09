"""The refusals of groups.

Refusal
├── Invalid
│   ├── BadSlug            a short name that cannot stand in an address
│   ├── AnswersDoNotFit    other questions are asked now than were answered
│   ├── UsesOutOfRange     a join link that may be used never, or too often
│   ├── DaysOutOfRange     a join link that lasts no day, or too many
│   └── SlugTaken          another group has this short name
├── Forbidden
│   ├── OwnRole            one's own role is not given or taken, only handed over or laid down
│   ├── OwnersOnly         owners give and take roles, and close their group; and stewards
│   ├── RunnersOnly        owners and operators write a group's page; and stewards
│   ├── StewardsPick       whose alumni a group gathers, and both its axes, only stewards change
│   └── StewardsAppoint    who speaks for the company, only stewards say
└── Conflict
    ├── JoinLinkUsedUp     as many came by the join link as it was for
    ├── JoinLinkExpired    its days are over
    ├── JoinLinkEnded      who runs the group ended it
    ├── EnoughProposals    as many proposals of the member wait as may
    ├── ProposalOver       the proposal was decided meanwhile
    ├── ProposalChanged    it says something else than who decides has read
    ├── ProposerGone       nobody is there to own the group
    ├── GroupNotOpen       the group is not admitted, or was closed
    ├── NotInGroup         who has a role belongs to the group
    ├── NotYetVerified     who speaks for the company is a verified member
    ├── NoRole             there is no role to take away
    ├── LastOwner          somebody else must own the group first
    ├── AlreadyInGroup     the member belongs to the group
    ├── AlreadyApplied     their application waits
    ├── NotApplied         no application of theirs waits
    ├── ApplicationOver    the application was decided, or taken back
    ├── ApplicationChanged it says something else than who decides has read
    ├── OwnApplication     nobody decides on their own
    ├── NothingAsked       no question of the group's waits for an answer
    ├── EnoughSaid         as much was asked and answered as one application carries
    └── HoldsRole          who has a standing role hands it over before they leave
"""

from server.kit.refusal import Conflict, Forbidden, Invalid


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


class NothingAsked(Conflict):
    """An applicant answers what the group asked; what else they say stands in their answers."""


class HoldsRole(Conflict):
    """Who has a standing role in a group hands it over before they leave."""


class SlugTaken(Invalid):
    """Another group stands under this address."""


class OwnRole(Forbidden):
    """One's own role is laid down or handed over; nobody gives themselves another."""


class OwnersOnly(Forbidden):
    """Only an owner of the group, or a steward, does this."""


class RunnersOnly(Forbidden):
    """Only an owner or operator of the group, or a steward, does this."""


class StewardsPick(Forbidden):
    """Only stewards change whose alumni a group gathers, who runs it, and how the company stands to it."""


class StewardsAppoint(Forbidden):
    """Only stewards say who speaks for the company."""


class EnoughProposals(Conflict):
    """`limit` proposals of the member wait already."""


class ProposalOver(Conflict):
    """The proposal waits no longer."""


class ProposalChanged(Conflict):
    """The proposal says something else than who decides has read."""


class ProposerGone(Conflict):
    """Who proposed the group is not here any more, and nobody would own it."""


class GroupNotOpen(Conflict):
    """The group was not admitted yet, or was closed."""


class NotInGroup(Conflict):
    """The member does not belong to the group."""


class NotYetVerified(Conflict):
    """Nothing of the member's was confirmed yet."""


class NoRole(Conflict):
    """The member has no role in the group."""


class LastOwner(Conflict):
    """Nobody would own the group any more."""
