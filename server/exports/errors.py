"""What keeps an export from being made; its member reads only that it could not be.

Conflict
└── TooLarge   everything together is more than one file may hold
"""

from server.kit.refusal import Conflict


class TooLarge(Conflict):
    """Everything together is more than one file may hold."""
