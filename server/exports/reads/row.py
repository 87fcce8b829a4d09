"""What a sheet is made of: rows, written as JSON as they are, and into cells by the sheet's columns."""

from typing import Any, TypeAlias

# Texts, numbers, instants, days, lists and further rows; keys are the names that the graph has for them.
Row: TypeAlias = dict[str, Any]
