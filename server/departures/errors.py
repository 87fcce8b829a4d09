"""The refusals of departures.

Refusal
└── Conflict
    ├── AlreadyLeaving   the departure was asked for before
    ├── NotLeaving       there is no departure to take back
    ├── LastOperator     a group would be left alone
    └── LastSteward      the deployment would be left alone
"""

from server.kit.refusal import Conflict


class AlreadyLeaving(Conflict):
    """The departure was asked for before."""


class NotLeaving(Conflict):
    """There is no departure to take back."""


class LastOperator(Conflict):
    """Nobody else decides in the group `group`, which must be handed over first."""


class LastSteward(Conflict):
    """There is no other steward, and the office must be handed over first."""
