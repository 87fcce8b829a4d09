"""The session cookie, and the short-lived one of a browser on its way through the OpenID provider: names and attributes."""

from datetime import timedelta

from starlette.requests import HTTPConnection
from starlette.responses import Response

DAYS = 60


def cookie_name(*, secure: bool) -> str:
    """Return the name: bound to the host under https; browsers differ on that prefix over plain http on loopback."""
    return "__Host-engawa" if secure else "engawa"


def token_in(connection: HTTPConnection, *, secure: bool) -> str | None:
    """Return the session token that a request or a socket carries."""
    return connection.cookies.get(cookie_name(secure=secure))


def set_token(response: Response, token: str, *, secure: bool) -> None:
    """Keep a new session's token in the browser; no script can read it."""
    response.set_cookie(cookie_name(secure=secure), token, max_age=DAYS * 86400, path="/", secure=secure, httponly=True, samesite="lax")


def clear_token(response: Response, *, secure: bool) -> None:
    """Make the browser forget the token."""
    response.delete_cookie(cookie_name(secure=secure), path="/", secure=secure, httponly=True, samesite="lax")


def arrival_in(connection: HTTPConnection, *, secure: bool) -> str | None:
    """Return what marks a browser that was sent to the OpenID provider, and what it proved there."""
    return connection.cookies.get(f"{cookie_name(secure=secure)}-arrival") or None


def set_arrival(response: Response, token: str, lives: timedelta, *, secure: bool) -> None:
    """Mark the browser; Lax, since the provider sends it back by a link."""
    name = f"{cookie_name(secure=secure)}-arrival"
    response.set_cookie(name, token, max_age=int(lives.total_seconds()), path="/", secure=secure, httponly=True, samesite="lax")


def clear_arrival(response: Response, *, secure: bool) -> None:
    """Make the browser forget its mark."""
    response.delete_cookie(f"{cookie_name(secure=secure)}-arrival", path="/", secure=secure, httponly=True, samesite="lax")
