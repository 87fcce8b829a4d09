"""Members as accounts: their address, their sessions, and the ways to sign in."""
