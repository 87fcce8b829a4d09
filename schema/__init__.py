"""The GraphQL layer: what the platform offers to its clients, one folder a noun."""
