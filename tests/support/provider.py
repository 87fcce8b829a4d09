"""An OpenID provider that tests start on loopback: strict as a real one, and it lies when it is told to."""

import base64
import hashlib
import json
import secrets
import socket
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode

import anyio
import uvicorn
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT = "engawa-under-test"
SECRET = "a secret: with/odd+characters"


@dataclass(slots=True)
class Provider:
    """The provider. `claims` replaces claims of its tokens (None leaves one out); the other fields are lies, and silent by default."""

    base: str
    subject: str = "subject-1"
    email: str | None = "yu@people.example"
    verified: Any = True
    claims: dict[str, Any] = field(default_factory=dict[str, Any])
    # How tokens are signed: right, none, by_secret, other_key, unknown_key.
    signed: str = "right"
    # What the browser's answer carries besides: `iss`, or `error` in place of the code.
    answer: dict[str, str] = field(default_factory=dict[str, str])
    # What an endpoint answers in place of the truth, by its path.
    broken: dict[str, Response] = field(default_factory=dict[str, Response])
    # The address and whether it is verified come from /userinfo only; the subject that it names.
    userinfo: str | None = None
    key: RSAKey | ECKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"use": "sig"}, auto_kid=True))
    asked: list[str] = field(default_factory=list[str])
    _codes: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])

    @property
    def variables(self) -> dict[str, str]:
        """The variables of a deployment that trusts this provider."""
        return {"OIDC_ISSUER": self.base, "OIDC_CLIENT_ID": CLIENT, "OIDC_CLIENT_SECRET": SECRET, "OIDC_NAME": "縁側ID"}

    def turn_key(self) -> None:
        """Sign with a new key from now on, of another kind."""
        self.key = ECKey.generate_key("P-256", {"use": "sig"}, auto_kid=True)

    async def discovery(self, _request: Request) -> Response:
        """Say what there is."""
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        places |= {"userinfo_endpoint": "userinfo"} if self.userinfo else {}
        return JSONResponse({"issuer": self.base} | {name: f"{self.base}/{place}" for name, place in places.items()})

    async def keys(self, _request: Request) -> Response:
        """Publish the key."""
        return JSONResponse(KeySet([self.key]).as_dict(private=False))

    async def authorize(self, request: Request) -> Response:
        """The person is signed in here already and says yes; the browser goes back at once."""
        asked = dict(request.query_params)
        assert (asked["client_id"], asked["response_type"], asked["code_challenge_method"]) == (CLIENT, "code", "S256")
        assert asked["scope"] == "openid email"
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        answer = {"state": asked["state"]} | ({} if "error" in self.answer else {"code": code}) | self.answer
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 302)

    async def token(self, request: Request) -> Response:
        """Give tokens for a code, once, to who asked for it."""
        form = dict(parse_qsl((await request.body()).decode()))
        asked = self._codes.pop(form.get("code", ""), None)
        proof = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        if asked is None or proof != asked["code_challenge"] or form.get("redirect_uri") != asked["redirect_uri"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        if request.headers.get("authorization") != f"Basic {_basic()}":
            return JSONResponse({"error": "invalid_client"}, 401)
        return JSONResponse({"access_token": "access", "token_type": "Bearer", "id_token": self._signed(self._claims(asked["nonce"]))})

    async def person(self, request: Request) -> Response:
        """Tell who is signed in."""
        assert request.headers["authorization"] == "Bearer access"
        return JSONResponse({"sub": self.userinfo, "email": self.email, "email_verified": self.verified})

    def _claims(self, nonce: str) -> dict[str, Any]:
        at = int(time.time())
        claims = {"iss": self.base, "sub": self.subject, "aud": CLIENT, "exp": at + 300, "iat": at, "nonce": nonce}
        if self.userinfo is None:
            claims |= {"email": self.email, "email_verified": self.verified}
        return {name: value for name, value in (claims | self.claims).items() if value is not None}

    def _signed(self, claims: dict[str, Any]) -> str:
        kid, algorithm = self.key.kid, "RS256" if isinstance(self.key, RSAKey) else "ES256"
        if self.signed == "none":
            return _unsigned(claims)
        if self.signed == "by_secret":
            return jwt.encode({"alg": "HS256", "kid": kid}, claims, OctKey.import_key(SECRET), algorithms=["HS256"])
        key = self.key if self.signed == "right" else type(self.key).generate_key(2048)
        kid = "unknown" if self.signed == "unknown_key" else kid
        return jwt.encode({"alg": algorithm, "kid": kid}, claims, key, algorithms=[algorithm])


def _unsigned(claims: dict[str, Any]) -> str:
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in ({"alg": "none"}, claims)]
    return ".".join([*parts, ""])


def _basic() -> str:
    encoded = [urlencode({"": part})[1:] for part in (CLIENT, SECRET)]
    return base64.b64encode(":".join(encoded).encode()).decode()


class _Serving(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = anyio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@asynccontextmanager
async def provider() -> AsyncGenerator[Provider]:
    """Serve a provider on a free port until the block ends."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    found = Provider(f"http://127.0.0.1:{listening.getsockname()[1]}")

    def route(path: str, answer: Any) -> Route:
        async def truth_or_lie(request: Request) -> Response:
            found.asked.append(path)
            return found.broken.get(path) or await answer(request)

        return Route(path, truth_or_lie, methods=["GET", "POST"])

    places = {"/.well-known/openid-configuration": found.discovery, "/keys": found.keys, "/authorize": found.authorize}
    places |= {"/token": found.token, "/userinfo": found.person}
    application = Starlette(routes=[route(path, answer) for path, answer in places.items()])
    server = _Serving(uvicorn.Config(application, log_level="warning", lifespan="off"))
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(server.serve, [listening])
        await server.ready.wait()
        yield found
        server.should_exit = True
