"""The engine of larger deployments: Meilisearch, which is given our own analysis and answers with ids."""
