"""What happened to synonyms."""

from dataclasses import dataclass

from server.kit.log import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class SynonymsChanged(Event):
    """Queries are read otherwise from `version` on. Stream: SYNONYMS, which every process follows."""

    version: int
