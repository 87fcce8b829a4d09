"""Who sees a report and in whose queue it stands, for reports of every standing and readers of every kind."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, viewer_of
from server.kit.clock import now
from server.kit.ids import GroupId, MemberId, ReportId
from server.moderation.model import Report
from server.moderation.policy import awaits_decision_of, right_in, visible_to
from tests.factories.accounts import make_account
from tests.factories.groups import make_group
from tests.factories.moderation import make_report
from tests.support.predicates import true_of

OVERDUE = now() - timedelta(days=7)
AGO = OVERDUE - timedelta(days=1)


async def make_cast(session: AsyncSession) -> tuple[dict[str, Actor], dict[str, ReportId]]:
    """Readers by their right, and reports by their standing; the operator operates two groups, the member belongs to both."""
    reporter, about, operator, steward, other = [MemberId((await make_account(session)).id) for _ in range(5)]
    here, too, elsewhere = [GroupId((await make_group(session)).id) for _ in range(3)]
    operated = frozenset({here, too})
    readers = {
        "reporter": Actor(member_id=reporter),
        "about": Actor(member_id=about, is_steward=True, operates=operated),
        "operator": Actor(member_id=operator, operates=operated),
        "member": Actor(member_id=other, groups=operated),
        "steward": Actor(member_id=steward, is_steward=True),
        "guest": Actor(),
    }
    decided = {"decision": "dismissed", "decided_at": now(), "decided_by": operator}
    reports = {
        "here": await make_report(session, reporter, here, about=about, group=here),
        "elsewhere": await make_report(session, reporter, elsewhere, about=about, group=elsewhere),
        "overdue": await make_report(session, reporter, too, about=about, group=elsewhere, filed_at=AGO),
        "just not overdue": await make_report(session, reporter, other, about=about, group=elsewhere, filed_at=OVERDUE),
        "nowhere": await make_report(session, reporter, about, about=about),
        "about nobody": await make_report(session, reporter, operator, group=too),
        "by the member": await make_report(session, other, about, about=about, group=elsewhere),
        "decided": await make_report(session, reporter, steward, about=about, group=here, **decided),
        "decided elsewhere": await make_report(session, reporter, reporter, about=about, group=elsewhere, **decided),
    }
    return readers, reports


async def test_who_sees_a_report(session: AsyncSession) -> None:
    """Its reporter, who decides in its group, stewards; whoever it is about does not, whatever their right."""
    readers, reports = await make_cast(session)
    names = {key: name for name, key in reports.items()}
    seen = {}
    for reader, actor in readers.items():
        keys = await true_of(session, Report.id, visible_to(viewer_of(actor)), names)
        seen[reader] = {names[ReportId(key)] for key in keys}
    assert seen == {
        "reporter": set(reports) - {"by the member"},
        "about": {"about nobody"},
        "operator": {"here", "about nobody", "decided"},
        "member": {"by the member"},
        "steward": set(reports),
        "guest": set(),
    }


async def test_in_whose_queue_it_stands(session: AsyncSession) -> None:
    """Undecided ones: in that of its group, and in the stewards' where it has none, or was left for too long."""
    readers, reports = await make_cast(session)
    names = {key: name for name, key in reports.items()}
    queues = {}
    for reader, actor in readers.items():
        keys = await true_of(session, Report.id, awaits_decision_of(viewer_of(actor), OVERDUE), names)
        queues[reader] = {names[ReportId(key)] for key in keys}
    assert queues == {
        "reporter": set(),
        "about": {"about nobody"},
        "operator": {"here", "about nobody"},
        "member": set(),
        "steward": {"overdue", "nowhere"},
        "guest": set(),
    }


async def test_the_right_is_named(session: AsyncSession) -> None:
    """That of the group comes first; a steward decides everywhere, an operator only in their own groups."""
    here, elsewhere = [GroupId((await make_group(session)).id) for _ in range(2)]
    operator, steward = Actor(operates=frozenset({here})), Actor(is_steward=True, operates=frozenset({here}))
    member = Actor(groups=frozenset({here, elsewhere}))
    places = (here, elsewhere, None)
    assert [right_in(operator, group) for group in places] == ["operator", None, None]
    assert [right_in(steward, group) for group in places] == ["operator", "steward", "steward"]
    assert [right_in(member, group) for group in places] == [None, None, None]
