"""Questions about people: who asks, who is seen and how much of them, where they were, who is found by which words."""

from server.people.reads.actors import actor_of, actor_of_session, actor_still, actors_by_ids, blocked_ids, seeker_of
from server.people.reads.affiliations import AffiliationView, Common, affiliations_by_ids, affiliations_of, confirmed_companies, in_common
from server.people.reads.here import FEWEST, companies_here, members_here
from server.people.reads.persons import (
    PersonView,
    blocked_by,
    count_blocked,
    count_group_people,
    count_new_faces,
    group_people,
    new_faces,
    own_profile,
    people_by_ids,
    skills_of,
    visible_ids,
)
from server.people.reads.search import FoundPerson, Highlight, PeopleFilter, PeopleFound, search_people
from server.people.reads.skills import search_skills, skills_by_ids

__all__ = [
    "FEWEST",
    "AffiliationView",
    "Common",
    "FoundPerson",
    "Highlight",
    "PeopleFilter",
    "PeopleFound",
    "PersonView",
    "actor_of",
    "actor_of_session",
    "actor_still",
    "actors_by_ids",
    "affiliations_by_ids",
    "affiliations_of",
    "blocked_by",
    "blocked_ids",
    "companies_here",
    "confirmed_companies",
    "count_blocked",
    "count_group_people",
    "count_new_faces",
    "group_people",
    "in_common",
    "members_here",
    "new_faces",
    "own_profile",
    "people_by_ids",
    "search_people",
    "search_skills",
    "seeker_of",
    "skills_by_ids",
    "skills_of",
    "visible_ids",
]
