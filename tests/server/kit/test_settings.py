"""Settings: every wrong or weak value stops the start with one sentence that names the variable."""

import pytest

from server.kit.settings import OIDC, REAL, SettingsRefused, load_settings
from tests.engawa.deploying import DEPLOYMENT

WRONG = {
    "DATABASE_URL": ["engawa", "mysql://db/engawa", "postgresql://", "postgresql://db:port/engawa", "postgresql://[db/engawa"],
    "SMTP_URL": ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://mail.example.org:99999"],
    "SECRET_KEY": ["secret", "a" * 64, "ab" * 32, "0123456789abcdefghijklmnopqrstu"],
    "PUBLIC_URL": [
        "engawa.example",
        "http://engawa.example",
        "ftp://engawa.example",
        "https://engawa.example/app",
        "https://engawa.example/?a=b",
    ],
    "OPERATED_BY": [" "],
    "CONTACT": ["desk", "desk@engawa", "desk @engawa.example", "a@b.example\nBcc: c@d.example"],
    "MAIL_FROM": ["Engawa", "Engawa <engawa>", "no-reply@engawa.example\r\nBcc: a@b.example", "A <a@b.example>, C <c@d.example>"],
    "PORT": ["0", "65536", "http", "-1", "8000.5"],
    "DEMO_MEMBERS": ["199", "200001", "many"],
    "DEMO_SEED": ["one", "1.5"],
    "GRAPHQL_DOCUMENTS": ["none", "KNOWN"],
    "OIDC_ISSUER": [
        "accounts.example",
        "http://accounts.example",
        "https://accounts.example/?tenant=a",
        "https://accounts.example/#a",
        "https://user@accounts.example",
    ],
    "OIDC_NAME": ["x" * 41, "a\nname"],
    "MEILISEARCH_URL": ["meilisearch", "ftp://meilisearch", "http://user@meilisearch", "http://meilisearch/?a=b", "http://[meilisearch"],
    "MEILISEARCH_KEY": ["a short key"],
    "REDIS_URL": [
        "redis",
        "http://redis",
        "redis://",
        "redis://redis:port",
        "redis://redis/first",
        "redis://redis/0?socket_timeout=60",
        "redis://redis/0#a",
    ],
    "REDIS_SHARDED": ["sometimes"],
    "WEB_CONCURRENCY": ["0", "65", "-1", "many", "1.5"],
    "FILES_URL": ["http://files.example", "file://host/files", "file:///", "s3://", "s3://[", "/var/files", "s3://me:word@bucket"],
}
OIDC_GIVEN = {
    "OIDC_ISSUER": "https://accounts.example/tenant",
    "OIDC_CLIENT_ID": "engawa",
    "OIDC_CLIENT_SECRET": "a secret of theirs",
    "OIDC_NAME": "縁側ID",
}
MEILISEARCH = {"MEILISEARCH_URL": "http://meilisearch:7700", "MEILISEARCH_KEY": "a key that nobody guesses"}


@pytest.mark.parametrize(("variable", "value"), [(variable, value) for variable, values in WRONG.items() for value in values])
def test_a_wrong_or_weak_value_is_refused_by_name_and_never_repeated(variable: str, value: str) -> None:
    with pytest.raises(SettingsRefused) as refused:
        load_settings(
            DEPLOYMENT | (OIDC_GIVEN if variable in OIDC else {}) | MEILISEARCH | {"REDIS_URL": "redis://redis"} | {variable: value}
        )
    sentence = str(refused.value)
    assert refused.value.variable == variable
    assert sentence.startswith(f"{variable} ")
    assert "; expected: " in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(value) < 6 or value not in sentence.partition("; expected: ")[0]


@pytest.mark.parametrize("variable", REAL)
def test_with_one_variable_set_a_missing_one_stops_the_start(variable: str) -> None:
    others = {name: value for name, value in DEPLOYMENT.items() if name != variable}
    for given in (others, others | {variable: ""}):
        with pytest.raises(SettingsRefused, match=f"^{variable} is missing, and a real deployment needs it; expected: "):
            load_settings(given)
    with pytest.raises(SettingsRefused, match="is missing"):
        load_settings({variable: DEPLOYMENT[variable]})
    assert not load_settings(DEPLOYMENT).embedded


@pytest.mark.parametrize("variable", OIDC)
def test_an_openid_provider_is_configured_whole_and_only_in_a_deployment(variable: str) -> None:
    with pytest.raises(SettingsRefused, match=f"^{variable} is missing, and the other OIDC variables need it; expected: "):
        load_settings(DEPLOYMENT | {name: value for name, value in OIDC_GIVEN.items() if name != variable} | {variable: " "})
    with pytest.raises(SettingsRefused, match=f"^{variable} is set, and the demo world has ready-made sign-ins only; expected: "):
        load_settings({variable: OIDC_GIVEN[variable]})
    found = load_settings(DEPLOYMENT | OIDC_GIVEN).oidc
    assert found is not None
    assert (found.issuer, found.name) == ("https://accounts.example/tenant", "縁側ID")
    assert OIDC_GIVEN["OIDC_CLIENT_SECRET"] not in repr(found)
    assert load_settings(DEPLOYMENT).oidc is None
    assert load_settings(DEPLOYMENT | OIDC_GIVEN | {"OIDC_ISSUER": "http://127.0.0.1:9"}).oidc is not None


def test_without_any_variable_everything_is_embedded_and_bound_to_loopback() -> None:
    settings = load_settings({"PORT": "8100", "UNKNOWN": "1", "SECRET_KEY": ""})
    assert (settings.embedded, settings.host, settings.origin, settings.secure) == (True, "127.0.0.1", "http://localhost:8100", False)
    for host in ("0.0.0.0", "192.168.1.2", "example.org"):  # noqa: S104
        with pytest.raises(SettingsRefused, match=r"^HOST would open the demo world"):
            load_settings({"HOST": host})
    assert load_settings({"HOST": "::1"}).host == "::1"


def test_a_deployment_says_where_it_is_and_who_writes() -> None:
    settings = load_settings(DEPLOYMENT | {"HOST": "0.0.0.0", "PUBLIC_URL": "https://engawa.example/"})  # noqa: S104
    assert (settings.origin, settings.secure) == ("https://engawa.example", True)
    assert settings.sender == "Engawa <desk@engawa.example>"
    assert load_settings(DEPLOYMENT | {"MAIL_FROM": "縁側 <no-reply@engawa.example>"}).sender == "縁側 <no-reply@engawa.example>"
    assert not load_settings(DEPLOYMENT | {"PUBLIC_URL": "http://localhost:8000"}).secure


def test_addresses_of_databases_as_hosts_hand_them_out_are_taken() -> None:
    def reached(url: str) -> str:
        return load_settings(DEPLOYMENT | {"DATABASE_URL": url}).sqlalchemy_url

    assert reached("postgres://u:p@db:5433/engawa") == "postgresql+asyncpg://u:p@db:5433/engawa"
    assert reached("postgresql://u:p@db/engawa?sslmode=require") == "postgresql+asyncpg://u:p@db/engawa?ssl=require"
    assert reached("postgresql:///engawa?host=/run/postgresql") == "postgresql+asyncpg:///engawa?host=/run/postgresql"


def test_a_search_engine_elsewhere_needs_a_key_and_one_on_loopback_none() -> None:
    found = load_settings(DEPLOYMENT | MEILISEARCH)
    assert (found.meilisearch_url, found.meilisearch_key) == tuple(MEILISEARCH.values())
    assert MEILISEARCH["MEILISEARCH_KEY"] not in repr(found)
    with pytest.raises(SettingsRefused, match=r"^MEILISEARCH_KEY is missing or too short; expected: "):
        load_settings(DEPLOYMENT | {"MEILISEARCH_URL": MEILISEARCH["MEILISEARCH_URL"]})
    with pytest.raises(SettingsRefused, match=r"^MEILISEARCH_URL is missing, and MEILISEARCH_KEY needs it; expected: "):
        load_settings(DEPLOYMENT | {"MEILISEARCH_KEY": MEILISEARCH["MEILISEARCH_KEY"]})
    # It may serve the demo world too.
    assert load_settings({"MEILISEARCH_URL": "http://127.0.0.1:7700"}).embedded


def test_several_web_processes_need_redis_to_count_limits_together() -> None:
    """A single one needs nothing, and neither does the demo world."""
    for given in (DEPLOYMENT, {}):
        with pytest.raises(SettingsRefused, match=r"^REDIS_URL is missing, and several web processes \(WEB_CONCURRENCY\) count limits"):
            load_settings(given | {"WEB_CONCURRENCY": "2"})
        assert load_settings(given).web_concurrency == 1
        for url in ("redis://redis", "rediss://:of-redis@redis:6380/1", "redis://[::1]:6379/"):
            settings = load_settings(given | {"WEB_CONCURRENCY": "2", "REDIS_URL": url, "REDIS_SHARDED": "yes"})
            assert (settings.web_concurrency, settings.redis_url, settings.redis_sharded) == (2, url, True)
            assert "of-redis" not in repr(settings)
