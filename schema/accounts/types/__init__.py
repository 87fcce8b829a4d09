"""The caller, the deployment, and signing in, as the graph shows them."""

from schema.accounts.types.site import DemoSignIn, Site, site_of
from schema.accounts.types.viewer import GroupRole, Session, Unread, Viewer, renewed_viewer, viewer_of

__all__ = ["DemoSignIn", "GroupRole", "Session", "Site", "Unread", "Viewer", "renewed_viewer", "site_of", "viewer_of"]
