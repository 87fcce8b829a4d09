"""What happened to accounts: wishes that wait for a mail, sessions that ended, and identities."""

from dataclasses import dataclass

from server.kit.ids import IdentityId, MemberId, SignInRequestId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInRequested(Event):
    """Somebody asked for a mail to sign in with, whether or not the address has an account. No stream."""

    request_id: SignInRequestId


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUpRequested(Event):
    """Somebody asked for a mail to sign up with, whether or not the address has an account already. No stream."""

    request_id: SignInRequestId


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsEnded(Event):
    """One or all sessions of the member ended. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityLinked(Event):
    """An account at the OpenID provider signs the member in from now on. No stream."""

    member_id: MemberId
    identity_id: IdentityId


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityUnlinked(Event):
    """The member took an account at the OpenID provider away. No stream."""

    member_id: MemberId
    identity_id: IdentityId
