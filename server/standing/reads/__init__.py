"""Questions about standing queries: a member's own, what a post meets, and what waits to be told."""

from server.standing.reads.digests import Waiting, members_waiting, waiting_for
from server.standing.reads.matching import Match, matches_of, meets_still, members_told
from server.standing.reads.newcomers import Newcomers, members_looking, newcomers_for
from server.standing.reads.own import (
    count_own,
    filter_of,
    own_queries,
    people_filter_of,
    queries_by_ids,
    query_to_change,
    would_have_matched,
)

__all__ = [
    "Match",
    "Newcomers",
    "Waiting",
    "count_own",
    "filter_of",
    "matches_of",
    "meets_still",
    "members_looking",
    "members_told",
    "members_waiting",
    "newcomers_for",
    "own_queries",
    "people_filter_of",
    "queries_by_ids",
    "query_to_change",
    "waiting_for",
    "would_have_matched",
]
