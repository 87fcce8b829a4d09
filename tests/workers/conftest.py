"""What tests of the workers stand on: parts over a database of the test's own."""

from typing import Any

import pytest

from server.kit.db import Database
from server.kit.mail import Outbox, Smtp
from tests.support.working import worker_parts
from workers.parts import Parts


@pytest.fixture
def parts(database: Database) -> Parts:
    """The parts of a worker in embedded mode; mails go to the outbox."""
    return worker_parts(database, Outbox(database))


@pytest.fixture
def smtp_parts(database: Database, mail_server: tuple[str, Any]) -> Parts:
    """The parts of a worker of a real deployment; mails go over SMTP to `mail_server`."""
    url, _ = mail_server
    real = {"public_url": "https://engawa.example", "operated_by": "縁側の会", "contact": "desk@engawa.example", "smtp_url": url}
    return worker_parts(database, Smtp(url, "Engawa <no-reply@engawa.example>"), **real)
