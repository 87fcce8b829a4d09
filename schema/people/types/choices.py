"""What several mutations ask for in the same words: a company, picked or proposed, and the months of a tenure."""

import strawberry

from schema.nodes import key_or_none
from schema.scalars import Month
from server.companies.errors import UnknownCompany
from server.kit.ids import CompanyId


@strawberry.input(description="One of the two: a company of the list, or the name of one that is missing there.")
class CompanyChoiceInput:
    """A company, picked or proposed."""

    id: strawberry.ID | None = None
    proposed_name: str | None = strawberry.field(default=None, description="Proposes a company that is not there yet; usable at once.")

    def key(self) -> CompanyId | None:
        """Return the key of the picked company; an id of anything else names none."""
        if self.id is None:
            return None
        key = key_or_none("Company", self.id)
        if key is None:
            raise UnknownCompany("company.id")
        return CompanyId(key)


@strawberry.input(description="From which month to which.")
class TenureInput:
    """Two months."""

    started_on: Month
    ended_on: Month | None = strawberry.field(default=None, description="Null: still there, for who operates a group of the company.")
