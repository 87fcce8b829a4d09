"""What happened to opportunities and responses: the answers of mutations, which subscriptions deliver, too."""

import strawberry

from schema.opportunities.types.opportunity import Opportunity
from schema.opportunities.types.response import Response


@strawberry.type(description="A post is there.")
class OpportunityPosted:
    """A post is there."""

    opportunity: Opportunity


@strawberry.type(description="A post says something else, or to others.")
class OpportunityEdited:
    """A post says something else."""

    opportunity: Opportunity


@strawberry.type(description="Its author closed a post.")
class OpportunityClosed:
    """A post is closed."""

    opportunity: Opportunity


@strawberry.type(description="Somebody raised a hand.")
class OpportunityResponded:
    """Somebody raised a hand."""

    response: Response


@strawberry.type(description="The author took up the talk: the conversation is open.")
class TalkTakenUp:
    """The talk is open."""

    response: Response


@strawberry.type(description="The author will not go on.")
class ResponseDeclined:
    """The author will not go on."""

    response: Response


@strawberry.type(description="The responder will not go on.")
class ResponseWithdrawn:
    """The responder will not go on."""

    response: Response


@strawberry.type(description="One side recorded that both go on; AGREED when both have. It is no contract.")
class AgreementRecorded:
    """One side's record."""

    response: Response
