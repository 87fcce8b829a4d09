"""What members report, and what operators and stewards decide."""

import strawberry

from schema.moderation.mutations.companies import CompanyMutation
from schema.moderation.mutations.reports import DecidingMutation


@strawberry.type
class ModerationMutation(DecidingMutation, CompanyMutation):
    """Root fields of moderation."""
