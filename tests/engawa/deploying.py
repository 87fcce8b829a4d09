"""A deployment for tests: its variables, and the command line run as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from server.kit.settings import OIDC, REAL

ROOT = Path(__file__).parent.parent.parent
DEPLOYMENT = {
    "DATABASE_URL": "postgresql://engawa:password@127.0.0.1:1/engawa",
    "SMTP_URL": "smtp://127.0.0.1:1",
    "SECRET_KEY": "nobody-knows-these-40-characters-but-us!",
    "PUBLIC_URL": "https://engawa.example",
    "OPERATED_BY": "縁側の会",
    "CONTACT": "desk@engawa.example",
}


def environment(**variables: str) -> dict[str, str]:
    """This process's environment with only these variables of ours."""
    names = {"HOST", "PORT", "DATA_DIR", "MAIL_FROM", "DEMO_MEMBERS", "DEMO_SEED", "GRAPHQL_DOCUMENTS", "REDIS_URL", "WEB_CONCURRENCY"}
    ours = {*REAL, *OIDC, *names}
    return {name: value for name, value in os.environ.items() if name not in ours} | variables


def engawa(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    command = [sys.executable, "-m", "engawa", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(**variables), capture_output=True, text=True, timeout=60, check=False)


def started(*arguments: str, **variables: str) -> subprocess.Popen[str]:
    """Start a command; whoever started it ends it."""
    command = [sys.executable, "-m", "engawa", *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment(**variables), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
