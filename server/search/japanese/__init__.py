"""The analysis of texts and queries, done once, in our code, for every engine."""
