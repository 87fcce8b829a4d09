"""What happened to companies: somebody named one that was not there."""

from dataclasses import dataclass

from server.kit.ids import CompanyId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyProposed(Event):
    """A company was added by the member who picked it. No stream."""

    company_id: CompanyId
