"""What can be changed about groups: how they come, end and are run; how one applies, leaves and decides; the links by which one comes."""

import strawberry

from schema.groups.mutations.applying import ApplyingMutation
from schema.groups.mutations.deciding import ApplicationsMutation
from schema.groups.mutations.links import JoinLinksMutation
from schema.groups.mutations.proposals import ProposalsMutation
from schema.groups.mutations.roles import RolesMutation
from schema.groups.mutations.settings import SettingsMutation


@strawberry.type
class GroupsMutation(ApplyingMutation, ApplicationsMutation, JoinLinksMutation, ProposalsMutation, RolesMutation, SettingsMutation):
    """Root fields that change groups."""
