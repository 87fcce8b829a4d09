"""What happened to accounts: wishes that wait for a mail, sessions that ended, identities, and changes of what proves who one is."""

from dataclasses import dataclass

from server.kit.ids import EmailChangeId, IdentityId, MemberId, SignInRequestId
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyRegistered(Event):
    """The member has one more passkey. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyRemoved(Event):
    """The member took a passkey away. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class TotpConfirmed(Event):
    """The member's authenticator app is set up. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class TotpRemoved(Event):
    """The member's authenticator app is gone. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCodesRenewed(Event):
    """The member has ten new recovery codes; the earlier ones serve no more. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCodeUsed(Event):
    """One of the member's recovery codes served. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondFactorLifted(Event):
    """Whoever runs the deployment took away all passkeys, the app and the codes of the member. No stream."""

    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailChangeRequested(Event):
    """A member wishes for another address, whether or not somebody has it already. No stream."""

    change_id: EmailChangeId


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailChanged(Event):
    """Both addresses confirmed; the member has the new one. No stream."""

    change_id: EmailChangeId
