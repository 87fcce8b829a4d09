"""Asking for one's data, making the file, and letting it go: after a week, and once somebody in it was erased."""

from server.exports.commands.asking import ask_export
from server.exports.commands.forgetting import forget_exports, withdraw_exports_with
from server.exports.commands.making import begin_export, fail_export, make_export

__all__ = ["ask_export", "begin_export", "fail_export", "forget_exports", "make_export", "withdraw_exports_with"]
