"""Signing in with an account at an OpenID provider: what the provider says, what of it is believed, and the two browser routes."""

from server.http.oidc.provider import Provider, ProviderUnusable
from server.http.oidc.routes import CALLBACK, START, OidcDoor, oidc_routes

__all__ = ["CALLBACK", "START", "OidcDoor", "Provider", "ProviderUnusable", "oidc_routes"]
