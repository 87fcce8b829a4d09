"""The fixtures of the tests of opportunities in the graph."""

from tests.schema.opportunities.staging import stage

__all__ = ["stage"]
