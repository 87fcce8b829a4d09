"""The refusals of groups.

Refusal
└── Invalid
    └── BadSlug   a short name that cannot stand in an address
"""

from server.kit.refusal import Invalid


class BadSlug(Invalid):
    """A group's short name has small letters, digits and hyphens only."""
