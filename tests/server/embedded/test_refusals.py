"""What the embedded PostgreSQL refuses, each time in one sentence and without leaving anything behind."""

import os
from pathlib import Path

import pytest

from server.embedded import EmbeddedPostgres, EmbeddedPostgresRefused


def refusal(data_dir: Path) -> str:
    """The sentence with which a start is refused."""
    with pytest.raises(EmbeddedPostgresRefused) as caught:
        EmbeddedPostgres(data_dir).start()
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def test_a_directory_behind_a_closed_door(place: Path) -> None:
    """Root passes the door, but not the user whom PostgreSQL runs as; an ordinary user does not pass it at all."""
    closed = place / "closed"
    closed.mkdir(mode=0o000)
    sentence = refusal(closed / "data")
    assert "DATA_DIR" in sentence
    assert str(closed) in sentence
    closed.chmod(0o700)
    assert not (closed / "data" / "postgres" / "cluster").exists()


def test_a_file_where_the_directory_should_be(place: Path) -> None:
    (place / "data").write_text("a file")
    assert "cannot be made" in refusal(place / "data")
    assert (place / "data").read_text() == "a file"


def test_programs_that_are_not_there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PG_BIN", str(place))
    assert "PG_BIN" in refusal(place / "data")
    assert not (place / "data" / "postgres" / "cluster").exists()


def test_programs_that_are_too_old(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("postgres", "initdb"):
        (place / name).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 15.4'\n")
        (place / name).chmod(0o755)
    monkeypatch.setenv("PG_BIN", str(place))
    assert "release 15" in refusal(place / "data")


def test_data_of_another_release(place: Path) -> None:
    with EmbeddedPostgres(place, durable=False):
        pass
    (place / "postgres" / "cluster" / "PG_VERSION").write_text("16\n")
    assert "written by PostgreSQL 16" in refusal(place)


def test_settings_that_postgresql_rejects_end_the_start_with_its_own_words(place: Path) -> None:
    with EmbeddedPostgres(place, durable=False):
        pass
    configuration = place / "postgres" / "cluster" / "postgresql.conf"
    os.truncate(configuration, 0)
    configuration.write_text("no_such_setting = 1\n")
    sentence = refusal(place)
    assert "did not start" in sentence
    assert "configuration file" in sentence
