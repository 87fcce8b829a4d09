"""The log: facts in the past tense, recorded by commands, appended to streams and turned into jobs in one transaction."""

from server.kit.log.cursor import CursorKey, Position, UnreadableCursor
from server.kit.log.events import Event, decode, encode, event_types
from server.kit.log.forgetting import forget_member
from server.kit.log.model import EventRow, StreamRow
from server.kit.log.reading import Entry, heads, position_of, read_after, still_kept
from server.kit.log.recording import flush, hint, record
from server.kit.log.renewing import renew_epochs
from server.kit.log.streams import OPPORTUNITIES, STEWARDS_QUEUE, SYNONYMS, group_queue, inbox, rights_of

__all__ = [
    "OPPORTUNITIES",
    "STEWARDS_QUEUE",
    "SYNONYMS",
    "CursorKey",
    "Entry",
    "Event",
    "EventRow",
    "Position",
    "StreamRow",
    "UnreadableCursor",
    "decode",
    "encode",
    "event_types",
    "flush",
    "forget_member",
    "group_queue",
    "heads",
    "hint",
    "inbox",
    "position_of",
    "read_after",
    "record",
    "renew_epochs",
    "rights_of",
    "still_kept",
]
