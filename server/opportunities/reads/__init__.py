"""Questions about opportunities and responses; every answer is given under the eyes of who asks."""

from server.opportunities.reads.delivery import hidden_everywhere, members_meant, once_seen, who_may_see
from server.opportunities.reads.exclusions import Exclusions, exclusions_by_opportunities
from server.opportunities.reads.facets import Facets
from server.opportunities.reads.labels import (
    Proposal,
    circles_of,
    label_text,
    labels_now,
    proposed_label,
    responses_around,
    still_sharing,
)
from server.opportunities.reads.lists import Listing, Order, count_posted_since, find_opportunities
from server.opportunities.reads.personal import (
    Reach,
    fits_by_opportunities,
    fitting,
    live_count,
    opportunities_of_author,
    opportunities_of_company,
    opportunities_of_group,
    own_opportunities,
    reach,
)
from server.opportunities.reads.posts import (
    Hidden,
    groups_by_opportunities,
    hidden_by_opportunities,
    opportunities_by_ids,
    opportunity_ids_by_authors,
    opportunity_ids_changed_since,
    opportunity_to_change,
    own_responses_by_opportunities,
    skills_by_opportunities,
    terms_by_opportunities,
)
from server.opportunities.reads.skills import search_skills
from server.opportunities.reads.starting import starting_points
from server.opportunities.reads.threads import (
    Thread,
    count_waiting,
    responses_by_conversations,
    responses_by_ids,
    responses_to,
    threads,
)

__all__ = [
    "Exclusions",
    "Facets",
    "Hidden",
    "Listing",
    "Order",
    "Proposal",
    "Reach",
    "Thread",
    "circles_of",
    "count_posted_since",
    "count_waiting",
    "exclusions_by_opportunities",
    "find_opportunities",
    "fits_by_opportunities",
    "fitting",
    "groups_by_opportunities",
    "hidden_by_opportunities",
    "hidden_everywhere",
    "label_text",
    "labels_now",
    "live_count",
    "members_meant",
    "once_seen",
    "opportunities_by_ids",
    "opportunities_of_author",
    "opportunities_of_company",
    "opportunities_of_group",
    "opportunity_ids_by_authors",
    "opportunity_ids_changed_since",
    "opportunity_to_change",
    "own_opportunities",
    "own_responses_by_opportunities",
    "proposed_label",
    "reach",
    "responses_around",
    "responses_by_conversations",
    "responses_by_ids",
    "responses_to",
    "search_skills",
    "skills_by_opportunities",
    "starting_points",
    "still_sharing",
    "terms_by_opportunities",
    "threads",
    "who_may_see",
]
