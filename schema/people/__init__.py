"""People in the graph: persons, affiliations, skills, the own profile."""
