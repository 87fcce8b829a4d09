"""How somebody signs in, up and out."""

import strawberry

from schema.accounts.mutations.identities import IdentityMutation
from schema.accounts.mutations.sessions import SessionMutation
from schema.accounts.mutations.signing_in import SigningInMutation


@strawberry.type
class AccountsMutation(SigningInMutation, IdentityMutation, SessionMutation):
    """Root fields that change accounts."""
