"""A pytest plugin: directories that the account of PostgreSQL can enter; pytest's own belong to root alone when root runs the tests."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def place() -> Iterator[Path]:
    """Where an embedded PostgreSQL may keep its data during this test."""
    directory = Path(tempfile.mkdtemp(prefix="engawa-test-"))
    directory.chmod(0o711)
    yield directory
    shutil.rmtree(directory, ignore_errors=True)  # A server that was killed may still be on its way out.
