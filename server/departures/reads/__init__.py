"""What is asked when somebody leaves: who is due, and which words are theirs."""

from server.departures.reads.leaving import departures_due, places, words_of

__all__ = ["departures_due", "places", "words_of"]
