"""State before + events = a fresh read, for a group's queue: applications with what they rest on, and what waits by itself."""

import random
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from server.kit.limits import Limits
from server.kit.settings import Settings
from tests.realtime.conftest import staged
from tests.realtime.watching import Stage, watching
from tests.schema.opportunities.asking import posted
from tests.support.running import Client, running

ITEM = "... on AffiliationToConfirm { id } ... on ApplicationToDecide { id } ... on ReportToDecide { id }"
QUEUE = f"{{ viewer {{ queue(first: 100) {{ edges {{ node {{ {ITEM} }} }} }} }} }}"
COMPANY = "query C($text: String) { companies(first: 1, text: $text) { edges { node { id } } } }"
CAPS = dict.fromkeys(
    (
        "affiliation.declare",
        "affiliation.edit",
        "group.apply",
        "group.edit_application",
        "operator.decide",
        "report.file",
        "opportunity.post",
    ),
    "1000/day",
)
# So many rounds, and then on until everything was done once; more than enough.
ROUNDS, MOST_ROUNDS = 12, 80


async def waiting(client: Client) -> set[str]:
    """What waits in the operator's queue."""
    return {edge["node"]["id"] for edge in (await client.ask(QUEUE))["viewer"]["queue"]["edges"]}


def queue_applied(state: set[str], event: dict[str, Any], item: dict[str, Any] | None) -> None:
    """Do what a page does with a delivery of a queue: what waits now is listed, what the event is about otherwise waits no more."""
    thing = event.get("affiliation") or event.get("application") or event.get("report") or {"id": event.get("goneId")}
    state.discard(thing["id"])
    if item is not None:
        state.add(item["id"])
        # What an application rests on is decided with it.
        state.difference_update(each["id"] for each in item.get("application", {}).get("affiliations", ()))


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_queue(database_url: str, seed: int) -> None:
    """Whatever happens, in a seeded order, the events of the queue make of what was there what is there."""
    async with running(database_url, Settings(_env_file=None), limits=Limits(CAPS)) as app:
        stage = await staged(app)
        await _followed(stage, Applying(stage), random.Random(seed))


async def _followed(stage: Stage, applying: "Applying", chance: random.Random) -> None:
    async with watching(stage.operator, "queue", group=stage.group) as queue:
        state = await waiting(stage.operator)
        for round_number in range(MOST_ROUNDS):
            if round_number >= ROUNDS and set(applying.done) == set(applying.acts):
                break
            for _ in range(5):
                await applying.act(chance)
            post = await posted(stage.author, audience="CHOSEN_GROUPS", groups=[stage.group], title=f"しるし {round_number}")
            report = {"subject": "OPPORTUNITY", "id": post, "reason": "SPAM"}
            marker = (await stage.friend.change("fileReport", report, "... on ReportFiled { report { id } }"))["report"]["id"]
            while marker not in state:
                event = await queue.next(10)
                queue_applied(state, event, queue.item)
            assert state == await waiting(stage.operator), (round_number, applying.done)
            if chance.random() < 0.5:
                hiding = {"opportunity": post, "group": stage.group, "reason": "営業でした。", "report": marker}
                await stage.operator.change("hideOpportunity", hiding)
    assert set(applying.done) == set(applying.acts)


class Applying:
    """A newcomer who says where they were, applies, changes their mind; an operator who decides, asks back and revokes: at random."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.done: list[str] = []
        self.acts: dict[str, Callable[[], Awaitable[str]]] = {
            "declare": self.declare,
            "edit": self.edit,
            "remove": self.remove,
            "ask": self.ask,
            "reply": self.reply,
            "approve": self.approve,
            "decline": self.decline,
            "withdraw": self.withdraw,
            "apply": self.apply,
            "confirm": self.confirm,
            "revoke": self.revoke,
        }
        self.year = 1990
        self.mine: list[str] = []

    async def act(self, chance: random.Random) -> None:
        """Do one thing; what cannot be done just now is refused, and changes nothing."""
        missing = sorted(self.acts.keys() - set(self.done))
        name = chance.choice(missing if missing and chance.random() < 0.3 else sorted(self.acts))
        answered = await self.acts[name]()
        if answered not in {"NotFound", "Conflict", "Invalid", "nothing"}:
            self.done.append(name)

    async def declare(self) -> str:
        """They were there in one more year."""
        self.year += 1
        found = await self.stage.newcomer.ask(COMPANY, {"text": "ひだまり電機"})
        tenure = {"startedOn": f"{self.year}-04", "endedOn": f"{self.year}-06"}
        given = {"company": {"id": found["companies"]["edges"][0]["node"]["id"]}, "tenure": tenure}
        answer = await self.stage.newcomer.change("declareAffiliation", given, "... on AffiliationDeclared { affiliation { id } }")
        if answer["__typename"] == "AffiliationDeclared":
            self.mine.append(answer["affiliation"]["id"])
        return str(answer["__typename"])

    async def edit(self) -> str:
        """In other months."""
        self.year += 1
        tenure = {"startedOn": f"{self.year}-04", "endedOn": f"{self.year}-08"}
        return await self._on_the_last("editAffiliation", self.stage.newcomer, {"tenure": tenure})

    async def remove(self) -> str:
        """Not there after all."""
        return await self._on_the_last("removeAffiliation", self.stage.newcomer, {})

    async def confirm(self) -> str:
        """What waits by itself."""
        return await self._on_the_last("confirmAffiliation", self.stage.operator, {})

    async def revoke(self) -> str:
        """A confirmation is taken back."""
        return await self._on_the_last("revokeConfirmation", self.stage.operator, {"level": "OPERATOR", "reason": "まちがいでした。"})

    async def approve(self) -> str:
        """As it was read."""
        return await self._decide("approveApplication", {})

    async def decline(self) -> str:
        """As it was read, with a reason."""
        return await self._decide("declineApplication", {"reason": "確かめられませんでした。"})

    async def ask(self) -> str:
        """Something back."""
        return await self._on_application("askApplicant", self.stage.operator, {"question": "どの部署でしたか。"})

    async def reply(self) -> str:
        """The answer to it."""
        return await self._on_application("editApplication", self.stage.newcomer, {"reply": "物流部です。"})

    async def apply(self) -> str:
        """On the group's page."""
        answer = await self.stage.newcomer.change("applyToGroup", {"group": self.stage.group, "answers": []})
        return str(answer["__typename"])

    async def withdraw(self) -> str:
        """Taken back, or left."""
        return str((await self.stage.newcomer.change("leaveGroup", {"group": self.stage.group}))["__typename"])

    async def _on_the_last(self, mutation: str, client: Client, more: dict[str, Any]) -> str:
        if not self.mine:
            return "nothing"
        answer = await client.change(mutation, {"affiliation": self.mine[-1]} | more)
        if mutation == "removeAffiliation" and answer["__typename"] == "AffiliationRemoved":
            self.mine.pop()
        return str(answer["__typename"])

    async def _application(self) -> dict[str, Any] | None:
        asked = "{ viewer { applications { id state version } } }"
        found = (await self.stage.newcomer.ask(asked))["viewer"]["applications"]
        return found[0] if found else None

    async def _decide(self, mutation: str, more: dict[str, Any]) -> str:
        application = await self._application()
        if application is None:
            return "nothing"
        given = {"application": application["id"], "version": application["version"]}
        return str((await self.stage.operator.change(mutation, given | more))["__typename"])

    async def _on_application(self, mutation: str, client: Client, more: dict[str, Any]) -> str:
        application = await self._application()
        if application is None:
            return "nothing"
        return str((await client.change(mutation, {"application": application["id"]} | more))["__typename"])
