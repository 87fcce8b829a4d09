"""The image and the deployment: what they start, as whom, with which variables; read as text, since no container engine may be at hand."""

import re
import shlex
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from engawa.cli import main
from server.kit.settings import REAL, Settings, SettingsRefused, load_settings
from tests.support.valkey import valkey

ROOT = Path(__file__).resolve().parents[2]
SECRET = "k7Qm2vX9pL4rT8wZ1bN6cJ3hF5dS0gYa"
GIVEN = {
    "SECRET_KEY": SECRET,
    "POSTGRES_PASSWORD": "0123456789abcdef",
    "MEILISEARCH_KEY": "fedcba9876543210",
    "REDIS_PASSWORD": "0f1e2d3c4b5a6978",
    "PUBLIC_URL": "https://engawa.example.org",
    "OPERATED_BY": "縁側の会",
    "CONTACT": "steward@example.org",
}
OF_THE_DEMO_WORLD = {"DATA_DIR", "DEMO_MEMBERS", "DEMO_SEED"}


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction of the Dockerfile and the stage that it stands in."""

    stage: str
    word: str
    rest: str


def instructions() -> list[Instruction]:
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE).replace("\\\n", " ")
    found: list[Instruction] = []
    stage = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        word, rest = line.split(maxsplit=1)
        if word == "FROM":
            stage = rest.split(" AS ")[1]
        found.append(Instruction(stage, word, rest.strip()))
    return found


def of(stage: str, word: str) -> list[str]:
    return [one.rest for one in instructions() if one.stage == stage and one.word == word]


def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def interpolated(value: str, given: dict[str, str]) -> str:
    """What compose makes of `${NAME:-default}` and `${NAME:?message}`."""

    def replace(match: re.Match[str]) -> str:
        name, operator, word = match.groups()
        if given.get(name):
            return given[name]
        if operator == ":?":
            raise KeyError(f"{name}: {word}")
        return word

    return re.sub(r"\$\{(\w+)(:[-?])([^}]*)\}", replace, value)


def environment_of(service: str, given: dict[str, str]) -> dict[str, str]:
    """The variables that the process sees: the image's and then the deployment's."""
    pairs = (pair.split("=", 1) for pair in shlex.split(of("runtime", "ENV")[0]))
    values = {name: interpolated(str(value), given) for name, value in compose()["services"][service]["environment"].items()}
    return dict(pairs) | values


def test_three_stages_and_only_the_last_one_is_kept() -> None:
    assert [one.stage for one in instructions() if one.word == "FROM"] == ["web", "python", "runtime"]
    assert not {one.word for one in instructions()} & {"ADD", "ARG", "VOLUME", "ONBUILD"}
    for one in instructions():
        if one.word == "FROM":
            image = one.rest.split()[0]
            assert re.fullmatch(r"[a-z]+:\d[\w.-]+", image), f"{image} is not a pinned official image"
    for copied in of("runtime", "COPY"):
        assert copied.startswith("--from=")
        assert copied.split()[0].removeprefix("--from=") in {"web", "python"}


def test_everything_that_is_copied_exists_and_is_not_ignored() -> None:
    patterns = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    assert patterns[0] == "*"
    kept = {line.removeprefix("!") for line in patterns if line.startswith("!")}
    sources = [source for stage in ("web", "python") for line in of(stage, "COPY") for source in line.split()[:-1]]
    assert sources
    for source in sources:
        assert (ROOT / source).exists(), source
        assert any(fnmatch(source, name) or source.startswith(f"{name}/") for name in kept), source


def test_the_image_runs_without_root_and_says_whether_it_is_well() -> None:
    user, group = map(int, of("runtime", "USER")[-1].split(":"))
    assert min(user, group) >= 10_000
    words = [one.word for one in instructions() if one.stage == "runtime"]
    assert words.index("USER") > max(index for index, word in enumerate(words) if word in {"RUN", "COPY"})
    assert "/healthz" in of("runtime", "HEALTHCHECK")[0]
    assert of("runtime", "ENTRYPOINT") == ['["engawa"]']
    assert of("runtime", "CMD") == ['["serve"]']


def test_the_locks_are_installed_with_their_hashes() -> None:
    for line in of("python", "RUN"):
        for command in line.split("&&"):
            if "pip sync" in command or "pip install --no-cache-dir" in command:
                assert "--require-hashes" in command
    assert any(line.startswith("npm ci") for line in of("web", "RUN"))


def test_no_secret_stands_in_image_or_deployment() -> None:
    # Asked for, or empty where none is given: neither is a secret.
    given = r"(?!\$\{\w+:(?:\?|-\}))"
    named = r"(?:SECRET|PASSWORD|TOKEN)\w*"
    secrets = re.compile(rf"^\s*(?:ENV\s+)?\w*{named}\s*[:=]\s*{given}\S|{named}:-(?!\}})", re.MULTILINE)
    for planted in (
        "      SECRET_KEY: ${SECRET_KEY:-hunter2}\n",
        "ENV SECRET_KEY=hunter2\n",
        "  URL: postgresql://${DB_PASSWORD:-hunter2}@db\n",
    ):
        assert secrets.search(planted)
    for name in ("Dockerfile", "docker-compose.yml"):
        assert not secrets.search((ROOT / name).read_text()), name


@pytest.mark.parametrize("service", ["server", "worker", "postgres", "meilisearch", "valkey", "mailpit"])
def test_every_service_is_read_only_restarts_and_has_a_healthcheck(service: str) -> None:
    definition = compose()["services"][service]
    assert definition["read_only"] is True
    assert definition["restart"] == "unless-stopped"
    assert "no-new-privileges:true" in definition["security_opt"]
    assert "healthcheck" in definition or definition["build"] == "."
    for port in definition.get("ports", []):
        assert port.startswith("127.0.0.1:")


@pytest.mark.parametrize("service", ["server", "worker"])
def test_every_variable_that_the_application_knows_is_passed(service: str) -> None:
    known = {name.upper() for name in Settings.model_fields}
    passed = set(environment_of(service, GIVEN))
    assert known - OF_THE_DEMO_WORLD <= passed
    assert set(REAL) <= passed
    settings = load_settings(environment_of(service, GIVEN))
    assert not settings.embedded
    assert settings.host == "0.0.0.0"  # noqa: S104  Inside its container.
    assert settings.sqlalchemy_url == "postgresql+asyncpg://engawa:0123456789abcdef@postgres/engawa"
    assert settings.smtp_url == "smtp://mailpit:1025"
    assert (settings.meilisearch_url, settings.meilisearch_key) == ("http://meilisearch:7700", GIVEN["MEILISEARCH_KEY"])


@pytest.mark.parametrize("missing", GIVEN)
def test_what_has_no_safe_default_is_asked_for(missing: str) -> None:
    with pytest.raises(KeyError, match=missing):
        environment_of("server", {**GIVEN, missing: ""})


def test_the_image_alone_does_not_open_the_demo_world_to_a_network() -> None:
    alone = dict(pair.split("=", 1) for pair in shlex.split(of("runtime", "ENV")[0]))
    with pytest.raises(SettingsRefused, match="HOST"):
        load_settings(alone)


@pytest.mark.parametrize("service", ["server", "worker"])
def test_the_commands_exist(service: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (compose()["services"][service]["command"], ["doctor"]):
        with pytest.raises(SystemExit) as ended:
            main([*command, "--help"])
        assert ended.value.code == 0
    assert "engawa doctor" in capsys.readouterr().out


def test_photos_outlive_a_container_and_can_be_written() -> None:
    """Server and worker share one volume, over a directory of the image that belongs to its user."""
    for service in ("server", "worker"):
        assert compose()["services"][service]["volumes"] == ["files:/var/lib/engawa"]
        assert environment_of(service, GIVEN)["FILES_URL"] == "file:///var/lib/engawa/files"
    assert "files" in compose()["volumes"]
    assert any("--owner=10001" in line and line.endswith("/var/lib/engawa") for line in of("runtime", "RUN"))


def test_the_search_engine_is_reached_by_server_and_worker_only() -> None:
    engine = compose()["services"]["meilisearch"]
    assert "ports" not in engine
    assert interpolated(engine["environment"]["MEILI_MASTER_KEY"], GIVEN) == GIVEN["MEILISEARCH_KEY"]
    assert engine["environment"]["MEILI_ENV"] == "production"
    assert engine["volumes"] == ["meilisearch:/meili_data"]
    assert re.fullmatch(r"getmeili/meilisearch:v\d+\.\d+\.\d+", engine["image"])
    # It may be away: neither waits for it.
    assert "meilisearch" not in compose()["services"]["server"]["depends_on"]


def test_valkey_is_reached_by_server_and_worker_only_and_may_be_away() -> None:
    """It keeps nothing; so it writes nothing, and whoever empties or stops it takes nothing away."""
    valkey = compose()["services"]["valkey"]
    assert "ports" not in valkey
    assert "volumes" not in valkey
    assert re.fullmatch(r"valkey/valkey:\d+\.\d+-bookworm", valkey["image"])
    given = [interpolated(word, GIVEN) for word in valkey["command"]]
    options = dict(zip(given[1::2], given[2::2], strict=True))
    assert given[0] == "valkey-server"
    assert options["--requirepass"] == interpolated(valkey["environment"]["REDISCLI_AUTH"], GIVEN) == GIVEN["REDIS_PASSWORD"]
    assert (options["--save"], options["--appendonly"], options["--maxmemory-policy"]) == ("", "no", "volatile-ttl")
    for service in ("server", "worker"):
        assert "valkey" not in compose()["services"][service]["depends_on"]
        settings = load_settings(environment_of(service, GIVEN))
        assert settings.redis_url == f"redis://:{GIVEN['REDIS_PASSWORD']}@valkey:6379"
        assert (settings.redis_sharded, settings.web_concurrency) == (False, 2)


def test_valkey_understands_how_it_is_started() -> None:
    """Its own program reads the options; only the address is the test's."""
    given = [interpolated(word, GIVEN) for word in compose()["services"]["valkey"]["command"]]
    with valkey(*given[1:]) as server:
        assert server.ask("CONFIG", "GET", "maxmemory") == ["maxmemory", str(128 * 1024 * 1024)]


def test_the_database_understands_japanese() -> None:
    database = compose()["services"]["postgres"]["environment"]
    assert "--lc-ctype=C.UTF-8" in database["POSTGRES_INITDB_ARGS"]
    assert "--builtin-locale=C.UTF-8" in database["POSTGRES_INITDB_ARGS"]
    assert compose()["services"]["server"]["depends_on"]["postgres"]["condition"] == "service_healthy"
