"""What can be changed about groups: how one applies, leaves, and decides; the links by which people come."""

import strawberry

from schema.groups.mutations.applying import ApplyingMutation
from schema.groups.mutations.deciding import ApplicationsMutation
from schema.groups.mutations.links import JoinLinksMutation


@strawberry.type
class GroupsMutation(ApplyingMutation, ApplicationsMutation, JoinLinksMutation):
    """Root fields that change groups."""
