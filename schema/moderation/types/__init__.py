"""Moderation as the graph shows it: reports, the queue, decisions."""

from schema.moderation.types.decisions import (
    AffiliationConfirmed,
    AffiliationDeclined,
    OpportunityHidden,
    OpportunityRestored,
    ReportDecided,
    ReportFiled,
    affiliation_confirmed,
    affiliation_declined,
    opportunity_hidden,
    opportunity_restored,
    report_decided,
    report_filed,
)
from schema.moderation.types.queue import AffiliationToConfirm, QueueConnection, QueueEdge, ReportToDecide, queue_of, waiting_in_queue
from schema.moderation.types.reports import Report, ReportDecision, ReportReason, ReportSubject, report_of

__all__ = [
    "AffiliationConfirmed",
    "AffiliationDeclined",
    "AffiliationToConfirm",
    "OpportunityHidden",
    "OpportunityRestored",
    "QueueConnection",
    "QueueEdge",
    "Report",
    "ReportDecided",
    "ReportDecision",
    "ReportFiled",
    "ReportReason",
    "ReportSubject",
    "ReportToDecide",
    "affiliation_confirmed",
    "affiliation_declined",
    "opportunity_hidden",
    "opportunity_restored",
    "queue_of",
    "report_decided",
    "report_filed",
    "report_of",
    "waiting_in_queue",
]
