"""The npm package `graphql-http` audits the running server by the specification of GraphQL over HTTP."""

import asyncio
import json
from pathlib import Path
from typing import Any

from tests.support.running import Application

ROOT = Path(__file__).parents[3]
# From where its modules are found.
WEB = ROOT / "web"
NODE = ROOT / ".make" / "node" / "node"
AUDIT = """
import { auditServer } from "graphql-http";
const results = await auditServer({ url: process.argv[1] });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
"""


async def audited(url: str) -> list[dict[str, Any]]:
    """Run every audit; each has `id`, `name`, `status` and, unless it is ok, `reason`."""
    command = [str(NODE), "--input-type=module", "--eval", AUDIT, url]
    running = await asyncio.create_subprocess_exec(*command, cwd=WEB, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    async with asyncio.timeout(60):
        told, complaints = await running.communicate()
    assert running.returncode == 0, complaints.decode()
    return json.loads(told)


async def test_all_audits_are_ok(app: Application) -> None:
    results = await audited(f"{app.base}/graphql")
    assert [result for result in results if result["status"] != "ok"] == []
    assert len(results) == 61


async def test_an_endpoint_that_is_none_is_caught(app: Application) -> None:
    """Planted: an address at which nobody answers GraphQL."""
    results = await audited(f"{app.base}/healthz")
    assert sum(result["status"] != "ok" for result in results) > 20
