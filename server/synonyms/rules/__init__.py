"""What holds for every entry: pure decisions, without a session, a clock or a network."""

from server.synonyms.rules.entries import (
    Decided,
    Listed,
    Origin,
    asked_for,
    entries_of,
    listed,
    replaced,
    shipped_digest,
    shipped_entries,
    shipped_id,
    told,
)
from server.synonyms.rules.trying import Joined, Tried, TriedWord, tried_out
from server.synonyms.rules.words import key_of, keys_of
from server.synonyms.rules.writing import LONGEST_WORD, MOST_ENTRIES, MOST_WORDS, checked, drafted, hold_against

__all__ = [
    "LONGEST_WORD",
    "MOST_ENTRIES",
    "MOST_WORDS",
    "Decided",
    "Joined",
    "Listed",
    "Origin",
    "Tried",
    "TriedWord",
    "asked_for",
    "checked",
    "drafted",
    "entries_of",
    "hold_against",
    "key_of",
    "keys_of",
    "listed",
    "replaced",
    "shipped_digest",
    "shipped_entries",
    "shipped_id",
    "told",
    "tried_out",
]
