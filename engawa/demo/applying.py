"""The applications of those who wait: what they were asked, and what they answered, each from what they say of their time."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from engawa.demo.chance import dice, identity
from engawa.demo.shapes import Affiliation, World
from engawa.demo.texts import read
from server.kit.ids import GroupId

# The same in every world: what depends on its seed is who applies.
_SEED: Final = 1


def applications(world: World, groups: Mapping[str, GroupId]) -> list[dict[str, Any]]:
    """Return the rows of the applications that wait, one a membership that is applied for; `groups` are ids by their company's key."""
    rng = dice(_SEED, "applications")
    said, found = read("groups")["questions"], read("answers")["found"]
    told: dict[tuple[UUID, str], Affiliation] = {}
    for each in world.affiliations:
        if each.decided_at is None:
            told.setdefault((each.person, each.company), each)
    return [
        {
            "id": identity(rng, each.since),
            "group_id": groups[each.group],
            "member_id": each.person,
            "state": "waiting",
            "answers": _answers(told.get((each.person, each.group)), said, rng.choice(found)),
            "applied_at": each.since,
        }
        for each in world.memberships
        if each.state == "applied"
    ]


def _answers(affiliation: Affiliation | None, questions: list[str], found: str) -> list[dict[str, str]]:
    when = "いくつかの部署にいました。"
    if affiliation is not None:
        place = f"{affiliation.department}にいました。" if affiliation.department else when
        when = f"{affiliation.started_on.year}年ごろから、{place}"
    return [{"question": question, "answer": answer} for question, answer in zip(questions, (when, found), strict=True)]
