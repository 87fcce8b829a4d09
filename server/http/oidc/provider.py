"""The OpenID provider as we reach it: discovery, keys, and the exchange of a code, each bounded in time, in size and in where it goes."""

import asyncio
import base64
import hashlib
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, cast
from urllib.parse import quote_plus, urlencode, urlsplit

import httpx
import orjson
from joserfc.jwk import KeySet

from server.http.oidc.tokens import KeyUnknown, TokenRefused, believed, keys_of, verified_email
from server.kit.settings import OidcProvider

_SCOPE: Final = "openid email"
_SECONDS: Final = 10
_MOST_BYTES: Final = 256 * 1024
_KEPT_SECONDS: Final = 3600


class ProviderUnusable(Exception):
    """The provider was not reached, or answered what no provider answers; the message says where, for the log."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whom the provider named; `email` is None unless it has verified the address."""

    subject: str
    email: str | None


@dataclass(frozen=True, slots=True)
class _Document:
    authorize: str
    token: str
    keys: str
    userinfo: str | None
    by_post: bool
    names_itself: bool


class _Bounded(httpx.AsyncByteStream):
    """A body that ends in a fault where it is longer than any that we read."""

    def __init__(self, stream: httpx.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = _MOST_BYTES
        async for chunk in self._stream:
            left -= len(chunk)
            if left < 0:
                raise ProviderUnusable("an answer is too long")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


async def _bound(response: httpx.Response) -> None:
    # A packed body could unpack to any size.
    if response.headers.get("content-encoding", "identity") != "identity":
        raise ProviderUnusable("an answer is packed")
    response.stream = _Bounded(cast(httpx.AsyncByteStream, response.stream))


class Provider:
    """One provider. What it says of itself and its keys are kept for an hour; a key that is not among them is looked for once more."""

    def __init__(self, config: OidcProvider) -> None:
        """Nothing is asked yet."""
        self._config = config
        self._document: tuple[float, _Document] | None = None
        self._keys: tuple[float, KeySet] | None = None

    @property
    def issuer(self) -> str:
        """What the provider calls itself."""
        return self._config.issuer

    async def discover(self) -> None:
        """Read what the provider says of itself, unless that is known; raise ProviderUnusable."""
        async with self._client() as client:
            await self._discovered(client)

    async def address(self, *, state: str, nonce: str, verifier: str, redirect_uri: str) -> str:
        """Return where the browser goes; raise ProviderUnusable."""
        async with self._client() as client:
            document = await self._discovered(client)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        asked = {
            "response_type": "code",
            "client_id": self._config.client_id,
            "redirect_uri": redirect_uri,
            "scope": _SCOPE,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        return document.authorize + ("&" if "?" in document.authorize else "?") + urlencode(asked)

    async def account(self, *, code: str, named: str | None, nonce: str, verifier: str, redirect_uri: str) -> Account:
        """Exchange a code; raise ProviderUnusable or TokenRefused. `named` is the issuer that the browser's answer names (RFC 9207)."""
        async with self._client() as client:
            document = await self._discovered(client)
            if named != self.issuer and (named is not None or document.names_itself):
                raise TokenRefused("iss of the answer")
            tokens = await self._exchanged(client, document, code, verifier, redirect_uri)
            claims = await self._believed(client, document, str(tokens.get("id_token", "")), nonce)
            if "email" not in claims and document.userinfo is not None:
                said = await self._userinfo(client, document.userinfo, str(tokens.get("access_token", "")))
                if said.get("sub") != claims["sub"]:
                    raise TokenRefused("sub of the userinfo")
                return Account(claims["sub"], verified_email(said))
        return Account(claims["sub"], verified_email(claims))

    async def _believed(self, client: httpx.AsyncClient, document: _Document, token: str, nonce: str) -> dict[str, Any]:
        wanted = {"issuer": self.issuer, "client_id": self._config.client_id, "nonce": nonce}
        try:
            return believed(token, await self._key_set(client, document.keys), **wanted)
        except KeyUnknown:
            self._keys = None
            return believed(token, await self._key_set(client, document.keys), **wanted)

    async def _exchanged(
        self, client: httpx.AsyncClient, document: _Document, code: str, verifier: str, redirect_uri: str
    ) -> dict[str, Any]:
        config = self._config
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri, "code_verifier": verifier}
        if document.by_post:
            sent = await client.post(document.token, data=form | {"client_id": config.client_id, "client_secret": config.client_secret})
        else:
            # RFC 6749, 2.3.1: both are encoded as in a form before they are joined.
            credentials = httpx.BasicAuth(quote_plus(config.client_id), quote_plus(config.client_secret))
            sent = await client.post(document.token, data=form, auth=credentials)
        if sent.status_code == 400:
            raise TokenRefused("the code")
        return _json(sent)

    async def _userinfo(self, client: httpx.AsyncClient, address: str, token: str) -> dict[str, Any]:
        return _json(await client.get(address, headers={"authorization": f"Bearer {token}"}))

    async def _discovered(self, client: httpx.AsyncClient) -> _Document:
        if self._document is None or self._document[0] < time.monotonic() - _KEPT_SECONDS:
            said = _json(await client.get(self.issuer.rstrip("/") + "/.well-known/openid-configuration"))
            self._document = time.monotonic(), self._read(said)
        return self._document[1]

    async def _key_set(self, client: httpx.AsyncClient, address: str) -> KeySet:
        if self._keys is None or self._keys[0] < time.monotonic() - _KEPT_SECONDS:
            self._keys = time.monotonic(), keys_of(_json(await client.get(address)))
        return self._keys[1]

    def _read(self, said: dict[str, Any]) -> _Document:
        if said.get("issuer") != self.issuer:
            raise ProviderUnusable("it calls itself otherwise")
        methods: object = said.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        userinfo = said.get("userinfo_endpoint")
        return _Document(
            authorize=self._endpoint(said.get("authorization_endpoint")),
            token=self._endpoint(said.get("token_endpoint")),
            keys=self._endpoint(said.get("jwks_uri")),
            userinfo=None if userinfo is None else self._endpoint(userinfo),
            by_post=isinstance(methods, list) and "client_secret_basic" not in methods,
            names_itself=said.get("authorization_response_iss_parameter_supported") is True,
        )

    def _endpoint(self, address: object) -> str:
        """An endpoint is https; where the issuer itself is http, which is on loopback only, it is on the issuer's own host."""
        try:
            there, issuer = urlsplit(str(address)), urlsplit(self.issuer)
            usable = there.scheme == "https" or (issuer.scheme == "http" and (there.scheme, there.netloc) == ("http", issuer.netloc))
        except ValueError:
            usable = False
        if not isinstance(address, str) or not usable or "#" in address:
            raise ProviderUnusable("an endpoint is no https address")
        return address

    @asynccontextmanager
    async def _client(self) -> AsyncGenerator[httpx.AsyncClient]:
        headers = {"accept": "application/json", "accept-encoding": "identity"}
        hooks = {"response": [_bound]}
        try:
            async with (
                asyncio.timeout(_SECONDS),
                httpx.AsyncClient(timeout=_SECONDS / 2, follow_redirects=False, headers=headers, event_hooks=hooks) as client,
            ):
                yield client
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise ProviderUnusable(type(error).__name__) from error


def _json(response: httpx.Response) -> dict[str, Any]:
    if response.status_code != 200:
        raise ProviderUnusable(f"{response.url.path} answered {response.status_code}")
    try:
        said: object = orjson.loads(response.content)
    except orjson.JSONDecodeError as error:
        raise ProviderUnusable(f"{response.url.path} answered no JSON") from error
    if not isinstance(said, dict):
        raise ProviderUnusable(f"{response.url.path} answered no object")
    return cast(dict[str, Any], said)
