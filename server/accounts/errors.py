"""The refusals of accounts.

Refusal
├── Invalid
│   ├── BadEmail            the address has not the form of one
│   ├── WrongCode           the six digits are not those of the latest mail
│   └── TermsNotAccepted    another version than today's was accepted
├── Absent
│   ├── LinkUnknown         no mail of ours carried this link
│   ├── ArrivalOver         nobody waits on this browser with an address that a provider proved
│   └── NoAccount           no member has this address (told to operators of a deployment only)
├── Forbidden
│   └── EmailNotVerified    the OpenID provider does not vouch for the address
└── Conflict
    ├── LinkUsed            it signed somebody in already
    ├── LinkExpired         its fifteen minutes are over
    ├── CodeTriedTooOften   five wrong codes for one mail
    └── AlreadyMember       the proven address got an account meanwhile
"""

from server.kit.refusal import Absent, Conflict, Forbidden, Invalid


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
