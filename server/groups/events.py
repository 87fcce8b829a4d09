"""What happened in groups: somebody was given a standing role."""

from dataclasses import dataclass

from server.kit.ids import GroupId, MemberId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGranted(Event):
    """A member has a standing role in the group now. No stream."""

    group_id: GroupId
    member_id: MemberId
