"""What stewards ask about synonyms."""

import strawberry

from schema.context import Info
from schema.gates import Knock, gate
from schema.nodes import key_or_none
from schema.paging import page_request
from schema.synonyms.types import SynonymConnection, SynonymTrial
from server.kit.ids import SynonymId, uuid7
from server.search.japanese.words import LONGEST_QUERY
from server.synonyms import reads
from server.synonyms.rules import Listed, drafted


@strawberry.input(description="An entry of synonyms as it is being written.")
class SynonymDraftInput:
    """What it would say, in place of which."""

    words: list[str]
    near: list[str] = strawberry.field(default_factory=list)
    synonym: strawberry.ID | None = strawberry.field(default=None, description="The entry that would read so; null for a new one.")


@strawberry.type
class SynonymsQuery:
    """Root fields about synonyms."""

    @strawberry.field(
        description="All entries of synonyms, or those with the text in a word; null for who is no steward.",
        extensions=[gate(Knock.OPERATOR)],
    )
    async def synonyms(self, info: Info, first: int, text: str | None = None, after: str | None = None) -> SynonymConnection | None:
        """Read a page."""
        context = info.context
        await context.parts.limits.spend("synonyms.try", context.member)
        async with context.db.read() as session:
            page = await reads.find_entries(session, context.actor, (text or "")[:LONGEST_QUERY], page_request(first, after))
        return None if page is None else SynonymConnection.of(page)

    @strawberry.field(
        description="What the words of a text stand for, and would with a draft; null for who is no steward.",
        extensions=[gate(Knock.OPERATOR)],
    )
    async def synonym_trial(self, info: Info, text: str, draft: SynonymDraftInput | None = None) -> SynonymTrial | None:
        """Read the text."""
        context = info.context
        await context.parts.limits.spend("synonyms.try", context.member)
        async with context.db.read() as session:
            tried = await reads.try_out(session, context.actor, text[:LONGEST_QUERY], None if draft is None else _listed(draft))
        return None if tried is None else SynonymTrial.of(tried)


def _listed(draft: SynonymDraftInput) -> Listed:
    key = None if draft.synonym is None else key_or_none("Synonym", draft.synonym)
    return drafted(SynonymId(key or uuid7()), draft.words, draft.near)
