"""Saving a filter, changing, pausing and removing it, in the graph."""

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeAlias
from uuid import UUID

import strawberry

from schema.context import Context, Info
from schema.gates import Knock, gate
from schema.nodes import id_of, key_of
from schema.opportunities.types import OpportunityFilter, filter_of
from schema.people.types import PeopleFilter, people_wanted
from schema.problems import Conflict, Invalid, NotAllowed, NotFound, TooMany
from schema.standing.types import StandingQuery, standing_query_of
from server.kit.db import Session
from server.kit.ids import StandingQueryId
from server.kit.refusal import NotThere
from server.standing import commands
from server.standing.rules import Channel


@strawberry.input(description="A filter to keep, and how to be told of what meets it.")
class SaveStandingQueryInput:
    """Its name, the filter, the channel."""

    name: str
    filter: OpportunityFilter
    channel: Channel
    client_mutation_id: str | None = None


@strawberry.input(description="Everything that a standing query says, in place of what it said.")
class EditStandingQueryInput:
    """Which, and how it reads now."""

    standing_query: strawberry.ID
    name: str
    filter: OpportunityFilter
    channel: Channel
    client_mutation_id: str | None = None


@strawberry.input(description="A filter over people to keep; a mail a week tells who came that meets it.")
class SavePeopleQueryInput:
    """Its name, and the filter, which asks for no words: nobody is looked for by name."""

    name: str
    filter: PeopleFilter
    client_mutation_id: str | None = None


@strawberry.input(description="Everything that a standing query over people says, in place of what it said.")
class EditPeopleQueryInput:
    """Which, and how it reads now."""

    standing_query: strawberry.ID
    name: str
    filter: PeopleFilter
    client_mutation_id: str | None = None


@strawberry.input(description="A standing query that tells of nothing for a while.")
class PauseStandingQueryInput:
    """Which."""

    standing_query: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="A standing query that tells again.")
class ResumeStandingQueryInput:
    """Which."""

    standing_query: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.input(description="A standing query that is not wanted any more.")
class RemoveStandingQueryInput:
    """Which."""

    standing_query: strawberry.ID
    client_mutation_id: str | None = None


@strawberry.type(description="The filter is kept.")
class StandingQuerySaved:
    """As it stands."""

    standing_query: StandingQuery


@strawberry.type(description="The standing query says something else.")
class StandingQueryEdited:
    """As it stands."""

    standing_query: StandingQuery


@strawberry.type(description="The standing query tells of nothing until it is resumed.")
class StandingQueryPaused:
    """As it stands."""

    standing_query: StandingQuery


@strawberry.type(description="The standing query tells again.")
class StandingQueryResumed:
    """As it stands."""

    standing_query: StandingQuery


@strawberry.type(description="The standing query is gone.")
class StandingQueryRemoved:
    """By its id."""

    removed_id: strawberry.ID


SaveStandingQueryResult: TypeAlias = Annotated[
    StandingQuerySaved | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("SaveStandingQueryResult")
]
EditStandingQueryResult: TypeAlias = Annotated[
    StandingQueryEdited | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("EditStandingQueryResult")
]
SavePeopleQueryResult: TypeAlias = Annotated[
    StandingQuerySaved | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("SavePeopleQueryResult")
]
EditPeopleQueryResult: TypeAlias = Annotated[
    StandingQueryEdited | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("EditPeopleQueryResult")
]
PauseStandingQueryResult: TypeAlias = Annotated[
    StandingQueryPaused | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("PauseStandingQueryResult")
]
ResumeStandingQueryResult: TypeAlias = Annotated[
    StandingQueryResumed | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("ResumeStandingQueryResult")
]
RemoveStandingQueryResult: TypeAlias = Annotated[
    StandingQueryRemoved | Invalid | NotFound | NotAllowed | Conflict | TooMany, strawberry.union("RemoveStandingQueryResult")
]
_Input: TypeAlias = (
    SaveStandingQueryInput
    | EditStandingQueryInput
    | SavePeopleQueryInput
    | EditPeopleQueryInput
    | PauseStandingQueryInput
    | ResumeStandingQueryInput
    | RemoveStandingQueryInput
)


@strawberry.type
class StandingQueriesMutation:
    """Root fields that change standing queries."""

    @strawberry.mutation(description="Keep a filter, and be told of what meets it from now on.", extensions=[gate(Knock.MEMBER)])
    async def save_standing_query(self, info: Info, input: SaveStandingQueryInput) -> SaveStandingQueryResult | None:
        """Save it."""
        context = info.context

        async def act(session: Session) -> UUID:
            row = await commands.save_standing_query(session, context.parts.engine, context.actor, _draft(input))
            await context.limits.spend("standing.save", context.member)
            return row.id

        return StandingQuerySaved(standing_query=await _changed(context, "saveStandingQuery", input, act))

    @strawberry.mutation(description="Change the name, the filter or the channel.", extensions=[gate(Knock.MEMBER)])
    async def edit_standing_query(self, info: Info, input: EditStandingQueryInput) -> EditStandingQueryResult | None:
        """Change it."""
        context, key = info.context, _key(input.standing_query)

        async def act(session: Session) -> UUID:
            await context.limits.spend("standing.save", context.member)
            return (await commands.edit_standing_query(session, context.parts.engine, context.actor, key, _draft(input))).id

        return StandingQueryEdited(standing_query=await _changed(context, "editStandingQuery", input, act))

    @strawberry.mutation(description="Keep a filter over people, for the weekly mail.", extensions=[gate(Knock.VERIFIED)])
    async def save_people_query(self, info: Info, input: SavePeopleQueryInput) -> SavePeopleQueryResult | None:
        """Save it."""
        context = info.context

        async def act(session: Session) -> UUID:
            row = await commands.save_people_query(session, context.actor, input.name, people_wanted(input.filter))
            await context.limits.spend("standing.save", context.member)
            return row.id

        return StandingQuerySaved(standing_query=await _changed(context, "savePeopleQuery", input, act))

    @strawberry.mutation(description="Change the name or the filter of one over people.", extensions=[gate(Knock.VERIFIED)])
    async def edit_people_query(self, info: Info, input: EditPeopleQueryInput) -> EditPeopleQueryResult | None:
        """Change it."""
        context, key = info.context, _key(input.standing_query)

        async def act(session: Session) -> UUID:
            await context.limits.spend("standing.save", context.member)
            return (await commands.edit_people_query(session, context.actor, key, input.name, people_wanted(input.filter))).id

        return StandingQueryEdited(standing_query=await _changed(context, "editPeopleQuery", input, act))

    @strawberry.mutation(description="Tell of nothing that meets it for a while.", extensions=[gate(Knock.MEMBER)])
    async def pause_standing_query(self, info: Info, input: PauseStandingQueryInput) -> PauseStandingQueryResult | None:
        """Pause it."""
        context, key = info.context, _key(input.standing_query)

        async def act(session: Session) -> UUID:
            return (await commands.pause_standing_query(session, context.actor, key)).id

        return StandingQueryPaused(standing_query=await _changed(context, "pauseStandingQuery", input, act))

    @strawberry.mutation(description="Tell again of what meets it.", extensions=[gate(Knock.MEMBER)])
    async def resume_standing_query(self, info: Info, input: ResumeStandingQueryInput) -> ResumeStandingQueryResult | None:
        """Resume it."""
        context, key = info.context, _key(input.standing_query)

        async def act(session: Session) -> UUID:
            # It is looked up anew, as one that is saved.
            await context.limits.spend("standing.save", context.member)
            return (await commands.resume_standing_query(session, context.parts.engine, context.actor, key)).id

        return StandingQueryResumed(standing_query=await _changed(context, "resumeStandingQuery", input, act))

    @strawberry.mutation(description="Delete it.", extensions=[gate(Knock.MEMBER)])
    async def remove_standing_query(self, info: Info, input: RemoveStandingQueryInput) -> RemoveStandingQueryResult | None:
        """Remove it."""
        context, key = info.context, _key(input.standing_query)

        async def act(session: Session) -> UUID:
            return await commands.remove_standing_query(session, context.actor, key)

        gone = await context.once("removeStandingQuery", input.client_mutation_id, act)
        return StandingQueryRemoved(removed_id=id_of("StandingQuery", gone))


def _key(text: str) -> StandingQueryId:
    return StandingQueryId(key_of("StandingQuery", text))


def _draft(given: SaveStandingQueryInput | EditStandingQueryInput) -> commands.StandingDraft:
    return commands.StandingDraft(name=given.name, wanted=filter_of(given.filter), channel=given.channel)


async def _changed(context: Context, mutation: str, given: _Input, act: Callable[[Session], Awaitable[UUID]]) -> StandingQuery:
    query = await standing_query_of(context, StandingQueryId(await context.once(mutation, given.client_mutation_id, act)))
    if query is None:
        raise NotThere
    return query
