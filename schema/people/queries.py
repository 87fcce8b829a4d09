"""What can be asked about people and their skills."""

from dataclasses import replace

import strawberry

from schema.context import Context, Info
from schema.gates import Knock, gate, open_gate
from schema.nodes import key_or_none
from schema.paging import page_request
from schema.people.types import (
    AskedConfirmation,
    Order,
    PeopleFilter,
    Person,
    PersonConnection,
    Place,
    SkillConnection,
    SpokenLanguage,
    ViewedAs,
    asked_confirmations,
    people_found,
    people_wanted,
    viewed_as,
    viewed_person,
)
from schema.selecting import asks_for
from server.kit.actor import Actor
from server.kit.ids import CompanyId, ConfirmationRequestId, GroupId, MemberId
from server.opportunities.reads import search_skills
from server.people.reads import STRANGER, Question, alum_like, asked_by, member_like, search_people
from server.people.rules.languages import known_languages
from server.people.rules.places import known_places

_LONGEST_TEXT = 200


@strawberry.type
class PeopleQuery:
    """Root fields about people."""

    @strawberry.field(
        description="People by words and filters, with the viewer's eyes; nobody for members who are not verified.",
        extensions=[gate(Knock.MEMBER)],
    )
    async def people(
        self,
        info: Info,
        first: int,
        text: str | None = None,
        filter: PeopleFilter | None = None,
        order: Order = Order.RELEVANCE,
        after: str | None = None,
    ) -> PersonConnection:
        """Search."""
        context, request = info.context, replace(page_request(first, after), facets=asks_for(info, "facets"))
        # Who only counts is shown nobody.
        await context.parts.limits.spend_as("people.search" if asks_for(info, "edges") else "people.count", context.actor)
        async with context.db.read() as session:
            question = Question((text or "")[:_LONGEST_TEXT], people_wanted(filter or PeopleFilter()), order)
            found = await search_people(session, context.parts.engine, context.actor, question, request)
        return await people_found(context, question, found)

    @strawberry.field(description="A person by their id, as the viewer may see them.", extensions=[gate(Knock.MEMBER)])
    async def person(self, info: Info, id: strawberry.ID) -> Person | None:
        """Load them."""
        key = key_or_none("Person", id)
        return None if key is None else await viewed_person(info.context, MemberId(key))

    @strawberry.field(
        description="Who asks the viewer to confirm their time at a company, as a colleague or for the company; ten at most.",
        extensions=[gate(Knock.MEMBER)],
    )
    async def asked_confirmations(self, info: Info) -> list[AskedConfirmation]:
        """Read them."""
        return await asked_confirmations(info.context)

    @strawberry.field(
        description="One of these, by its id or by the token of a link; null for everybody whom it does not reach.",
        extensions=[gate(Knock.MEMBER)],
    )
    async def asked_confirmation(self, info: Info, key: str) -> AskedConfirmation | None:
        """Read it; counted, so that nobody tries tokens."""
        await info.context.parts.limits.spend("affiliation.asked", info.context.member)
        request = key_or_none("ConfirmationRequest", key)
        async with info.context.db.read() as session:
            found = await asked_by(session, info.context.actor, ConfirmationRequestId(request) if request else key[:_LONGEST_TEXT])
        return None if found is None else AskedConfirmation.of(found)

    @strawberry.field(
        description="The caller as others see them: a verified member with nothing in common, or one of a company, or of a group.",
        extensions=[gate(Knock.MEMBER)],
    )
    async def view_as(self, info: Info, company: strawberry.ID | None = None, group: strawberry.ID | None = None) -> ViewedAs | None:
        """Look with other eyes at oneself, and at nobody else; of the two, a company goes before a group; null where it is unknown."""
        context = info.context
        await context.parts.limits.spend("people.view_as", context.member)
        eyes = await _eyes(context, company, group)
        return None if eyes is None else await viewed_as(context, eyes)

    @strawberry.field(
        description="Skills for the picker, by a part of their name.",
        extensions=[open_gate("Skills are words; those that only a few have show only to who may see these.")],
    )
    async def skills(self, info: Info, first: int, text: str | None = None, after: str | None = None) -> SkillConnection:
        """Search."""
        async with info.context.db.read() as session:
            return SkillConnection.of(
                await search_skills(session, info.context.actor, (text or "")[:_LONGEST_TEXT], page_request(first, after))
            )

    @strawberry.field(description="The languages that a profile can name, in the picker's order.", extensions=[gate(Knock.MEMBER)])
    async def spoken_languages(self, info: Info) -> list[SpokenLanguage]:
        """List them."""
        return [SpokenLanguage.of(code, info.context.language) for code in known_languages()]

    @strawberry.field(
        description="The places by which people and posts can be found, from north to south, then countries.",
        extensions=[open_gate("Prefectures and countries; guests narrow posts by them.")],
    )
    async def places(self, info: Info) -> list[Place]:
        """List them."""
        return [Place.of(code, info.context.language) for code in known_places()]


async def _eyes(context: Context, company: strawberry.ID | None, group: strawberry.ID | None) -> Actor | None:
    if company is None and group is None:
        return STRANGER
    key = key_or_none("Company", company) if company is not None else key_or_none("AlumniGroup", group or "")
    if key is None:
        return None
    async with context.db.read() as session:
        return await (alum_like(session, CompanyId(key)) if company is not None else member_like(session, GroupId(key)))
