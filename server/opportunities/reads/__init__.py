"""Questions about opportunities and responses; every answer is given under the eyes of who asks."""

from server.opportunities.reads.posts import (
    Hidden,
    groups_by_opportunities,
    hidden_by_opportunities,
    opportunities_by_ids,
    opportunity_ids_by_authors,
    opportunity_to_change,
    own_responses_by_opportunities,
    skills_by_opportunities,
    terms_by_opportunities,
)
from server.opportunities.reads.threads import (
    Thread,
    count_waiting,
    responses_by_conversations,
    responses_by_ids,
    responses_to,
    threads,
)

__all__ = [
    "Hidden",
    "Thread",
    "count_waiting",
    "groups_by_opportunities",
    "hidden_by_opportunities",
    "opportunities_by_ids",
    "opportunity_ids_by_authors",
    "opportunity_to_change",
    "own_responses_by_opportunities",
    "responses_by_conversations",
    "responses_by_ids",
    "responses_to",
    "skills_by_opportunities",
    "terms_by_opportunities",
    "threads",
]
