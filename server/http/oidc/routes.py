"""The two browser routes of signing in at an OpenID provider: the way there, and the way back. No database is held while it is asked."""

from collections.abc import Callable
from typing import Final, Literal, TypeAlias
from urllib.parse import urlencode

import structlog
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from server.accounts.commands import Arrival, TakenOidcRequest, arrive, open_oidc_request, take_oidc_request
from server.accounts.errors import BadEmail, EmailNotVerified
from server.accounts.rules import ARRIVAL_LIVES, OIDC_LIVES, own_path
from server.http.cookies import arrival_in, clear_arrival, set_arrival, set_token
from server.http.guard import origin_allowed, whereabouts
from server.http.oidc.provider import Account, Provider, ProviderUnusable
from server.http.oidc.tokens import KeyUnknown, TokenRefused
from server.kit.actor import Language
from server.kit.db import Database
from server.kit.limits import Limits
from server.kit.refusal import TooOften
from server.kit.settings import OidcProvider

START: Final = "/signin/oidc"
CALLBACK: Final = "/signin/oidc/callback"
# The page that says what happened, or asks for the mail to be answered.
_PAGE: Final = "/signin/provider"
_JOIN: Final = "/join"
_MOST: Final = 4096

Reason: TypeAlias = Literal["cancelled", "expired", "often", "refused", "unreachable", "unverified"]


class _Cancelled(Exception):
    """The person said no at the provider."""


_REASONS: Final[dict[type[Exception], Reason]] = {
    _Cancelled: "cancelled",
    ProviderUnusable: "unreachable",
    TokenRefused: "refused",
    KeyUnknown: "refused",
    EmailNotVerified: "unverified",
    BadEmail: "unverified",
    TooOften: "often",
}
_logger: structlog.stdlib.BoundLogger = structlog.get_logger("engawa.oidc")


class OidcDoor:
    """Sends a browser to the provider, and lets in whom the provider names."""

    def __init__(self, config: OidcProvider, db: Database, limits: Limits, *, origin: str, origins: frozenset[str]) -> None:
        """`origin` is where the provider sends browsers back to; `origins` are those of our own pages."""
        self._provider = Provider(config)
        self._db = db
        self._limits = limits
        self._callback = origin + CALLBACK
        self._secure = origin.startswith("https://")
        self._origins = origins

    async def start(self, request: Request, language: Language) -> Response:
        """Go to the provider. Only our own pages send there, so that no other site can begin a sign-in."""
        wanted = own_path(request.query_params.get("next", ""))
        if not origin_allowed(request.headers, self._origins):
            return _to("/signin", next=wanted)
        try:
            await self._limits.spend("oidc.start.origin", _place(request))
            await self._provider.discover()
            async with self._db.transaction() as session:
                opened = await open_oidc_request(session, self._provider.issuer, wanted, language)
            address = await self._provider.address(
                state=opened.state, nonce=opened.nonce, verifier=opened.verifier, redirect_uri=self._callback
            )
        except TooOften:
            return _failed("often", wanted)
        except ProviderUnusable as fault:
            _logger.warning("not_sent", reason="unreachable", fault=str(fault))
            return _failed("unreachable", wanted)
        response = RedirectResponse(address, 303, {"cache-control": "no-store"})
        set_arrival(response, opened.browser, OIDC_LIVES, secure=self._secure)
        return response

    async def back(self, request: Request) -> Response:
        """Take the provider's answer, once, from the browser that was sent there."""
        try:
            await self._limits.spend("oidc.answer.origin", _place(request))
        except TooOften:
            return _failed("often", "/")
        taken = await self._taken(request)
        if taken is None:
            return _failed("expired", "/")
        try:
            return await self._let_in(request, taken, await self._account(request, taken))
        except tuple(_REASONS) as fault:
            # A fault may be a narrower one than those that are named.
            reason: Reason = next(told for kind, told in _REASONS.items() if isinstance(fault, kind))
            if isinstance(fault, ProviderUnusable | TokenRefused):
                _logger.warning("not_let_in", reason=reason, fault=str(fault))
            return _failed(reason, taken.next_path)

    async def _account(self, request: Request, taken: TakenOidcRequest) -> Account:
        said = request.query_params
        if not said.get("code"):
            raise _Cancelled if said.get("error") == "access_denied" else TokenRefused("no code")
        return await self._provider.account(
            code=said["code"], named=said.get("iss"), nonce=taken.nonce, verifier=taken.verifier, redirect_uri=self._callback
        )

    async def _taken(self, request: Request) -> TakenOidcRequest | None:
        state, browser = request.query_params.get("state", ""), arrival_in(request, secure=self._secure)
        if not state or browser is None or len(request.url.query) > _MOST:
            return None
        async with self._db.transaction() as session:
            return await take_oidc_request(session, state, browser)

    async def _let_in(self, request: Request, taken: TakenOidcRequest, account: Account) -> Response:
        async with self._db.transaction() as session:
            arrival = await arrive(session, taken.id, account.subject, account.email, request.headers.get("user-agent", ""))
            if arrival.mailed is not None:
                # Whoever owns an account at the provider fills nobody's mailbox.
                await self._limits.spend("sign_in.address", arrival.mailed)
        return self._answer(request, taken, arrival)

    def _answer(self, request: Request, taken: TakenOidcRequest, arrival: Arrival) -> Response:
        if arrival.opened is not None:
            response = _to(taken.next_path)
            set_token(response, arrival.opened.token, secure=self._secure)
            clear_arrival(response, secure=self._secure)
            return response
        response = _to(_PAGE if arrival.mailed else _JOIN, next=taken.next_path)
        set_arrival(response, arrival_in(request, secure=self._secure) or "", ARRIVAL_LIVES, secure=self._secure)
        return response


def oidc_routes(door: OidcDoor, language_of: Callable[[HTTPConnection], Language]) -> list[BaseRoute]:
    """Return the routes; they exist only where a provider is configured. Nothing is begun by HEAD."""

    async def start(request: Request) -> Response:
        return await door.start(request, language_of(request)) if request.method == "GET" else Response(status_code=405)

    async def back(request: Request) -> Response:
        return await door.back(request) if request.method == "GET" else Response(status_code=405)

    return [Route(START, start, methods=["GET"]), Route(CALLBACK, back, methods=["GET"])]


def _failed(reason: Reason, wanted: str) -> Response:
    return _to(_PAGE, reason=reason, next=wanted)


def _to(path: str, **query: str) -> Response:
    """Answer with a page of our own; `next` stands in its address only where it leads somewhere else than the first page."""
    said = urlencode({name: value for name, value in query.items() if (name, value) != ("next", "/")})
    return RedirectResponse(f"{path}?{said}" if said else path, 303, {"cache-control": "no-store"})


def _place(request: Request) -> str:
    return whereabouts(request.client.host) if request.client else ""
