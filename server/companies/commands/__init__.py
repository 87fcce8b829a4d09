"""Changes to companies: naming a missing one, deciding on it, merging two, what became of what, and the known ones from data."""

from server.companies.commands.deciding import Acceptance, accept_company, hold_for_merge, merge_company
from server.companies.commands.kinship import derive_kin, record_succession
from server.companies.commands.picking import pick_company, propose_company, standing_company
from server.companies.commands.seeding import seed_companies

__all__ = [
    "Acceptance",
    "accept_company",
    "derive_kin",
    "hold_for_merge",
    "merge_company",
    "pick_company",
    "propose_company",
    "record_succession",
    "seed_companies",
    "standing_company",
]
