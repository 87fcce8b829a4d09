"""Alumni groups as the graph shows them: themselves, applications to them, and the links by which people come."""

from schema.groups.types.applications import (
    ApplicantAsked,
    ApplicationDecided,
    ApplicationEdited,
    ApplicationMessage,
    ApplicationOpened,
    ApplicationState,
    GroupApplication,
    JoinAnswer,
    application_of,
    application_told,
    applications_of,
    asked_or_decided,
    own_applications_of,
)
from schema.groups.types.groups import AlumniGroup, AlumniGroupConnection, AlumniGroupEdge, Recognition, Role, RunBy, group_of, groups_of
from schema.groups.types.links import JoinLink, JoinLinkOpened, JoinLinkStanding, join_link_of

__all__ = [
    "AlumniGroup",
    "AlumniGroupConnection",
    "AlumniGroupEdge",
    "ApplicantAsked",
    "ApplicationDecided",
    "ApplicationEdited",
    "ApplicationMessage",
    "ApplicationOpened",
    "ApplicationState",
    "GroupApplication",
    "JoinAnswer",
    "JoinLink",
    "JoinLinkOpened",
    "JoinLinkStanding",
    "Recognition",
    "Role",
    "RunBy",
    "application_of",
    "application_told",
    "applications_of",
    "asked_or_decided",
    "group_of",
    "groups_of",
    "join_link_of",
    "own_applications_of",
]
