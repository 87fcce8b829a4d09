"""GraphQL over HTTP: what a request asks, in which form it is answered, and with which status."""

from server.http.graphql.asked import Asked
from server.http.graphql.endpoint import Answer, CookieWish, GraphQLOverHTTP

__all__ = ["Answer", "Asked", "CookieWish", "GraphQLOverHTTP"]
