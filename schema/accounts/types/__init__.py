"""The caller, the deployment, and signing in, as the graph shows them."""

from schema.accounts.types.arrivals import JoinLinkArrivalInput
from schema.accounts.types.identities import Arrival, ArrivalStep, Identity, arrival, identities
from schema.accounts.types.safety import EmailChange, Passkey, Safety, Session, SignInMethod
from schema.accounts.types.site import DemoSignIn, Site, site_of
from schema.accounts.types.unread import Unread
from schema.accounts.types.viewer import GroupRole, Viewer, renewed_viewer, viewer_of

__all__ = [
    "Arrival",
    "ArrivalStep",
    "DemoSignIn",
    "EmailChange",
    "GroupRole",
    "Identity",
    "JoinLinkArrivalInput",
    "Passkey",
    "Safety",
    "Session",
    "SignInMethod",
    "Site",
    "Unread",
    "Viewer",
    "arrival",
    "identities",
    "renewed_viewer",
    "site_of",
    "viewer_of",
]
