"""What authors and responders can do in the graph."""

import strawberry

from schema.opportunities.mutations.posting import PostingMutation
from schema.opportunities.mutations.responding import RespondingMutation


@strawberry.type
class OpportunitiesMutation(PostingMutation, RespondingMutation):
    """Root fields that change opportunities and responses."""


__all__ = ["OpportunitiesMutation"]
