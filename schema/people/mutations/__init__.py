"""What members can change about themselves, and whom they do not want to meet."""

import strawberry

from schema.people.mutations.affiliations import AffiliationMutation
from schema.people.mutations.profile import ProfileMutation


@strawberry.type
class PeopleMutation(AffiliationMutation, ProfileMutation):
    """Root fields that change people."""
