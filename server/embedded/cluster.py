"""How the cluster is laid out on disk, and how its server is configured."""

import os
import secrets
import shutil
import sys
from pathlib import Path

from server.embedded.account import Account
from server.embedded.refused import EmbeddedPostgresRefused

ROLE = "engawa"
ENVIRONMENT = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}

# Without a UTF-8 character type pg_trgm finds no trigram in 東京都, and typing errors in Japanese are no longer forgiven.
CHARACTER_TYPE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "random_page_cost": "1.1",  # Data of this size stays in memory; a sequential scan is seldom the cheaper way.
    "max_wal_size": "256MB",
    "jit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_logical_replication_workers": "0",
    "huge_pages": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
    "log_checkpoints": "off",
}
ASYNCHRONOUS_IO_SETTINGS = {"io_method": "sync"}  # Saves three idle processes; the setting is new in 18.
NOT_DURABLE_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def settings_for(major: int, *, durable: bool) -> dict[str, str]:
    """The server's settings: small in memory, closed to the network, and never losing an acknowledged write unless told so."""
    return SETTINGS | (ASYNCHRONOUS_IO_SETTINGS if major >= 18 else {}) | ({} if durable else NOT_DURABLE_SETTINGS)


def prepare_home(home: Path, account: Account) -> None:
    """Makes the folder of the cluster and refuses one that the account cannot reach."""
    created: list[Path] = []
    try:
        for folder in [*reversed(home.parents), home]:
            if not folder.exists():
                folder.mkdir(mode=0o755)
                created.append(folder)
    except OSError as error:
        raise EmbeddedPostgresRefused(
            f"The data directory {home.parent} cannot be made ({error.strerror}); set DATA_DIR to another place."
        ) from error
    if account.switching:
        for folder in created:
            folder.chmod(0o711)
    if home in created:
        account.own(home, 0o700)
    if not account.can("-w", home) or not account.can("-x", home):
        raise EmbeddedPostgresRefused(
            f"The user {account.name}, whom PostgreSQL runs as, cannot reach {home}; set DATA_DIR to a place that this user can reach."
        )


def password_of(home: Path, account: Account) -> str:
    """The cluster's password, made on the first call."""
    path = home / "password"
    if not path.exists():
        unfinished = home / "password.unfinished"
        unfinished.unlink(missing_ok=True)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(32))
        account.own(unfinished, 0o600)
        unfinished.rename(path)
    return path.read_text()


def prepare_cluster(home: Path, account: Account, programs: Path, major: int, *, durable: bool) -> Path:
    """The cluster's data directory, initialised in one step that a crash in between does not leave half done."""
    data = home / "cluster"
    if data.exists():
        found = (data / "PG_VERSION").read_text().strip() if (data / "PG_VERSION").exists() else "unknown"
        if found != str(major):
            raise EmbeddedPostgresRefused(
                f"The data in {data} was written by PostgreSQL {found}, but the programs are release {major}; set PG_BIN or DATA_DIR."
            )
        return data
    unfinished = home / "cluster.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    command = [
        str(programs / "initdb"),
        f"--pgdata={unfinished}",
        f"--username={ROLE}",
        f"--pwfile={home / 'password'}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        f"--lc-ctype={CHARACTER_TYPE}",
        "--no-instructions",
        *([] if durable else ["--no-sync"]),
    ]
    finished = account.run(command, ENVIRONMENT)
    if finished.returncode != 0:
        reason = next((line for line in finished.stderr.splitlines() if "error" in line or "FATAL" in line), finished.stderr.strip()[-300:])
        raise EmbeddedPostgresRefused(f"PostgreSQL could not initialise {data}: {reason}")
    unfinished.rename(data)
    return data
