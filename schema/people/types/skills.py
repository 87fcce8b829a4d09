"""Skills as the graph shows them."""

from typing import Self

import strawberry

from schema.context import Context
from schema.nodes import Node, id_of
from schema.paging import PageInfo, page_info
from schema.people import loaders
from server.kit.ids import SkillId
from server.kit.paging import Page
from server.people import model
from server.people.reads import SkillView


@strawberry.type(description="A skill, with one name for all its spellings.")
class Skill(Node):
    """A skill."""

    name: str

    @classmethod
    def of(cls, row: model.Skill | SkillView) -> Self:
        """Show a row."""
        return cls(id=id_of("Skill", row.id), name=row.name)


@strawberry.type(description="How many of what was found have the skill.")
class SkillFacet:
    """A count."""

    skill: Skill
    count: int


@strawberry.type(description="A skill in a list.")
class SkillEdge:
    """A skill with its place."""

    cursor: str
    node: Skill


@strawberry.type(description="Skills.")
class SkillConnection:
    """A page of skills."""

    edges: list[SkillEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[model.Skill]) -> Self:
        """Show a page."""
        edges = [SkillEdge(cursor=cursor, node=Skill.of(row)) for cursor, row in zip(page.cursors, page.items, strict=True)]
        return cls(edges=edges, page_info=page_info(page))


async def skill_of(context: Context, key: SkillId) -> Skill | None:
    """Return a skill by its key."""
    row = await context.load(loaders.skills, key)
    return None if row is None else Skill.of(row)
