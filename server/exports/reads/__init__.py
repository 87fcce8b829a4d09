"""How an export stands, the pieces of its file, and what is written into one."""

from server.exports.reads.others import Others, plain_eyes
from server.exports.reads.profile import PHOTO
from server.exports.reads.sheets import SHEETS, Sheet
from server.exports.reads.standing import export_being_made, export_of, exports_by_ids, piece

__all__ = ["PHOTO", "SHEETS", "Others", "Sheet", "export_being_made", "export_of", "exports_by_ids", "piece", "plain_eyes"]
