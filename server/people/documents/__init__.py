"""What of a person can be found by search: each field for those who may see it, and only of verified members."""

from server.people.documents.circles import Circles, circles_of, kept_from
from server.people.documents.histories import with_kin
from server.people.documents.persons import person_documents, person_ids_after, skill_words
from server.people.rules import INDEX

__all__ = ["INDEX", "Circles", "circles_of", "kept_from", "person_documents", "person_ids_after", "skill_words", "with_kin"]
