"""The schema, put together: Query, Mutation and Subscription from the nouns, with the limits on what a document may ask."""

from typing import Any

import strawberry
from graphql import GraphQLError, GraphQLSchema
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import merge_types
from strawberry.types.execution import ExecutionContext

from schema.accounts.mutations import AccountsMutation
from schema.accounts.queries import AccountsQuery
from schema.companies.queries import CompaniesQuery
from schema.conversations.mutations import ConversationsMutation
from schema.conversations.subscriptions import ConversationsSubscription
from schema.departures.mutations import DeparturesMutation
from schema.documents import Remembered
from schema.exports.mutations import ExportsMutation
from schema.groups.mutations import GroupsMutation
from schema.groups.queries import GroupsQuery
from schema.moderation.mutations import ModerationMutation
from schema.moderation.subscriptions import ModerationSubscription
from schema.notifications.mutations import NotificationsMutation
from schema.notifications.subscriptions import NotificationsSubscription
from schema.opportunities.mutations import OpportunitiesMutation
from schema.opportunities.queries import OpportunitiesQuery
from schema.opportunities.subscriptions import OpportunitiesSubscription
from schema.people.mutations import PeopleMutation
from schema.people.queries import PeopleQuery
from schema.problems import HANDLERS
from schema.rosters.mutations import RostersMutation
from schema.rosters.queries import RostersQuery
from schema.scalars import SCALARS
from schema.standing.mutations import StandingQueriesMutation
from schema.standing.queries import StandingQueriesQuery
from schema.synonyms.mutations import SynonymsMutation
from schema.synonyms.queries import SynonymsQuery

_QUERIES = (AccountsQuery, CompaniesQuery, GroupsQuery, OpportunitiesQuery, PeopleQuery, RostersQuery, StandingQueriesQuery, SynonymsQuery)
_MUTATIONS = (
    AccountsMutation,
    ConversationsMutation,
    DeparturesMutation,
    ExportsMutation,
    GroupsMutation,
    ModerationMutation,
    NotificationsMutation,
    OpportunitiesMutation,
    PeopleMutation,
    RostersMutation,
    StandingQueriesMutation,
    SynonymsMutation,
)
_SUBSCRIPTIONS = (ConversationsSubscription, ModerationSubscription, NotificationsSubscription, OpportunitiesSubscription)


class EngawaSchema(strawberry.Schema):
    """The schema; errors are logged where they are presented (schema.problems), once, with their id."""

    @property
    def graph(self) -> GraphQLSchema:
        """The same as graphql-core has it, by which what is shared is executed."""
        return self._schema

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Stay silent here: a refusal is no error, and the rest is logged when it is masked."""


def _root(name: str, parts: tuple[type, ...]) -> type[Any]:
    return merge_types(name, parts)


schema = EngawaSchema(
    query=_root("Query", _QUERIES),
    mutation=_root("Mutation", _MUTATIONS),
    subscription=_root("Subscription", _SUBSCRIPTIONS),
    extensions=[Remembered],
    exception_handlers=HANDLERS,
    config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=True),
)
