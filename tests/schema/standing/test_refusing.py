"""No to the mails of saved searches, by the address that a mail program calls."""

from server.standing.commands import standing_mail_refusal
from tests.schema.opportunities.asking import Stage
from tests.schema.standing.saving import kept, saved
from tests.support.unchanged import unchanged

FORM = {"content-type": "application/x-www-form-urlencoded"}


async def test_no_from_within_a_mail_program(stage: Stage) -> None:
    """One call, as often as it likes, and for that member alone; opening the address, or another one, changes nothing."""
    await saved(stage.other, channel="WEEKLY")
    await saved(stage.other, channel="MAIL")
    await saved(stage.author, channel="MAIL")
    guest, token = stage.app.guest(), standing_mail_refusal(stage.app.house.graph.seal, stage.other_id)
    async with unchanged(stage.app.house.db):
        opened = await guest.http.get(f"/standing/refused/{token}")
        assert (opened.status_code, opened.headers["location"]) == (303, "/me/searches")
        for wrong in ("another", "%E3%81%82", f"{token}A", token[:-2], token.swapcase()):
            assert (await guest.http.post(f"/standing/refused/{wrong}")).status_code == 204
        # What says no to another mail says nothing here.
        assert (await guest.http.post(f"/queue/refused/{token}")).status_code == 204
    for _ in range(2):
        answer = await guest.http.post(f"/standing/refused/{token}", content="List-Unsubscribe=One-Click", headers=FORM)
        assert (answer.status_code, answer.content) == (204, b"")
    assert [row["channel"] for row in await kept(stage.other)] == ["LIVE", "LIVE"]
    assert [row["channel"] for row in await kept(stage.author)] == ["MAIL"]
