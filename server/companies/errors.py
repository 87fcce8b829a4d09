"""The refusals of companies, and of texts that name something.

Refusal
├── Invalid
│   ├── UnreadableText   control characters, which no name has
│   ├── UnknownCompany   the id is none of ours: companies are picked from the list
│   ├── OneCompany       neither an id nor a name, or both
│   ├── SameCompany      a company is not merged into itself
│   ├── NameTaken        another company goes by the name: the two are merged instead
│   └── UnknownIndustry  industries are picked from the list
└── Conflict
    ├── NotProposed      it is a known company already
    └── AlreadyMerged    it was merged before
"""

from server.kit.refusal import Conflict, Invalid


class UnreadableText(Invalid):
    """The text has characters that cannot be shown."""


class UnknownCompany(Invalid):
    """No company has this id."""


class OneCompany(Invalid):
    """A company is either picked or proposed: exactly one of the two."""


class SameCompany(Invalid):
    """The two are one already."""


class NameTaken(Invalid):
    """Another company, `name`, goes by this name."""


class UnknownIndustry(Invalid):
    """No industry has this key."""


class NotProposed(Conflict):
    """Somebody accepted it before, or nobody ever proposed it."""


class AlreadyMerged(Conflict):
    """The id leads to another company since an earlier merge."""
