"""What is asked about groups: themselves, their companies, who belongs, who has a role, who decides."""

from server.groups.reads.applications import (
    LinkView,
    applications_by_ids,
    came_by,
    link_by_id,
    link_by_token,
    links_of_group,
    messages_of,
    own_applications,
    questions_asked,
)
from server.groups.reads.groups import (
    companies_of_groups,
    deciding_groups,
    group_at,
    group_by_slug,
    groups_by_ids,
    groups_of_companies,
    groups_of_company,
    list_groups,
    visible_groups,
)
from server.groups.reads.memberships import belonged_until_closed, declined_by, member_counts, memberships_of, own_memberships
from server.groups.reads.proposals import own_proposals, proposals_of
from server.groups.reads.reasons import role_reason
from server.groups.reads.roles import (
    decided_as_member,
    decided_from_outside,
    groups_left_alone,
    holders_of,
    operators_of,
    owners_here,
    queues_of_groups,
    roles_of,
)

__all__ = [
    "LinkView",
    "applications_by_ids",
    "belonged_until_closed",
    "came_by",
    "companies_of_groups",
    "decided_as_member",
    "decided_from_outside",
    "deciding_groups",
    "declined_by",
    "group_at",
    "group_by_slug",
    "groups_by_ids",
    "groups_left_alone",
    "groups_of_companies",
    "groups_of_company",
    "holders_of",
    "link_by_id",
    "link_by_token",
    "links_of_group",
    "list_groups",
    "member_counts",
    "memberships_of",
    "messages_of",
    "operators_of",
    "own_applications",
    "own_memberships",
    "own_proposals",
    "owners_here",
    "proposals_of",
    "questions_asked",
    "queues_of_groups",
    "role_reason",
    "roles_of",
    "visible_groups",
]
