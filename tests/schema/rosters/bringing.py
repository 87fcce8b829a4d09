"""A group whose list is brought: who runs it, who does not, and what they send."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from server.accounts.rules import TERMS_VERSION
from server.kit.ids import GroupId, MemberId, global_id
from server.kit.mail import OutboxMail
from tests.factories.rosters import as_csv
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged
from tests.support.working import outbox

CONSENT = "2026年の総会で、本人から名簿への記載と連絡の同意を得ています。"
ROSTER = """query Roster($group: ID!, $state: EntryState) { roster(group: $group) {
  group { slug } mayInvite counts { state count }
  imports { consent added corrected present refused importedAt lapsesAt importedBy { name } }
  entries(first: 100, state: $state) { edges { node { email name state startedOn endedOn invitedAt person { name } } } }
} }"""
INVITATION = """query Invitation($token: String!) { invitation(token: $token) {
  name startedOn endedOn answered group { name slug } company { name } } }"""
ACCEPTED = "... on InvitationAccepted { belongs group { slug } viewer { standing } mail { email } }"
WITHOUT = {"consent": None}


@dataclass(slots=True)
class Bringing:
    """A group with an operator, and everybody who does not run it."""

    app: Application
    group_id: GroupId
    operator_id: MemberId
    operator: Client
    others: dict[str, Client]

    @property
    def group(self) -> str:
        """The group's id."""
        return global_id("AlumniGroup", self.group_id)

    async def send(self, step: str, content: bytes, client: Client | None = None, *, consent: str = CONSENT) -> httpx.Response:
        """Send a file."""
        client = client or self.operator
        headers = {"origin": client.base, "content-type": "application/octet-stream", "x-engawa-language": client.language}
        params = {"consent": consent} if step == "import" else {}
        return await client.http.post(f"/rosters/{self.group}/{step}", content=content, headers=headers, params=params)

    async def bring(self, content: bytes) -> dict[str, int]:
        """Import a file that goes in; return what became of its rows."""
        *steps, last = [json.loads(line) for line in (await self.send("import", content)).text.splitlines()]
        assert "done" in last, last
        assert not steps or steps[-1]["progress"] == last["done"]
        return last["done"]

    async def refused(self, step: str, content: bytes, client: Client | None = None, **more: Any) -> tuple[int, str]:
        """Send a file that must be refused, in both languages, and assert that nothing is written."""
        client = client or self.operator
        answers: list[httpx.Response] = []
        async with unchanged(self.app.house.db):
            for client.language in ("en", "ja"):
                answers.append(await self.send(step, content, client, **more))
        en, ja = (answer.json() for answer in answers)
        assert en["message"] != ja["message"]
        assert en["code"] == ja["code"]
        return answers[1].status_code, ja["code"]

    async def roster(self, client: Client | None = None, state: str | None = None) -> dict[str, Any] | None:
        """The group's list as somebody reads it."""
        return (await (client or self.operator).ask(ROSTER, {"group": self.group, "state": state}))["roster"]

    async def counts(self) -> dict[str, int]:
        """How many stand in each state."""
        roster = await self.roster()
        assert roster is not None
        return {each["state"]: each["count"] for each in roster["counts"] if each["count"]}

    async def invite(self, most: int = 1000) -> list[OutboxMail]:
        """Send invitations, let the mails go, and return them, without those that tell of something else."""
        answer = await self.operator.change("sendInvitations", {"group": self.group, "most": most})
        assert answer["__typename"] == "InvitationsSent", answer
        await self.app.drain()
        return [mail for mail in await outbox(self.app.house.db) if "/invitation#" in mail.text]

    async def accept(self, client: Client, token: str) -> dict[str, Any]:
        """Say yes to an invitation."""
        return await client.change("acceptInvitation", {"token": token, "acceptedTermsVersion": TERMS_VERSION}, ACCEPTED)

    async def answered(self, token: str) -> str:
        """Say yes as a guest and let the mail go; return the token of its link."""
        asked = await self.accept(self.app.guest(), token)
        assert asked["__typename"] == "InvitationAccepted", asked
        await self.app.drain()
        newest = [mail for mail in await outbox(self.app.house.db) if mail.recipient == asked["mail"]["email"]][-1]
        found = re.search(r"/signin/link#token=([\w-]+)", newest.text)
        assert found is not None, newest.text
        return found[1]

    async def enter(self, client: Client, token: str) -> dict[str, Any]:
        """Say yes as a guest, and answer the mail."""
        return await self.follow(client, await self.answered(token))

    async def follow(self, client: Client, link: str) -> dict[str, Any]:
        """Answer a mail."""
        return await client.change("followLink", {"token": link}, "... on SignedIn { isNew viewer { standing } }")


def token_in(mail: OutboxMail) -> str:
    """The token of a mail's link."""
    found = re.search(r"/invitation#token=([\w-]+)", mail.text)
    assert found is not None
    return found[1]


def file_of(rows: Sequence[Sequence[str]], encoding: str = "cp932") -> bytes:
    """A file of these rows, as Excel in Japan saves it."""
    return as_csv(rows, encoding)
