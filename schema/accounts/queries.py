"""What can be asked about the deployment, the caller, and anything by its id."""

from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeAlias
from uuid import UUID

import strawberry

from schema.accounts.types import Arrival, Site, Viewer, arrival, site_of, viewer_of
from schema.companies.types import standing_company_of
from schema.context import Context, Info
from schema.conversations.types import conversation_of, message_of
from schema.gates import open_gate
from schema.groups.types import application_of, group_of, join_link_of
from schema.moderation.types import report_of
from schema.nodes import Node
from schema.notifications.types import notice_of
from schema.opportunities.types import opportunity_of, response_of
from schema.people.types import affiliation_of, skill_of, viewed_person
from schema.standing.types import standing_query_of
from schema.synonyms.types import synonym_of
from server.accounts.commands import touch_session
from server.accounts.reads import session_is_due
from server.kit.ids import MalformedId, parse_any

_Find: TypeAlias = Callable[[Context, Any], Awaitable[Node | None]]
_NODES: Final[dict[str, _Find]] = {
    "Affiliation": affiliation_of,
    "AlumniGroup": group_of,
    "Company": standing_company_of,
    "Conversation": conversation_of,
    "GroupApplication": application_of,
    "JoinLink": join_link_of,
    "Message": message_of,
    "Notice": notice_of,
    "Opportunity": opportunity_of,
    "Person": viewed_person,
    "Report": report_of,
    "Response": response_of,
    "Skill": skill_of,
    "StandingQuery": standing_query_of,
    "Synonym": synonym_of,
}


@strawberry.type
class AccountsQuery:
    """Root fields about the caller and the deployment."""

    @strawberry.field(
        description="Anything that has an id, as the caller may see it.",
        extensions=[open_gate("Each noun's own predicate decides; what may not be seen is null.")],
    )
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        """Find it by the type in its id."""
        try:
            type_name, key = parse_any(id)
        except MalformedId:
            return None
        return await _find(info.context, type_name, key)

    @strawberry.field(
        description="This deployment.", extensions=[open_gate("The welcome page tells everybody what this is and who runs it.")]
    )
    async def site(self, info: Info) -> Site:
        """Describe it."""
        return site_of(info.context)

    @strawberry.field(
        description="What the OpenID provider proved on the caller's browser and waits to be used; null for nothing.",
        extensions=[open_gate("Whoever comes in is nobody yet; only the browser that the provider sent back reads it, by its cookie.")],
    )
    async def arrival(self, info: Info) -> Arrival | None:
        """Look for it."""
        return await arrival(info.context)

    @strawberry.field(
        description="The caller; null when signed out.", extensions=[open_gate("It says whether somebody is signed in at all.")]
    )
    async def viewer(self, info: Info) -> Viewer | None:
        """Load them, and note once an hour that the session is in use."""
        context = info.context
        session_id = context.actor.session_id
        if session_id is not None and not context.reading:
            async with context.db.read() as session:
                due = await session_is_due(session, session_id)
            if due:
                async with context.db.transaction() as session:
                    context.cookies.renewed = await touch_session(session, session_id)
        return await viewer_of(context)


async def _find(context: Context, type_name: str, key: UUID) -> Node | None:
    find = _NODES.get(type_name)
    return None if find is None else await find(context, key)
