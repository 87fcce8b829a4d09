"""What stewards change of synonyms."""

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.nodes import id_of, key_of
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from schema.synonyms.types import Synonym, synonym_of
from server.kit.db import Session
from server.kit.ids import SynonymId
from server.kit.refusal import NotThere
from server.synonyms import commands
from server.synonyms.commands import SynonymDraft


@strawberry.input(description="Words that are to stand for each other, and words for what lies near them.")
class AddSynonymInput:
    """A new entry."""

    words: list[str]
    near: list[str] = strawberry.field(default_factory=list)
    client_mutation_id: str | None = None


@strawberry.input(description="Other words for an entry; one that was switched off says something again.")
class EditSynonymInput:
    """Which, as it was read, and how it reads now."""

    synonym: strawberry.ID
    version: str
    words: list[str]
    near: list[str] = strawberry.field(default_factory=list)
    client_mutation_id: str | None = None


@strawberry.input(description="An entry that is to say nothing any more.")
class RemoveSynonymInput:
    """Which, as it was read."""

    synonym: strawberry.ID
    version: str
    client_mutation_id: str | None = None


@strawberry.input(description="A shipped entry that is to stand as it is shipped.")
class RestoreSynonymInput:
    """Which, as it was read."""

    synonym: strawberry.ID
    version: str
    client_mutation_id: str | None = None


@strawberry.type(description="The words stand for each other.")
class SynonymAdded:
    """As it stands."""

    synonym: Synonym


@strawberry.type(description="The entry says something else.")
class SynonymEdited:
    """As it stands."""

    synonym: Synonym


@strawberry.type(description="The entry says nothing any more.")
class SynonymRemoved:
    """By its id."""

    removed_id: strawberry.ID
    synonym: Synonym | None = strawberry.field(description="A shipped one, which is switched off; null for one that is gone.")


@strawberry.type(description="The entry stands as it is shipped.")
class SynonymRestored:
    """As it stands."""

    synonym: Synonym


AddSynonymResult: TypeAlias = Annotated[
    SynonymAdded | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("AddSynonymResult")
]
EditSynonymResult: TypeAlias = Annotated[
    SynonymEdited | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("EditSynonymResult")
]
RemoveSynonymResult: TypeAlias = Annotated[
    SynonymRemoved | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RemoveSynonymResult")
]
RestoreSynonymResult: TypeAlias = Annotated[
    SynonymRestored | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RestoreSynonymResult")
]


@strawberry.type
class SynonymsMutation:
    """Root fields that change synonyms."""

    @strawberry.mutation(description="Let words stand for each other; for stewards.", extensions=[gate(Knock.OPERATOR)])
    async def add_synonym(self, info: Info, input: AddSynonymInput) -> AddSynonymResult | None:
        """Add an entry."""
        context, draft = info.context, SynonymDraft(words=input.words, near=input.near)
        key = await _once(
            context, "addSynonym", input.client_mutation_id, lambda session: commands.add_synonym(session, context.actor, draft)
        )
        return SynonymAdded(synonym=await _standing(context, key))

    @strawberry.mutation(description="Put other words in an entry; for stewards.", extensions=[gate(Knock.OPERATOR)])
    async def edit_synonym(self, info: Info, input: EditSynonymInput) -> EditSynonymResult | None:
        """Edit it."""
        context, entry, draft = info.context, _key(input.synonym), SynonymDraft(words=input.words, near=input.near)
        key = await _once(
            context,
            "editSynonym",
            input.client_mutation_id,
            lambda session: commands.edit_synonym(session, context.actor, entry, input.version, draft),
        )
        return SynonymEdited(synonym=await _standing(context, key))

    @strawberry.mutation(
        description="Let an entry say nothing any more: delete it, or switch a shipped one off; for stewards.",
        extensions=[gate(Knock.OPERATOR)],
    )
    async def remove_synonym(self, info: Info, input: RemoveSynonymInput) -> RemoveSynonymResult | None:
        """Remove it."""
        context, entry = info.context, _key(input.synonym)
        key = await _once(
            context,
            "removeSynonym",
            input.client_mutation_id,
            lambda session: commands.remove_synonym(session, context.actor, entry, input.version),
        )
        return SynonymRemoved(removed_id=id_of("Synonym", key), synonym=await synonym_of(context, key))

    @strawberry.mutation(description="Let a shipped entry stand as it is shipped; for stewards.", extensions=[gate(Knock.OPERATOR)])
    async def restore_synonym(self, info: Info, input: RestoreSynonymInput) -> RestoreSynonymResult | None:
        """Restore it."""
        context, entry = info.context, _key(input.synonym)
        key = await _once(
            context,
            "restoreSynonym",
            input.client_mutation_id,
            lambda session: commands.restore_synonym(session, context.actor, entry, input.version),
        )
        return SynonymRestored(synonym=await _standing(context, key))


def _key(text: str) -> SynonymId:
    return SynonymId(key_of("Synonym", text))


async def _once(context: Context, mutation: str, client_mutation_id: str | None, act: Callable[[Session], Awaitable[UUID]]) -> SynonymId:
    async def spent(session: Session) -> UUID:
        await context.limits.spend("synonyms.change", context.member)
        return await act(session)

    return SynonymId(await context.once(mutation, client_mutation_id, spent))


async def _standing(context: Context, key: SynonymId) -> Synonym:
    found = await synonym_of(context, key)
    if found is None:
        raise NotThere
    return found
