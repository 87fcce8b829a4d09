"""The fixtures of the tests of exports in the graph."""

from tests.schema.opportunities.staging import stage

__all__ = ["stage"]
