"""The audit trail: who did what to whom with which right, written in the transaction of the deed."""
