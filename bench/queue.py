"""The queue of a large group, read as its page reads it; and how long an application takes to stand on an operator's open page."""

import asyncio
import os
import re
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

from playwright.async_api import async_playwright, expect
from sqlalchemy import func, select

from bench.asking import ask, document
from bench.first_load import FLAGS
from bench.measuring import Figure, percentile, sampled, spread
from bench.worlds import served, signed_in
from engawa.parts import House
from engawa.serving import house
from server.groups.model import GroupApplication, GroupMembership, GroupRole
from server.kit.actor import Actor
from server.kit.ids import GroupId, MemberId
from server.kit.settings import load_settings
from server.people.reads import actor_of
from tools.chromium import on_path

MEMBERS = int(os.environ.get("BENCH_MEMBERS", "200000"))
SIZE = 20_000
SAMPLES, LIVE = 200, 100
WATCH = """words => {
  window.drawn = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("main").textContent.includes(words)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(resolve, 0));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}"""
APPLY = """mutation M($input: ApplyToGroupInput!) { applyToGroup(input: $input) { __typename ... on Problem { message } } }"""
LEAVE = "mutation M($input: LeaveGroupInput!) { leaveGroup(input: $input) { __typename } }"
MAKE = "mutation M($input: MakeJoinLinkInput!) { makeJoinLink(input: $input) { ... on JoinLinkMade { joinLink { token } } } }"


async def measure(home: Path) -> list[Figure]:
    """Return the figures of the queue; the world of this size takes minutes to be made (BENCH_HOME keeps it)."""
    variables = {"DATA_DIR": str(home / f"world-{MEMBERS}"), "DEMO_MEMBERS": str(MEMBERS)}
    async with house(load_settings(variables), print) as running:
        actor, group, size, waiting = await _cast(running)
        page = await sampled(lambda: _queue(running, actor), SAMPLES, 20)
        plain = await sampled(lambda: _plain(running, group), SAMPLES, 20)
    name = f"the queue of a group of {size:,}, {waiting:,} applications waiting, {MEMBERS:,} members"
    return [*spread(name, page, 30), *spread("  beside: twenty rows of the table, nothing asked", plain, None)]


async def measure_live(home: Path) -> list[Figure]:
    """Return how long an application takes to be visible on an operator's open queue."""
    async with served(home) as world, async_playwright() as playwright:
        operator, member = await signed_in(world.base, "operator"), await signed_in(world.base, "colleague")
        role = (await _send(operator, "{ viewer { roles { group { id companies { id } } } } }", {}))["viewer"]["roles"][0]
        made = await _send(operator, MAKE, {"group": role["group"]["id"], "label": "bench", "questions": ["ひとこと"], "days": 1})
        token = made["makeJoinLink"]["joinLink"]["token"]
        # What an earlier run that was broken off left waiting.
        await _send(member, LEAVE, {"group": role["group"]["id"]})
        browser = await playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or on_path(), args=FLAGS)
        context = await browser.new_context(base_url=world.base)
        await context.add_cookies([{"name": name, "value": value, "url": world.base} for name, value in operator.cookies.items()])
        page = await context.new_page()
        await page.goto("/queue")
        await page.wait_for_load_state("networkidle")
        # The newest stands last: the page is opened to its end, as who clears it has it.
        more = page.get_by_role("button", name=re.compile("もっと見る|more", re.IGNORECASE))
        while await more.count():
            await more.first.click()
            await expect(page.locator("[aria-busy=true]")).to_have_count(0)
        samples: list[float] = []
        for number in range(LIVE + 3):
            words = f"物流 {number} {uuid4().hex[:6]}"
            await page.evaluate(WATCH, words)
            began = time.perf_counter()
            await _apply(member, role["group"], token, words)
            async with asyncio.timeout(5):
                await page.evaluate("window.drawn")
            if number >= 3:
                samples.append((time.perf_counter() - began) * 1000)
            await _send(member, LEAVE, {"group": role["group"]["id"]})
        await browser.close()
    name = "an application -> visible on an operator's open page (Chromium)"
    return [*spread(name, samples, None), Figure(f"{name}, p99", percentile(samples, 0.99), "ms", 200)]


async def _apply(client: Any, group: dict[str, Any], token: str, words: str) -> None:
    tenure = {"company": {"id": group["companies"][0]["id"]}, "tenure": {"startedOn": "1990-04", "endedOn": "1991-03"}}
    given = {"group": group["id"], "answers": [words], "joinLink": token, "affiliation": tenure}
    answer = (await _send(client, APPLY, given))["applyToGroup"]
    assert answer["__typename"] == "ApplicationOpened", answer


async def _send(client: Any, query: str, given: dict[str, Any]) -> dict[str, Any]:
    answer = (await client.post("/graphql", json={"query": query, "variables": {"input": given} if given else {}})).json()
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]
    return found


async def _cast(running: House) -> tuple[Actor, GroupId, int, int]:
    """Return somebody who operates the largest group, filled up to its size, as it stands in the world of the benchmark."""
    async with running.db.transaction() as session:
        approved = select(GroupMembership.group_id, func.count()).where(GroupMembership.state == "approved")
        key, size = (await session.execute(approved.group_by(GroupMembership.group_id).order_by(func.count().desc()).limit(1))).one()
        if size < SIZE:
            size = await _grow(session, GroupId(key), SIZE - size) + size
        operates = select(GroupRole.member_id).where(GroupRole.group_id == key, GroupRole.role == "operator").limit(1)
        member = MemberId((await session.scalars(operates)).one())
        actor = await actor_of(session, member)
        waits = select(func.count()).where(GroupApplication.group_id == key, GroupApplication.state == "waiting")
        waiting = await session.scalar(waits) or 0
    assert actor is not None
    return actor, GroupId(key), size, waiting


async def _grow(session: Any, group: GroupId, missing: int) -> int:
    """Let members of other groups belong to this one too."""
    others = select(GroupMembership.member_id).where(GroupMembership.group_id != group, GroupMembership.state == "approved")
    here = select(GroupMembership.member_id).where(GroupMembership.group_id == group)
    members = set(await session.scalars(others.where(GroupMembership.member_id.not_in(here)).limit(missing)))
    session.add_all([GroupMembership(group_id=group, member_id=member, state="approved") for member in members])
    await session.flush()
    return len(members)


async def _queue(running: House, actor: Actor) -> None:
    await ask(running, actor, document("Queue"), {})


async def _plain(running: House, group: GroupId) -> None:
    async with running.db.read() as session:
        rows = select(GroupApplication).where(GroupApplication.group_id == group, GroupApplication.state == "waiting")
        await session.scalars(rows.order_by(GroupApplication.applied_at).limit(20))
