"""How somebody signs in, up and out, and keeps what proves who they are."""

import strawberry

from schema.accounts.mutations.email_changes import EmailChangeMutation
from schema.accounts.mutations.identities import IdentityMutation
from schema.accounts.mutations.passkeys import PasskeyMutation
from schema.accounts.mutations.proving import ProvingMutation
from schema.accounts.mutations.sessions import SessionMutation
from schema.accounts.mutations.signing_in import SigningInMutation


@strawberry.type
class AccountsMutation(SigningInMutation, IdentityMutation, SessionMutation, PasskeyMutation, ProvingMutation, EmailChangeMutation):
    """Root fields that change accounts."""
