"""The enums of opportunities in the graph: the server's own, under the graph's names. Import them from here."""

import strawberry

from server.opportunities.reads import Order
from server.opportunities.rules import Act, Breadth, CloseReason, Direction, Kind, ResponseState

strawberry.enum(Kind, name="OpportunityKind", description="What is sought or offered.")
strawberry.enum(Direction, name="Direction", description="Whether the author seeks something or offers it.")
strawberry.enum(CloseReason, name="CloseReason", description="Why a post ended; EXPIRED: its last day is over.")
strawberry.enum(Order, name="OpportunityOrder", description="How a list is sorted. With words it is always by relevance.")
strawberry.enum(ResponseState, name="ResponseState", description="Where a response stands.")
strawberry.enum(Act, name="ResponseAction", description="What one of the two can do with a response.")
strawberry.enum(
    Breadth, name="LabelBreadth", description="How much a label says of who responded: from FULL down to MEMBER, which says nothing."
)

__all__ = ["Act", "Breadth", "CloseReason", "Direction", "Kind", "Order", "ResponseState"]
