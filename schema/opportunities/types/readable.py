"""What of a post the viewer may read in a list: the texts by which it is told what a mistyped word was taken for."""

from schema.context import Info
from schema.opportunities.types.opportunity import Opportunity
from server.kit.text import plain_text
from server.search.japanese.analysis import Kind


async def read_on(info: Info, post: Opportunity) -> list[tuple[str, Kind]]:
    """Return its texts, and the names of its author and their companies where the viewer may see them."""
    author, skills = await post.author(info), await post.skills(info)
    names = [author.reading, author.romanised, author.name] if author else []
    companies = [name for each in await post.author_companies(info) for name in (each.name, each.name_en)]
    texts = [post.title, *(skill.name for skill in skills), *companies, post.row.on_behalf_of, post.place, plain_text(post.body)]
    return [*((text, Kind.NAME) for text in names if text), *((text, Kind.PROSE) for text in texts if text)]
