"""What the platform is and does; nothing in here knows a GraphQL type."""
