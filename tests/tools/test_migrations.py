"""A migration that would stop the people who use the platform is caught."""

import subprocess
from pathlib import Path

import pytest

from tools.places import BIN, ROOT

DANGEROUS = {
    "ALTER TABLE member ADD COLUMN mood text NOT NULL;": "adding-required-field",
    "CREATE INDEX ix_member_mood ON member (mood);": "require-concurrent-index-creation",
    "ALTER TABLE member RENAME COLUMN mood TO humour;": "renaming-column",
    "ALTER TABLE member ALTER COLUMN mood TYPE integer;": "changing-column-type",
}


@pytest.mark.parametrize("statement", DANGEROUS)
def test_squawk_catches(statement: str, tmp_path: Path) -> None:
    path = tmp_path / "planted.sql"
    path.write_text(statement)
    command = [str(BIN / "squawk"), "--config", str(ROOT / ".squawk.toml"), "--reporter", "gcc", str(path)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.returncode == 1
    assert DANGEROUS[statement] in finished.stdout


def test_squawk_lets_a_careful_step_pass(tmp_path: Path) -> None:
    path = tmp_path / "planted.sql"
    path.write_text("ALTER TABLE member ADD COLUMN mood text;")
    command = [str(BIN / "squawk"), "--config", str(ROOT / ".squawk.toml"), str(path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
