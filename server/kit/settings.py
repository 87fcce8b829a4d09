"""What the deployment is: every environment variable, its checks, and the sentence that stops a start."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from server.kit.addresses import LOOPBACK, has_more, is_address, is_open, is_redis, is_store, parts_of

# With any of these set the deployment is a real one: no demo world, no ready-made sign-ins, no /dev/mail.
REAL: Final = ("DATABASE_URL", "SMTP_URL", "SECRET_KEY", "PUBLIC_URL", "OPERATED_BY", "CONTACT")
# Signing in with another house's account: all of these or none, and only in a real deployment.
OIDC: Final = ("OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME")
_EMBEDDED_SECRET: Final = "engawa embedded mode, an invented world behind it"  # noqa: S105
_ADDRESS: Final = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
_MAILBOX: Final = re.compile(rf"(?:{_ADDRESS.pattern}|[^<>@\r\n]+ <{_ADDRESS.pattern}>)")
_EXPECTED: Final = {
    "DATABASE_URL": "the address of a PostgreSQL 15 or newer, e.g. postgresql://engawa:password@db/engawa",
    "SMTP_URL": "the address of a mail server, e.g. smtp://user:password@mail.example.org:587",
    "SECRET_KEY": "at least 32 random characters that nobody else knows, e.g. from: openssl rand -base64 48",
    "PUBLIC_URL": "the https address that members open, e.g. https://engawa.example.org (http only on loopback)",
    "OPERATED_BY": "the name of the person or body that runs this deployment, as members shall read it",
    "CONTACT": "the e-mail address where the stewards are reached",
    "PORT": "a port number from 1 to 65535",
    "HOST": "an address of this machine to listen on, e.g. 127.0.0.1; another than loopback only in a real deployment",
    "DATA_DIR": "a directory that this user can write to",
    "FILES_URL": "where uploaded files are kept, e.g. file:///var/lib/engawa/files or s3://bucket/engawa",
    "MAIL_FROM": "the sender of mails, e.g. Engawa <no-reply@example.org>",
    "DEMO_MEMBERS": "a number of members from 200 to 200000",
    "DEMO_SEED": "a whole number",
    "MEILISEARCH_URL": "the address of a Meilisearch server, e.g. http://meilisearch:7700",
    "MEILISEARCH_KEY": "the key of that server, at least 16 characters",
    "GRAPHQL_DOCUMENTS": "any (the default: whatever keeps within the limits) or known (only what the web client asks)",
    "REDIS_URL": "the address of a Redis or Valkey 7 or newer, e.g. redis://:password@redis:6379 (rediss:// over a network of others)",
    "REDIS_SHARDED": "true or false",
    "WEB_CONCURRENCY": "a number of web processes from 1 to 64",
    "OIDC_ISSUER": "the https address of an OpenID provider as it calls itself, e.g. https://accounts.example.org (http only on loopback)",
    "OIDC_CLIENT_ID": "the id that the OpenID provider gave to this deployment",
    "OIDC_CLIENT_SECRET": "the secret that the OpenID provider gave to this deployment",
    "OIDC_NAME": "what members call the OpenID provider, in at most 40 characters, e.g. Google",
}


class SettingsRefused(Exception):
    """A variable is missing, wrong or weak; the message is one sentence that names it and says what it expects."""

    def __init__(self, variable: str, fault: str) -> None:
        """Write the sentence; the value itself is never repeated, it may be a secret."""
        super().__init__(f"{variable} {fault}; expected: {_EXPECTED[variable]}.")
        self.variable = variable


@dataclass(frozen=True, slots=True)
class OidcProvider:
    """The OpenID provider whose accounts may sign in; `name` stands on the button."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    name: str


class Settings(BaseSettings):
    """The environment. Everything has a default while nothing real is configured."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True)

    database_url: str | None = None
    smtp_url: str | None = None
    secret_key: str | None = None
    public_url: str | None = None
    operated_by: str | None = None
    contact: str | None = None
    mail_from: str | None = None
    files_url: str | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    data_dir: Path = Path(".data")
    meilisearch_url: str | None = None
    meilisearch_key: str | None = Field(default=None, repr=False)
    graphql_documents: Literal["any", "known"] = "any"
    redis_url: str | None = Field(default=None, repr=False)
    redis_sharded: bool = False
    web_concurrency: int = 1
    demo_members: int = 2000
    demo_seed: int = 1
    oidc_issuer: str | None = None
    oidc_client_id: str | None = None
    oidc_client_secret: str | None = None
    oidc_name: str | None = None

    @property
    def embedded(self) -> bool:
        """Whether everything is embedded: the demo world, its sign-ins and /dev/mail exist only then."""
        return not any(getattr(self, name.lower()) for name in REAL)

    @property
    def origin(self) -> str:
        """The address that members open, without a trailing slash."""
        return (self.public_url or f"http://localhost:{self.port}").rstrip("/")

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins whose pages are ours: the public one, and on loopback its other spellings."""
        if self.secure:
            return (self.origin,)
        return (self.origin, *(f"http://{name}:{self.port}" for name in ("localhost", "127.0.0.1", "[::1]")))

    @property
    def secure(self) -> bool:
        """Whether members come by https, so that cookies can be bound to the host."""
        return self.origin.startswith("https://")

    @property
    def secret(self) -> str:
        """What keys are derived from. The embedded mode's survives a restart, and guards nothing: the demo world is invented."""
        return self.secret_key or _EMBEDDED_SECRET

    @property
    def files(self) -> str:
        """The address of the store of uploaded files; beside the other data unless a real deployment says otherwise."""
        if self.embedded or self.files_url is None:
            return (self.data_dir.absolute() / "files").as_uri()
        return self.files_url

    @property
    def sender(self) -> str:
        """The From address of mails."""
        return self.mail_from or f"Engawa <{self.contact or 'no-reply@localhost'}>"

    @property
    def oidc(self) -> OidcProvider | None:
        """The OpenID provider, when one is configured."""
        if self.oidc_issuer and self.oidc_client_id and self.oidc_client_secret and self.oidc_name:
            return OidcProvider(self.oidc_issuer, self.oidc_client_id, self.oidc_client_secret, self.oidc_name.strip())
        return None

    @property
    def sqlalchemy_url(self) -> str:
        """DATABASE_URL with the driver that the application uses; only for a real deployment."""
        _, _, rest = (self.database_url or "").partition("://")
        # libpq's name, which hosts hand out, and the name that the driver knows.
        return "postgresql+asyncpg://" + re.sub(r"([?&])sslmode=", r"\1ssl=", rest)


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read and check the environment (the process's own when None); raise SettingsRefused with one sentence."""
    try:
        settings = Settings() if environment is None else _from(environment)
    except ValidationError as error:
        raise SettingsRefused(str(error.errors()[0]["loc"][0]).upper(), "is not usable") from error
    _check_server(settings)
    if settings.mail_from is not None and not _MAILBOX.fullmatch(settings.mail_from):
        raise SettingsRefused("MAIL_FROM", "is no sender of mails")
    if not settings.embedded:
        _check_real(settings)
    _check_oidc(settings)
    _check_meilisearch(settings)
    _check_several(settings)
    return settings


def _from(environment: Mapping[str, str]) -> Settings:
    given = {name: environment.get(name.upper()) or field.default for name, field in Settings.model_fields.items()}
    return Settings.model_validate(given)


def _check_server(settings: Settings) -> None:
    if not 1 <= settings.port <= 65535:
        raise SettingsRefused("PORT", "is out of range")
    if not 200 <= settings.demo_members <= 200_000:
        raise SettingsRefused("DEMO_MEMBERS", "is out of range")
    if settings.embedded and settings.host not in LOOPBACK:
        raise SettingsRefused("HOST", "would open the demo world to a network")


def _check_real(settings: Settings) -> None:
    for variable in REAL:
        if not (getattr(settings, variable.lower()) or "").strip():
            raise SettingsRefused(variable, "is missing, and a real deployment needs it")
    _check_url(settings.database_url, "DATABASE_URL", {"postgresql", "postgres", "postgresql+asyncpg"})
    _check_url(settings.smtp_url, "SMTP_URL", {"smtp", "smtps"})
    _check_url(settings.public_url, "PUBLIC_URL", {"https", "http"})
    if is_open(settings.public_url):
        raise SettingsRefused("PUBLIC_URL", "is not https, and cookies would travel unprotected")
    if has_more(settings.public_url):
        raise SettingsRefused("PUBLIC_URL", "carries a path")
    if settings.files_url is not None and not is_store(settings.files_url):
        raise SettingsRefused("FILES_URL", "is no address of that kind")
    secret = settings.secret_key or ""
    if len(secret) < 32 or len(set(secret)) < 12:
        raise SettingsRefused("SECRET_KEY", "is too weak")
    if not _ADDRESS.fullmatch(settings.contact or ""):
        raise SettingsRefused("CONTACT", "is no e-mail address")


def _check_oidc(settings: Settings) -> None:
    given = [variable for variable in OIDC if (getattr(settings, variable.lower()) or "").strip()]
    if not given:
        return
    if settings.embedded:
        raise SettingsRefused(given[0], "is set, and the demo world has ready-made sign-ins only")
    for variable in OIDC:
        if variable not in given:
            raise SettingsRefused(variable, "is missing, and the other OIDC variables need it")
    _check_url(settings.oidc_issuer, "OIDC_ISSUER", {"https", "http"})
    if is_open(settings.oidc_issuer):
        raise SettingsRefused("OIDC_ISSUER", "is not https, and anybody on the way could sign in")
    if has_more(settings.oidc_issuer, path=True):
        raise SettingsRefused("OIDC_ISSUER", "carries more than an address")
    name = settings.oidc_name or ""
    if len(name) > 40 or not name.isprintable():
        raise SettingsRefused("OIDC_NAME", "is no name for a button")


def _check_meilisearch(settings: Settings) -> None:
    """The key is checked wherever a server is reached by others, and would travel in the clear only inside a deployment."""
    if settings.meilisearch_url is None:
        if settings.meilisearch_key:
            raise SettingsRefused("MEILISEARCH_URL", "is missing, and MEILISEARCH_KEY needs it")
        return
    _check_url(settings.meilisearch_url, "MEILISEARCH_URL", {"http", "https"})
    if has_more(settings.meilisearch_url, path=True):
        raise SettingsRefused("MEILISEARCH_URL", "carries more than an address")
    if settings.meilisearch_key is None and parts_of(settings.meilisearch_url).hostname in LOOPBACK:
        return
    if len(settings.meilisearch_key or "") < 16:
        raise SettingsRefused("MEILISEARCH_KEY", "is missing or too short")


def _check_several(settings: Settings) -> None:
    """Without a common count, every process would allow what all of them may allow together."""
    if settings.redis_url is not None and not is_redis(settings.redis_url):
        raise SettingsRefused("REDIS_URL", "is no address of that kind")
    if not 1 <= settings.web_concurrency <= 64:
        raise SettingsRefused("WEB_CONCURRENCY", "is out of range")
    if settings.web_concurrency > 1 and settings.redis_url is None:
        raise SettingsRefused("REDIS_URL", "is missing, and several web processes (WEB_CONCURRENCY) count limits there together")


def _check_url(value: str | None, variable: str, schemes: set[str]) -> None:
    if not is_address(value, schemes):
        raise SettingsRefused(variable, "is no address of that kind")
