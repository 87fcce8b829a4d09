"""What happened to exports."""

from dataclasses import dataclass

from server.kit.ids import ExportId, MemberId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportAsked(Event):
    """A member asked for their data. No stream."""

    export_id: ExportId
    member_id: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPrepared(Event):
    """A member's data can be downloaded. Stream: their inbox."""

    export_id: ExportId
    member_id: MemberId
