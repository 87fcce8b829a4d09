"""What waits for a decision, the reports behind it, and why decisions were made."""

from server.moderation.reads.decisions import Told, reasons, reports_by_ids
from server.moderation.reads.queue import QueueEntry, applied_with, queue, queue_entry, waiting_in_queue, who_decides

__all__ = ["QueueEntry", "Told", "applied_with", "queue", "queue_entry", "reasons", "reports_by_ids", "waiting_in_queue", "who_decides"]
