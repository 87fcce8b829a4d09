"""Which operating-system user PostgreSQL runs as, and what that user can reach: PostgreSQL refuses to run as root."""

import os
import pwd
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from server.embedded.refused import EmbeddedPostgresRefused

UNPRIVILEGED_NAMES = ("postgres", "_postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Account:
    """The user that owns the cluster. `switching` is true when this process is root and has to become that user first."""

    name: str
    uid: int
    gid: int
    switching: bool

    def own(self, path: Path, mode: int) -> None:
        """Gives the path to this user, with exactly this mode."""
        if self.switching:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)
        path.chmod(mode)

    def can(self, test: str, path: Path) -> bool:
        """Whether `test TEST PATH` holds for this user, e.g. `-x`; asked of the kernel, since access lists decide as well as modes."""
        if not self.switching:
            return os.access(path, {"-r": os.R_OK, "-w": os.W_OK, "-x": os.X_OK}[test])
        return self.run(["/bin/sh", "-c", f'test {test} "$1"', "sh", str(path)]).returncode == 0

    def run(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Runs a program to its end as this user, from the root directory, and answers its exit code and what it printed."""
        try:
            return subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                cwd="/",
                env=dict(environment) if environment is not None else None,
                user=self.uid if self.switching else None,
                group=self.gid if self.switching else None,
                extra_groups=[] if self.switching else None,
            )
        except PermissionError as error:
            raise EmbeddedPostgresRefused(
                f"This process is root but may not start {command[0]} as the user {self.name}; run as an ordinary user or set DATABASE_URL."
            ) from error


def account_for(home: Path) -> Account:
    """Ourselves, unless we are root: then the owner of an existing `home`, else an unprivileged user that this machine already has."""
    if os.geteuid() != 0:
        return Account(name=str(os.geteuid()), uid=os.geteuid(), gid=os.getegid(), switching=False)
    if home.exists() and (owner := home.stat()).st_uid != 0:
        return Account(name=_name_of(owner.st_uid), uid=owner.st_uid, gid=owner.st_gid, switching=True)
    for name in UNPRIVILEGED_NAMES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name=name, uid=entry.pw_uid, gid=entry.pw_gid, switching=True)
    raise EmbeddedPostgresRefused(
        "PostgreSQL does not run as root and this machine has no user `nobody`; run as an ordinary user or set DATABASE_URL."
    )


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError as error:
        raise EmbeddedPostgresRefused(
            f"The data directory belongs to the user number {uid}, unknown to this machine; change its owner or set DATA_DIR."
        ) from error
