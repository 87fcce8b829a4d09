"""A response as the two whom it concerns see it in the graph."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.context import Context, Info
from schema.conversations import loaders as talks
from schema.conversations import types as conversations
from schema.nodes import Node, ViewerDependent, id_of
from schema.opportunities import loaders
from schema.opportunities.types import opportunity as opportunities
from schema.opportunities.types.words import Act, Breadth, ResponseState
from schema.paging import PageInfo, page_info
from schema.people import types as people
from server.kit.actor import Language
from server.kit.clock import today
from server.kit.ids import ConversationId, MemberId, OpportunityId, ResponseId
from server.kit.paging import Page, PageRequest
from server.opportunities.policy import can_respond
from server.opportunities.reads import Thread, label_text, proposed_label, threads
from server.opportunities.rules import Direction, Kind, Label, Side, acts_open_to, agreed_by, nameless_by_default

if TYPE_CHECKING:
    from schema.conversations.types import Conversation
    from schema.opportunities.types.opportunity import Opportunity
    from schema.people.types import Person

_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]
_Opportunity: TypeAlias = Annotated["Opportunity", strawberry.lazy("schema.opportunities.types.opportunity")]
_Conversation: TypeAlias = Annotated["Conversation", strawberry.lazy("schema.conversations.types")]


@strawberry.type(description="What stands where the name of who responded would, until the talk is taken up.")
class ResponderLabel:
    """A label."""

    text: str
    breadth: Breadth

    @classmethod
    def of(cls, label: Label, language: Language) -> Self:
        """Put it into words."""
        return cls(text=label_text(label, language), breadth=label.breadth)


@strawberry.type(description="How a response would look to the author of the post.")
class ResponsePreview:
    """Before anything is sent."""

    label: ResponderLabel = strawberry.field(description="What the author would read without a name.")
    coarser: bool = strawberry.field(description="Whether it says less than it could, since too few people share that.")
    without_name_by_default: bool = strawberry.field(description="What to offer first, by the kind of post.")


@strawberry.type(description="A raised hand. AGREED records that both go on; it is no contract.")
class Response(Node):
    """A response."""

    thread: strawberry.Private[Thread]
    note: str
    state: ResponseState
    responded_at: datetime
    last_activity_at: datetime

    @classmethod
    def of(cls, thread: Thread) -> Self:
        """Show a response that concerns the viewer."""
        row = thread.response
        return cls(
            id=id_of("Response", row.id),
            thread=thread,
            note=row.note,
            state=ResponseState(row.state),
            responded_at=row.responded_at,
            last_activity_at=thread.last_activity_at,
        )

    @strawberry.field(description="What it answers; null where the viewer may not open it any more.")
    async def opportunity(self, info: Info) -> _Opportunity | None:
        """Load it."""
        return await opportunities.opportunity_of(info.context, OpportunityId(self.thread.response.opportunity_id))

    @strawberry.field(
        description="Who responded; null where they may not be seen any more, and for the author while there is a label.",
        directives=[ViewerDependent()],
    )
    async def responder(self, info: Info) -> _Person | None:
        """Load them, unless they gave no name."""
        if self.thread.label is not None and self._side(info) is Side.AUTHOR:
            return None
        return await people.person_of(info.context, MemberId(self.thread.response.responder_id))

    @strawberry.field(description="What the author reads instead of a name; null once the talk is taken up, and where the name was given.")
    async def responder_label(self, info: Info) -> ResponderLabel | None:
        """Say it."""
        return None if self.thread.label is None else ResponderLabel.of(self.thread.label, info.context.language)

    @strawberry.field(description="Who posted; null where they may not be seen any more.", directives=[ViewerDependent()])
    async def author(self, info: Info) -> _Person | None:
        """Load them."""
        return await people.person_of(info.context, self.thread.author_id)

    @strawberry.field(description="Whether the viewer is the author of the post.", directives=[ViewerDependent()])
    async def viewer_is_author(self, info: Info) -> bool:
        """Compare."""
        return self._side(info) is Side.AUTHOR

    @strawberry.field(description="Whether the viewer has recorded their agreement.", directives=[ViewerDependent()])
    async def viewer_agreed(self, info: Info) -> bool:
        """Look at one's own side."""
        return self._side(info) in self._agreed()

    @strawberry.field(description="Whether the other side has recorded theirs.", directives=[ViewerDependent()])
    async def other_agreed(self, info: Info) -> bool:
        """Look at the other side."""
        return any(side is not self._side(info) for side in self._agreed())

    @strawberry.field(description="When both had agreed.")
    async def agreed_at(self) -> datetime | None:
        """The later record of the two."""
        author, responder = self.thread.response.author_agreed_at, self.thread.response.responder_agreed_at
        return max(author, responder) if author and responder else None

    @strawberry.field(description="What the viewer may do now.", directives=[ViewerDependent()])
    async def viewer_may(self, info: Info) -> list[Act]:
        """Ask the rules."""
        return list(acts_open_to(self.state, self._side(info), agreed=self._agreed()))

    @strawberry.field(description="Their talk, once the author has taken it up.")
    async def conversation(self, info: Info) -> _Conversation | None:
        """Load it."""
        key = self.thread.response.conversation_id
        return None if key is None else await conversations.conversation_of(info.context, ConversationId(key))

    @strawberry.field(description="How many messages the viewer has not read.", directives=[ViewerDependent()])
    async def unread(self, info: Info) -> int:
        """Count them."""
        key = self.thread.response.conversation_id
        return 0 if key is None else await info.context.load(talks.unread, ConversationId(key))

    def _side(self, info: Info) -> Side:
        return Side.RESPONDER if info.context.actor.member_id == self.thread.response.responder_id else Side.AUTHOR

    def _agreed(self) -> frozenset[Side]:
        row = self.thread.response
        return agreed_by(author=row.author_agreed_at is not None, responder=row.responder_agreed_at is not None)


@strawberry.type(description="A response in a list.")
class ResponseEdge:
    """A response with its place."""

    cursor: str
    node: Response


@strawberry.type(description="Responses.")
class ResponseConnection:
    """A page of responses."""

    edges: list[ResponseEdge]
    page_info: PageInfo
    total_count: int

    @classmethod
    def of(cls, page: Page[Thread]) -> Self:
        """Show a page."""
        edges = [ResponseEdge(cursor=cursor, node=Response.of(each)) for cursor, each in zip(page.cursors, page.items, strict=True)]
        return cls(edges=edges, page_info=page_info(page), total_count=page.total or 0)


async def response_of(context: Context, key: ResponseId) -> Response | None:
    """Return a response that concerns the viewer."""
    thread = await context.load(loaders.responses, key)
    return None if thread is None else Response.of(thread)


async def response_of_conversation(context: Context, key: ConversationId) -> Response | None:
    """Return the response that a conversation of the viewer's hangs on."""
    response = await context.load(loaders.responses_of_conversations, key)
    return None if response is None else await response_of(context, response)


async def responses_of_viewer(context: Context, page: PageRequest, *, waiting_for_viewer: bool | None = None) -> ResponseConnection:
    """Return everything that the viewer takes part in, latest activity first."""
    async with context.db.read() as session:
        return ResponseConnection.of(await threads(session, context.actor, page, waiting_for_me=waiting_for_viewer))


async def response_preview(context: Context, key: OpportunityId) -> ResponsePreview | None:
    """Return how the viewer's response to a post would look to its author; None where they may not respond."""
    row = await context.load(loaders.opportunities, key)
    if row is None or not can_respond(context.actor, row, today()):
        return None
    async with context.db.read() as session:
        proposal = await proposed_label(session, context.actor, row)
    return ResponsePreview(
        label=ResponderLabel.of(proposal.label, context.language),
        coarser=proposal.coarser,
        without_name_by_default=nameless_by_default(Kind(row.kind), Direction(row.direction)),
    )
