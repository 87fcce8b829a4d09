"""The deployment, as anybody may read it."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Context, Info
from server.accounts.reads import demo_keys
from server.accounts.rules import TERMS_VERSION
from server.kit.text import sentence
from server.opportunities.reads import live_count
from server.opportunities.rules import Kind
from server.people.reads import companies_here, members_here

if TYPE_CHECKING:
    from schema.companies.types import Company

_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]


@strawberry.type(description="A ready-made sign-in of the demo world.")
class DemoSignIn:
    """A ready-made sign-in."""

    key: str
    label: str
    description: str


@strawberry.type(description="This deployment, as anybody may read it.")
class Site:
    """This deployment."""

    demo: bool = strawberry.field(description="Whether everything here is invented.")
    operated_by: str
    contact: str = strawberry.field(description="The stewards' e-mail address.")
    terms_version: str = strawberry.field(description="The version of terms and privacy pages that who signs up accepts.")
    public_url: str
    oidc_name: str | None = strawberry.field(
        description="The OpenID provider whose accounts may sign in, as members call it; null for none."
    )
    kinds: list[Kind] = strawberry.field(description="Kinds of opportunities that this deployment offers.")

    @strawberry.field(description="Verified members; null for fewer than five.")
    async def members(self, info: Info) -> int | None:
        """Count them."""
        async with info.context.db.read() as session:
            return await members_here(session)

    @strawberry.field(description="Where at least five members come from each, the largest first.")
    async def companies(self, info: Info) -> list[_Company]:
        """Load them."""
        async with info.context.db.read() as session:
            keys = await companies_here(session)
        return await companies.companies_of(info.context, keys)

    @strawberry.field(description="Live posts.")
    async def opportunities(self, info: Info) -> int:
        """Count them."""
        async with info.context.db.read() as session:
            return await live_count(session)

    @strawberry.field(description="The ready-made sign-ins; only in the demo world.")
    async def demo_sign_ins(self, info: Info) -> list[DemoSignIn]:
        """List those that exist."""
        if not self.demo:
            return []
        async with info.context.db.read() as session:
            keys = await demo_keys(session)
        language = info.context.language
        return [
            DemoSignIn(
                key=key,
                label=sentence(language, f"accounts.demo.{key}.label"),
                description=sentence(language, f"accounts.demo.{key}.description"),
            )
            for key in keys
        ]


def site_of(context: Context) -> Site:
    """Return this deployment."""
    settings = context.parts.settings
    return Site(
        demo=settings.embedded,
        operated_by=settings.operated_by or sentence(context.language, "accounts.demo.operated_by"),
        contact=settings.contact or "stewards@engawa.example",
        terms_version=TERMS_VERSION,
        public_url=settings.origin,
        oidc_name=settings.oidc.name if settings.oidc else None,
        kinds=list(Kind),
    )
