"""Synonyms as stewards see them."""

from typing import Self

import strawberry

from schema.context import Context
from schema.nodes import Node, id_of
from schema.paging import PageInfo, page_info
from schema.synonyms import loaders
from server.kit.ids import SynonymId
from server.kit.paging import Page
from server.synonyms import rules
from server.synonyms.rules import Listed, Origin

strawberry.enum(
    Origin,
    name="SynonymOrigin",
    description="Whose an entry of synonyms is: shipped with the platform, shipped and changed by stewards, or added by them.",
)


@strawberry.type(
    description="Words that search takes for one another, and words for what is near, which are tried where that finds little."
)
class Synonym(Node):
    """An entry."""

    words: list[str] = strawberry.field(description="They stand for each other in both directions.")
    near: list[str] = strawberry.field(description="They lie near each of the words.")
    origin: Origin
    off: bool = strawberry.field(description="A shipped entry that is switched off: it says nothing.")
    version: str = strawberry.field(description="What is changed names the version that was read.")

    @classmethod
    def of(cls, entry: Listed) -> Self:
        """Show an entry."""
        return cls(
            id=id_of("Synonym", entry.id),
            words=list(entry.entry.words),
            near=list(entry.entry.near),
            origin=entry.origin,
            off=entry.off,
            version=entry.version,
        )


@strawberry.type(description="An entry in the list.")
class SynonymEdge:
    """An entry with its place."""

    cursor: str
    node: Synonym


@strawberry.type(description="Entries of synonyms: what stewards decided first, then what is shipped.")
class SynonymConnection:
    """A page of entries."""

    total_count: int
    edges: list[SynonymEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[Listed]) -> Self:
        """Show a page."""
        edges = [SynonymEdge(cursor=cursor, node=Synonym.of(entry)) for cursor, entry in zip(page.cursors, page.items, strict=True)]
        return cls(total_count=page.total or 0, edges=edges, page_info=page_info(page))


@strawberry.type(description="One word of a text that is tried out.")
class TriedWord:
    """For what it stands."""

    text: str
    needed: bool = strawberry.field(description="False: it hinders nothing, and what has it comes first.")
    same: list[str] = strawberry.field(description="The words that find the same.")
    near: list[str] = strawberry.field(description="The words that are tried where that finds little.")

    @classmethod
    def of(cls, word: rules.TriedWord) -> Self:
        """Show a word."""
        return cls(text=word.text, needed=word.needed, same=list(word.same), near=list(word.near))


@strawberry.type(description="A word that stands in several entries, and finds what each of them says.")
class JoinedWord:
    """A word, with its entries."""

    word: str
    entries: list[Synonym] = strawberry.field(description="Without the draft.")


@strawberry.type(description="A text as search would read it.")
class SynonymTrial:
    """What its words stand for."""

    words: list[TriedWord]
    joined: list[JoinedWord] = strawberry.field(description="Words of the text, or of the draft, that stand in several entries.")

    @classmethod
    def of(cls, tried: rules.Tried) -> Self:
        """Show it."""
        joined = [JoinedWord(word=each.word, entries=[Synonym.of(entry) for entry in each.entries]) for each in tried.joined]
        return cls(words=[TriedWord.of(word) for word in tried.words], joined=joined)


async def synonym_of(context: Context, key: SynonymId) -> Synonym | None:
    """Return an entry by its key; None for who is no steward."""
    found = await context.load(loaders.entries, key)
    return None if found is None else Synonym.of(found)
