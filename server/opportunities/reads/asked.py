"""The filter as conditions on `Opportunity` rows: what rules.matches decides for one post, for a statement."""

from collections.abc import Mapping
from itertools import chain

from sqlalchemy import ARRAY, ColumnElement, Text, exists, literal, or_
from sqlalchemy.orm import aliased

from server.companies.model import Kin
from server.kit.actor import Actor, viewer_of
from server.opportunities.model import Opportunity, OpportunityGroup, OpportunitySkill
from server.opportunities.policy import author_visible
from server.opportunities.rules import OpportunityFilter
from server.people.model import Affiliation


def asked(wanted: OpportunityFilter, actor: Actor) -> list[ColumnElement[bool]]:
    """Return the conditions of everything but the words, which are the search engine's.

    Companies are the author's: they match for those who may see the author, and for nobody else.
    """
    return list(chain.from_iterable(asked_by_facet(wanted, actor).values()))


def asked_by_facet(wanted: OpportunityFilter, actor: Actor) -> Mapping[str, list[ColumnElement[bool]]]:
    """Return the same conditions by the facet that counts what each of them asks for."""
    conditions: dict[str, list[ColumnElement[bool]]] = {}
    if wanted.kinds:
        conditions["kind"] = [Opportunity.kind.in_(sorted(kind.value for kind in wanted.kinds))]
    if wanted.directions:
        conditions["direction"] = [Opportunity.direction.in_(sorted(direction.value for direction in wanted.directions))]
    if wanted.where:
        there = Opportunity.places.bool_op("&&")(literal(sorted(wanted.places), ARRAY(Text())))
        conditions["place"] = [or_(there, Opportunity.remote) if wanted.remote else there]
    if wanted.remote is False:
        conditions["remote"] = [Opportunity.remote.is_(False)]
    if wanted.skills:
        skill = aliased(OpportunitySkill)
        conditions["skill"] = [exists().where(skill.opportunity_id == Opportunity.id, skill.skill_id.in_(wanted.skills))]
    if wanted.groups:
        place = aliased(OpportunityGroup)
        stands = (place.opportunity_id == Opportunity.id, place.group_id.in_(wanted.groups), place.hidden_at.is_(None))
        conditions["group"] = [exists().where(*stands)]
    if wanted.companies:
        was, kin = aliased(Affiliation), aliased(Kin)
        # What was before and after a company counts as the company itself.
        related = exists().where(kin.company_id == was.company_id, kin.kin_id.in_(wanted.companies)).correlate_except(kin)
        there = or_(was.company_id.in_(wanted.companies), related)
        confirmed = (was.member_id == Opportunity.author_id, there, was.state == "confirmed")
        conditions["company"] = [exists().where(*confirmed), author_visible(viewer_of(actor))]
    return conditions
