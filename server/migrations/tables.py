"""Every table of the house in one place, so that alembic can compare; a slice with a model is imported here."""

from server.accounts import model as accounts
from server.audit import model as audit
from server.companies import model as companies
from server.conversations import model as conversations
from server.exports import model as exports
from server.groups import model as groups
from server.kit import log, mail, outcomes
from server.kit.db import Base
from server.moderation import model as moderation
from server.notifications import model as notifications
from server.opportunities import model as opportunities
from server.people import model as people
from server.rosters import model as rosters
from server.search import model as mirrored
from server.search.postgresql import model as search
from server.standing import model as standing
from server.synonyms import model as synonyms

MODELS = (
    *(accounts, audit, companies, conversations, exports, groups, log, mail, moderation, notifications, opportunities, outcomes),
    *(mirrored, people, rosters, search, standing, synonyms),
)
METADATA = Base.metadata


def ours(name: str | None, kind: str) -> bool:
    """Return whether alembic compares a thing of the database: not the queue's tables, and not the log's partitions."""
    return not (kind == "table" and name is not None and name.startswith(("pgqueuer", "event_")))
