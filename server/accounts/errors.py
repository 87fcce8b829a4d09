"""The refusals of accounts.

Refusal
├── Invalid
│   ├── BadEmail            the address has not the form of one
│   ├── WrongCode           the six digits are not those of the latest mail
│   ├── TermsNotAccepted    another version than today's was accepted
│   ├── OneProof            not exactly one way to prove who one is was given
│   ├── PasskeyNotRight     the answer is not that of a passkey of ours, asked here
│   ├── WrongTotp           not the code that the app shows now, or it served before
│   ├── WrongRecoveryCode   none of the member's codes, or it served before
│   └── SameEmail           the new address is the present one
├── Absent
│   ├── LinkUnknown         no mail of ours carried this link
│   ├── ArrivalOver         nobody waits on this browser with an address that a provider proved
│   ├── NoAccount           no member has this address (told to operators of a deployment only)
│   └── ChangeUnknown       no mail about another address carried this link, or its change has ended
├── Forbidden
│   ├── EmailNotVerified    the OpenID provider does not vouch for the address
│   └── ProofNeeded         the change wants a passkey, a second factor or a sign-in of the last ten minutes
├── Exhausted
│   └── TotpLocked          five wrong codes; this way is closed for a quarter of an hour
└── Conflict
    ├── LinkUsed            it signed somebody in already
    ├── LinkExpired         its fifteen minutes are over
    ├── CodeTriedTooOften   five wrong codes for one mail
    ├── AlreadyMember       the proven address got an account meanwhile
    ├── ChallengeOver       what the passkey answers was answered before, or too long ago
    ├── TooManyPasskeys     ten are enough
    ├── TotpThere           an app is set up already
    ├── NoTotp              no app is set up, or not yet
    ├── NoFactor            recovery codes stand in for a factor, and there is none
    ├── ChangeExpired       its twenty-four hours are over
    └── EmailTaken          somebody else has the new address by now
"""

from server.kit.refusal import Absent, Conflict, Exhausted, Forbidden, Invalid


class BadEmail(Invalid):
    """The text has not the form of an e-mail address."""


class WrongCode(Invalid):
    """The code is not that of the latest mail to this address, or there was none."""


class TermsNotAccepted(Invalid):
    """The accepted version of the terms is not the present one."""


class LinkUnknown(Absent):
    """No mail of ours carried this link."""


class NoAccount(Absent):
    """No member has this address."""


class ArrivalOver(Absent):
    """What the OpenID provider proved on this browser was used, ran out, or was never there."""


class EmailNotVerified(Forbidden):
    """The OpenID provider gave no address, or none that it has verified."""


class LinkUsed(Conflict):
    """The link, or the code beside it, signed somebody in already."""


class LinkExpired(Conflict):
    """The link is older than fifteen minutes."""


class CodeTriedTooOften(Conflict):
    """Five codes were tried for one mail."""


class AlreadyMember(Conflict):
    """The address that the OpenID provider proved belongs to an account by now."""


class OneProof(Invalid):
    """Exactly one of passkey, app and recovery code proves who somebody is."""


class PasskeyNotRight(Invalid):
    """The answer is not one that a passkey of ours gave to our question on our pages; which of these is not told."""


class WrongTotp(Invalid):
    """The code is not the app's present one, or it served already."""


class WrongRecoveryCode(Invalid):
    """The code is none of the member's, or it served already."""


class SameEmail(Invalid):
    """The new address is the one that the member has."""


class ChangeUnknown(Absent):
    """No mail of ours about another address carried this link, or what it belongs to has ended."""


class ProofNeeded(Forbidden):
    """The session must prove anew who sits before it."""


class ChallengeOver(Conflict):
    """The question was answered already, or it is too old, or it was asked of somebody else."""


class TooManyPasskeys(Conflict):
    """The member has as many passkeys as we keep."""


class TotpThere(Conflict):
    """An authenticator app is set up; it is removed before another one comes."""


class NoTotp(Conflict):
    """There is no authenticator app whose code could be looked at."""


class TotpLocked(Exhausted):
    """Five codes were wrong within a quarter of an hour."""


class NoFactor(Conflict):
    """Recovery codes stand in for a passkey or an app, and the member has neither."""


class ChangeExpired(Conflict):
    """The link is older than twenty-four hours."""


class EmailTaken(Conflict):
    """The new address belongs to another account by now."""
