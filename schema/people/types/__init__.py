"""People as the graph shows them: what the viewer may not see is null or empty."""

from schema.people.types.affiliations import (
    Affiliation,
    AffiliationDeclared,
    AffiliationEdited,
    AffiliationState,
    InCommon,
    VerificationLevel,
    affiliation_of,
)
from schema.people.types.choices import CompanyChoiceInput, TenureInput
from schema.people.types.lists import (
    CompanyFacet,
    Highlight,
    PeopleFacets,
    PersonConnection,
    PersonEdge,
    Segment,
    blocked_people,
    new_faces,
    people_found,
    people_of_group,
)
from schema.people.types.own import OwnProfile, ProfileLevels, own_profile
from schema.people.types.persons import Person, person_of, persons_of, viewed_person
from schema.people.types.skills import Skill, SkillConnection, SkillEdge, SkillFacet, skill_of

__all__ = [
    "Affiliation",
    "AffiliationDeclared",
    "AffiliationEdited",
    "AffiliationState",
    "CompanyChoiceInput",
    "CompanyFacet",
    "Highlight",
    "InCommon",
    "OwnProfile",
    "PeopleFacets",
    "Person",
    "PersonConnection",
    "PersonEdge",
    "ProfileLevels",
    "Segment",
    "Skill",
    "SkillConnection",
    "SkillEdge",
    "SkillFacet",
    "TenureInput",
    "VerificationLevel",
    "affiliation_of",
    "blocked_people",
    "new_faces",
    "own_profile",
    "people_found",
    "people_of_group",
    "person_of",
    "persons_of",
    "skill_of",
    "viewed_person",
]
