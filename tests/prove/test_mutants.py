"""Every policy, changed in one place at a time: each change is seen by a test, or is listed with the reason why it changes nothing."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable

from tests.prove.mutants.mutating import ROOT, mutants, mutants_of
from tests.prove.mutants.running import Outcome
from tests.prove.mutants.survivors import survivors

LONGEST_SECONDS = 3600

PLANTED = '''
def may(actor: Actor, group: GroupId) -> bool:
    """Whether they may."""
    return actor.level >= Level.VERIFIED and group in actor.groups


def seen(viewer: Viewer) -> ColumnElement[bool]:
    return or_(not_(_left()), Row.member_id == viewer.member_id)
'''


def outcomes() -> list[Outcome]:
    """What became of each mutant, found out by a process of its own that forks for every one of them."""
    command = [sys.executable, "-m", "tests.prove.mutants"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False)
    assert ended.returncode == 0, ended.stderr
    return [Outcome(**each) for each in json.loads(ended.stdout)]


def test_every_mutant_is_seen_or_explained(record_property: Callable[[str, object], None]) -> None:
    """Whoever survives is listed; whoever is listed exists and survives."""
    listed, every = survivors(), {mutant.key for mutant in mutants()}
    assert set(listed) - every == set(), "listed, but nothing of the kind stands in the policy any more"
    found = outcomes()
    alive = {each.key for each in found if each.test is None and each.broken is None}
    failures = Counter(each.failure for each in found if each.test is not None)
    by = ", ".join(f"{number} by {failure}" for failure, number in failures.most_common())
    record_property("mutants", f"{len(found)} in all, {failures.total()} seen ({by}), {len(alive)} survived")
    for key in sorted(alive):
        record_property("mutants", f"survived: {' | '.join(key)}: {listed.get(key, 'NOT EXPLAINED')}")
    assert {each.key for each in found} == every
    assert [each for each in found if each.broken is not None] == []
    assert alive - set(listed) == set(), "no test sees these"
    assert set(listed) - alive == set(), "listed, but a test sees these"


def test_what_is_changed() -> None:
    """Each place once, and the same place in every way that could be a mistake."""
    made = [(mutant.function, mutant.mutation) for mutant in mutants_of("server/planted/policy.py", PLANTED)]
    assert [mutation for function, mutation in made if function == "may"] == [
        "return True",
        "return False",
        "actor.level >= Level.VERIFIED and group in actor.groups → actor.level >= Level.VERIFIED or group in actor.groups",
        "and without actor.level >= Level.VERIFIED",
        "and without group in actor.groups",
        "actor.level >= Level.VERIFIED → actor.level > Level.VERIFIED",
        "actor.level >= Level.VERIFIED → actor.level < Level.VERIFIED",
        "actor.level >= Level.VERIFIED → actor.level >= Level.SIGNED_IN",
        "actor.level >= Level.VERIFIED → actor.level >= Level.CHOSEN_GROUPS",
        "group in actor.groups → group not in actor.groups",
        "group in actor.groups → group in actor.operates",
    ]
    assert [mutation for function, mutation in made if function == "seen"] == [
        "return true()",
        "return false()",
        "or_(not_(_left()), …) → and_",
        "or_ without not_(_left())",
        "or_: not_(_left()) → true()",
        "or_ without Row.member_id == viewer.member_id",
        "or_: Row.member_id == viewer.member_id → true()",
        "not_(_left()) → _left()",
        "Row.member_id == viewer.member_id → Row.member_id != viewer.member_id",
    ]
