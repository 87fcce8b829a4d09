"""How an export is bounded, and what a cell must not begin with."""

from server.exports.rules.bounds import GIVEN_UP_AFTER, KEPT, LARGEST, MOST_TRIES, PIECE, REMEMBERED, is_ready
from server.exports.rules.cells import guarded

__all__ = ["GIVEN_UP_AFTER", "KEPT", "LARGEST", "MOST_TRIES", "PIECE", "REMEMBERED", "guarded", "is_ready"]
