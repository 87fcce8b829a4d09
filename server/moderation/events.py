"""What happened to reports."""

from dataclasses import dataclass

from server.kit.ids import GroupId, MemberId, ReportId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFiled(Event):
    """A report waits in the queue of a group; None: in the stewards'. Stream: that queue."""

    report_id: ReportId
    group_id: GroupId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDecided(Event):
    """A report was answered: hidden or dismissed. Streams: that queue, and the reporter's inbox while there is one."""

    report_id: ReportId
    group_id: GroupId | None
    reporter_id: MemberId | None
