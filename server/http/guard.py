"""What every request and every answer must bear: origins that may write, the size of a body, and the headers of safety."""

from collections.abc import Mapping
from functools import lru_cache
from ipaddress import IPv4Address, ip_address, ip_network

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self' {socket}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def origin_allowed(headers: Headers, origins: frozenset[str]) -> bool:
    """Return whether a request that may change something comes from our own pages.

    Browsers send `Sec-Fetch-Site`, and `Origin` with every POST; a client that is no browser sends neither and carries no
    cookie that it was not given on purpose.
    """
    origin = headers.get("origin")
    if origin is not None:
        return origin.rstrip("/") in origins
    return headers.get("sec-fetch-site", "none") in {"same-origin", "none"}


def reading_allowed(headers: Headers, origins: frozenset[str], *, bearing: bool) -> bool:
    """Return whether a GET may ask something; `bearing` says that it bears a cookie.

    Any site, and any text of a member, can hold a link that brings a browser here with its cookie, and our own pages send no
    `Origin` with a GET. So one that bears any has to say that a page of ours sent it, and that it leads nowhere.
    """
    if not origin_allowed(headers, origins):
        return False
    ours = "origin" in headers or headers.get("sec-fetch-site") == "same-origin"
    return not bearing or (ours and headers.get("sec-fetch-mode") != "navigate")


@lru_cache(4096)
def whereabouts(host: str) -> str:
    """Return what counts as one place for limits: an IPv4 address, or the /64 that one line of IPv6 has to itself."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv4Address):
        return host
    return str(address.ipv4_mapped or ip_network((int(address) >> 64 << 64, 64)))


class SafetyHeaders:
    """Adds the headers of safety to every answer."""

    def __init__(self, app: ASGIApp, *, secure: bool, socket: str) -> None:
        """`socket` is the WebSocket origin that pages may open; `secure` adds HSTS."""
        self._app = app
        self._headers: Mapping[str, str] = {
            "content-security-policy": _POLICY.format(socket=socket),
            "x-content-type-options": "nosniff",
            "referrer-policy": "same-origin",
            "x-frame-options": "DENY",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
            "permissions-policy": "camera=(), microphone=(), geolocation=()",
            **({"strict-transport-security": "max-age=63072000; includeSubDomains"} if secure else {}),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; touch only the start of an HTTP answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)
