"""HTTP: cookies, GraphQL over POST, health, metrics, the outbox page, and the built web client."""
