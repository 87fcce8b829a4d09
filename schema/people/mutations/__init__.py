"""What members can change about themselves, whom they are connected with, and whom they do not want to meet."""

import strawberry

from schema.people.mutations.affiliations import AffiliationMutation
from schema.people.mutations.confirming import ConfirmingMutation
from schema.people.mutations.connecting import ConnectingMutation
from schema.people.mutations.privacy import PrivacyMutation
from schema.people.mutations.profile import ProfileMutation
from schema.people.mutations.telling import TellingMutation
from schema.people.mutations.vouching import VouchingMutation


@strawberry.type
class PeopleMutation(
    AffiliationMutation, ConfirmingMutation, ConnectingMutation, PrivacyMutation, ProfileMutation, TellingMutation, VouchingMutation
):
    """Root fields that change people."""
