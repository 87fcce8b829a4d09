"""How an export is bounded."""

from server.exports.rules.bounds import GIVEN_UP_AFTER, KEPT, LARGEST, MOST_TRIES, PIECE, REMEMBERED, is_ready

__all__ = ["GIVEN_UP_AFTER", "KEPT", "LARGEST", "MOST_TRIES", "PIECE", "REMEMBERED", "is_ready"]
