"""What one attempt of a search asks an engine for."""

from dataclasses import dataclass

from server.search.engine import Condition
from server.search.japanese.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search asks for: phrases and conditions. What meets all of one of `firsts` comes before everything that does not."""

    phrases: tuple[Phrase, ...] = ()
    conditions: tuple[Condition, ...] = ()
    firsts: tuple[tuple[Phrase, ...], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.phrases and not self.conditions

    @property
    def has_others(self) -> bool:
        """Whether anything ranks that was not typed itself, or need not be met."""
        return any(word.same or not word.needed for phrase in self.phrases for word in phrase.every())

    @property
    def steps(self) -> tuple[int, ...]:
        """How many steps each ladder has, by which documents are ordered before they are ranked."""
        ladders = [len(condition.rings) for condition in self.conditions if len(condition.rings) > 1]
        return (*ladders, *([len(self.firsts)] if self.firsts else []))
