"""The fixtures of the tests of standing queries in the graph."""

from tests.schema.opportunities.staging import stage

__all__ = ["stage"]
