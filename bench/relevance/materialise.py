"""`python -m bench.relevance.materialise`: write the answers anew, from what the queries mean and the facts alone.

Of every set, or of those that are named (`python -m bench.relevance.materialise fresh`); no other is read.
"""

import sys
from dataclasses import replace

from bench.relevance.facts import graded
from bench.relevance.queries import SETS, Judged, load, save
from bench.relevance.world import people, posts


def answered(query: Judged) -> Judged:
    """Return the query with the answers that its facts have in the world."""
    by_grade = graded(query.facts, people().values()) if query.find == "people" else graded(query.facts, posts().values())
    return replace(query, answers={handle: grade for grade, handles in by_grade.items() for handle in handles})


def main() -> None:
    """Write the sets; tell how many queries and answers there are, and nothing of what they are."""
    for name in sys.argv[1:] or SETS:
        queries = [answered(query) for query in load(name)]
        save(name, queries)
        print(f"{name}: {len(queries)} queries, {sum(len(query.answers) for query in queries)} answers")


if __name__ == "__main__":
    main()
