"""How many of the posts found are of what: counted by SQL, each facet without its own filter, and only what the reader may see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    CTE,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    Text,
    and_,
    case,
    cast,
    func,
    join,
    literal,
    select,
    true,
    union,
    union_all,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Kin
from server.kit.actor import Actor, viewer_of
from server.kit.clock import today
from server.kit.ids import CompanyId, GroupId, SkillId
from server.opportunities.model import Opportunity, OpportunityGroup, OpportunitySkill
from server.opportunities.policy import listed_to, live
from server.opportunities.reads.asked import asked_by_facet
from server.opportunities.rules import ANYWHERE, REMOTE, Direction, Kind, OpportunityFilter
from server.people import policy as people
from server.people.model import Affiliation, Profile

FACETS: Final = ("kind", "direction", "place", "remote", "skill", "company", "group")
MOST_FACETS: Final = 12


@dataclass(frozen=True, slots=True)
class Facets:
    """How many of the posts found have each value; a facet leaves its own filter out. `remote` is how many allow it.

    Places are codes; they and `remote` leave one another out, since one asks for any of them.

    Companies are those of the authors whom the reader may see.
    """

    kinds: Mapping[Kind, int] = field(default_factory=dict[Kind, int])
    directions: Mapping[Direction, int] = field(default_factory=dict[Direction, int])
    places: Mapping[str, int] = field(default_factory=dict[str, int])
    remote: int = 0
    skills: Mapping[SkillId, int] = field(default_factory=dict[SkillId, int])
    companies: Mapping[CompanyId, int] = field(default_factory=dict[CompanyId, int])
    groups: Mapping[GroupId, int] = field(default_factory=dict[GroupId, int])


def facets_of(counts: Mapping[str, Sequence[tuple[str, int]]]) -> Facets:
    """Return the counts by facet as what they count, the commonest of many values first."""
    kinds, directions, places, remote = (dict(counts.get(name, ())) for name in ("kind", "direction", "place", "remote"))
    anywhere = places.pop(ANYWHERE, 0)
    most = {name: [(UUID(value), count) for value, count in counts.get(name, ())[:MOST_FACETS]] for name in ("skill", "company", "group")}
    return Facets(
        kinds={kind: kinds[kind.value] for kind in Kind if kind.value in kinds},
        directions={each: directions[each.value] for each in Direction if each.value in directions},
        places=places,
        # Who asks for none that is remote is told what there would be.
        remote=anywhere or remote.get(REMOTE[True], 0),
        skills={SkillId(key): count for key, count in most["skill"]},
        companies={CompanyId(key): count for key, count in most["company"]},
        groups={GroupId(key): count for key, count in most["group"]},
    )


async def counted(session: AsyncSession, actor: Actor, wanted: OpportunityFilter) -> Facets:
    """Count all facets of a filter without words, in one statement: who may see a post is asked once."""
    conditions = {name: and_(*each) for name, each in asked_by_facet(wanted, actor).items() if each}
    columns = (Opportunity.id, Opportunity.author_id, Opportunity.kind, Opportunity.direction, Opportunity.remote)
    columns += (_where().label("places"),)
    met = (each.label(f"meets_{name}") for name, each in conditions.items())
    seen = select(*columns, *met).where(listed_to(viewer_of(actor)), live(today())).cte("seen").prefix_with("MATERIALIZED")
    others = {name: [seen.c[f"meets_{other}"] for other in conditions if other != name] for name in FACETS}
    rows: Sequence[Any] = (await session.execute(union_all(*_counts(seen, others, actor)))).all()
    found: dict[str, list[tuple[str, int]]] = {name: [] for name in FACETS}
    for name, value, count in rows:
        found[name].append((value, count))
    return facets_of({name: sorted(values, key=lambda each: (-each[1], each[0])) for name, values in found.items()})


def _counts(seen: CTE, others: Mapping[str, Sequence[ColumnElement[bool]]], actor: Actor) -> Iterator[Select[str, str, int]]:
    def count(name: str, value: Any, of: FromClause = seen) -> Select[str, str, int]:
        return select(literal(name, Text()), cast(value, Text()), func.count()).select_from(of).where(*others[name]).group_by(value)

    skill, place = OpportunitySkill, OpportunityGroup
    yield count("kind", seen.c.kind)
    yield count("direction", seen.c.direction)
    code = func.unnest(seen.c.places).table_valued("code").render_derived()
    yield count("place", code.c.code, join(seen, code, true()))
    yield count("remote", case((seen.c.remote, REMOTE[True]), else_=REMOTE[False]))
    yield count("skill", skill.skill_id, join(seen, skill, skill.opportunity_id == seen.c.id))
    yield count("group", place.group_id, join(seen, place, and_(place.opportunity_id == seen.c.id, place.hidden_at.is_(None))))
    yield _companies(seen, others["company"], actor)


def _where() -> ColumnElement[Sequence[str]]:
    """Return what `whereabouts` tells of a post."""
    nowhere = cast(array(()), ARRAY(Text()))
    return func.coalesce(Opportunity.places, nowhere).op("||")(case((Opportunity.remote, array([ANYWHERE])), else_=nowhere))


def _companies(seen: CTE, others: Sequence[ColumnElement[bool]], actor: Actor) -> Select[str, str, int]:
    """Count by the companies of the authors whom the actor may see, with what was before and after each of them."""
    authors = select(seen.c.author_id, func.count().label("posts")).where(*others).group_by(seen.c.author_id).cte("authors")
    known = select(authors).join(Profile, Profile.member_id == authors.c.author_id).where(people.visible_to(viewer_of(actor))).cte("known")
    was = select(Affiliation.member_id, Affiliation.company_id).join(known, known.c.author_id == Affiliation.member_id)
    there = was.where(Affiliation.state == "confirmed").cte("there")
    related = select(there.c.member_id, Kin.kin_id).join(Kin, Kin.company_id == there.c.company_id)
    each = union(select(there), related).cte("each_company")
    counted = select(literal("company", Text()), cast(each.c.company_id, Text()), cast(func.sum(known.c.posts), Integer()))
    return counted.select_from(join(each, known, known.c.author_id == each.c.member_id)).group_by(each.c.company_id)
