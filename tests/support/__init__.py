"""What tests stand on: a real PostgreSQL, the running application, and clients that come through its front door."""
