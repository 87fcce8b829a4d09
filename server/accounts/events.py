"""What happened to accounts: wishes that wait for a mail, and sessions that ended."""

from dataclasses import dataclass

from server.kit.ids import MemberId, SignInRequestId
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
