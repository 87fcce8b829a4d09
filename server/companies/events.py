"""What happened to companies: somebody named one that was not there, it was accepted, two became one, one went on as another."""

from dataclasses import dataclass

from server.kit.ids import CompanyId, MemberId
from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyProposed(Event):
    """A company was added by the member who picked it. Stream: the stewards' queue."""

    company_id: CompanyId


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyAccepted(Event):
    """A proposed company is a known one now. Streams: the stewards' queue, the inbox of who proposed it."""

    company_id: CompanyId
    proposer_id: MemberId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyMerged(Event):
    """A company ended in another, with all that led to it. Streams: the queues concerned, the inbox of who proposed it."""

    from_id: CompanyId
    into_id: CompanyId
    proposer_id: MemberId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanySucceeded(Event):
    """It is known now that one company went on as another. No stream."""

    predecessor_id: CompanyId
    successor_id: CompanyId
