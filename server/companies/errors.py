"""The refusals of companies, and of texts that name something.

Refusal
└── Invalid
    ├── UnreadableText   control characters, which no name has
    ├── UnknownCompany   the id is none of ours: companies are picked from the list
    └── OneCompany       neither an id nor a name, or both
"""

from server.kit.refusal import Invalid


class UnreadableText(Invalid):
    """The text has characters that cannot be shown."""


class UnknownCompany(Invalid):
    """No company has this id."""


class OneCompany(Invalid):
    """A company is either picked or proposed: exactly one of the two."""
