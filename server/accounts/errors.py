"""The refusals of accounts.

Refusal
├── Invalid
│   ├── BadEmail            the address has not the form of one
│   ├── WrongCode           the six digits are not those of the latest mail
│   └── TermsNotAccepted    another version than today's was accepted
├── Absent
│   ├── LinkUnknown         no mail of ours carried this link
│   └── NoAccount           no member has this address (told to operators of a deployment only)
└── Conflict
    ├── LinkUsed            it signed somebody in already
    ├── LinkExpired         its fifteen minutes are over
    └── CodeTriedTooOften   five wrong codes for one mail
"""

from server.kit.refusal import Absent, Conflict, Invalid


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


class LinkUsed(Conflict):
    """The link, or the code beside it, signed somebody in already."""


class LinkExpired(Conflict):
    """The link is older than fifteen minutes."""


class CodeTriedTooOften(Conflict):
    """Five codes were tried for one mail."""
