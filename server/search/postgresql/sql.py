"""The text of the statements of a search, one for each shape: candidates under the seeker's eyes, and what is told of them.

Written as SQL, since building the same expressions anew for every search takes longer than running them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Integer, Text, TextualSelect, Uuid, bindparam, column, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSQUERY

# In PostgreSQL's order D, C, B, A. A word that is only begun counts half, and no more than one finished word of a name, however
# many words begin so; the steps are wide enough for a word begun in a weightier field to come before a whole one in the next.
# ts_rank gives a single occurrence its weight divided by pi squared over six, here undone.
_EXACT = """
        ts_rank(CAST('{0.02, 0.08, 0.3, 1.0}' AS float4[]), r.tokens, CAST(:exact_BRANCH AS tsquery)) * :exact_operands_BRANCH
      + least(
            ts_rank(CAST('{0.02, 0.08, 0.3, 1.0}' AS float4[]), r.tokens, CAST(:begins_BRANCH AS tsquery)) * :begins_operands_BRANCH,
            0.608
        ) / 2"""
# Other words for the same count less than what was typed, however many of them a document has.
_OTHER = """
      + least(
            ts_rank(CAST('{0.02, 0.08, 0.3, 1.0}' AS float4[]), r.tokens, CAST(:others_BRANCH AS tsquery)) * :others_operands_BRANCH,
            0.4
        ) / 2"""
# A name that only has the kanji, as 森田 has 森, comes behind who is called so.
_KANJI = """
      + ts_rank(CAST('{0.02, 0.08, 0.3, 1.0}' AS float4[]), r.tokens, CAST(:kanji_BRANCH AS tsquery)) * :kanji_operands_BRANCH * 0.8"""
# A step is more than any rank.
_STEP = 20_000_000
_COLUMNS = "SELECT d.id, RANK AS rank, OWN AS ownFACETS FROM SOURCE AS dREAD"
_DOCUMENTS = "search_documents"
_WHERE = "WHERE d.index = :index"
# So many are looked at that it is known whether there are more than enough; where there are, none of them is ranked here.
_SOME = "SELECT d.id, d.tokens, d.facets FROM search_documents AS d"
_LIMIT = "LIMIT :enough + 1"
_ENOUGH = "WHERE (SELECT count(*) FROM found_BRANCH) <= :enough"
# What has the words as they were typed is found many times faster than what has them in any way, and may be enough.
_SURE = "SELECT FROM search_documents AS d"
_NOT_ENOUGH = "AND (SELECT count(*) FROM sure) <= :enough"
_WITHIN = "AND d.id >= :since AND d.id < :before"
# A vector lies beside its row, and is fetched anew by each function that looks into it: so it is read once, into a value of its own.
_READ_ONCE = " CROSS JOIN LATERAL (SELECT d.tokens || CAST('' AS tsvector) AS tokens OFFSET 0) AS r"
_MATCHES = "AND d.tokens @@ CAST(:matches_BRANCH AS tsquery)"
_FILTER = "AND d.facets && :filter_NUMBER_BRANCH"
_WITHOUT = "AND NOT d.facets && :without"
_READABLE = "AND d.id IN (SELECT * FROM readable)"
_OTHERS = """
    AND d.listed && :tags AND NOT d.hidden_from && :belongs
    AND d.id <> ALL (:hidden) AND (d.owner IS NULL OR d.owner <> ALL (:hidden))"""
_NOT_OWN = "AND d.owner IS DISTINCT FROM :member"
_OWN = "AND d.owner = :member"

_TOTAL = "(SELECT count(*) FROM candidates) AS total"
_TOTAL_OF_SOME = "(SELECT count(*) FROM found_others)OWN AS total"
_TOTAL_OF_SURE = "greatest((SELECT count(*) FROM found_others), (SELECT count(*) FROM sure))OWN AS total"
_TOTAL_OWN = " + (SELECT count(*) FROM found_own)"
_HITS = """
    (SELECT coalesce(jsonb_agg(jsonb_build_array(page.id, page.rank, FIELDS) ORDER BY page.rank DESC, page.id DESC), '[]')
     FROM (SELECT c.id, c.rank, c.own FROM candidates AS c PLACE ORDER BY c.rank DESC, c.id DESC LIMIT :limit) AS page) AS hits"""
_FIELDS = """
    (SELECT coalesce(jsonb_agg(f.name), '[]')
     FROM search_documents AS d, unnest(d.field_names, d.field_tokens) AS f (name, tokens)
     WHERE d.index = :index AND d.id = page.id
       AND f.tokens @@ CASE WHEN page.own THEN CAST(:either_own AS tsquery) ELSE CAST(:either_others AS tsquery) END)"""
_PLACE = "WHERE (c.rank, c.id) < (:place_rank, :place_id)"
# Grouping what is written, before its tags are read, is several times faster than reading the tags of every document;
# OFFSET 0 keeps the planner from turning that round. A document has a value under one open tag at most, but may have it under
# several circles of the seeker's: of these, which are few (their tags are longer than any level), the documents are told apart.
_COUNTS = """
    (SELECT coalesce(jsonb_agg(jsonb_build_array(w.told, w.documents)), '[]')
     FROM (SELECT substr(g.written, strpos(g.written, '/') + 1) AS told,
               coalesce(sum(g.documents) FILTER (WHERE g.id IS NULL), 0) + count(DISTINCT g.id) AS documents
           FROM (SELECT v.written, c.own, CASE WHEN strpos(v.written, '/') > 3 THEN c.id END AS id, count(*) AS documents
                 FROM candidates AS c, unnest(c.facets) AS v (written)
                 WHERE strpos(v.written, '/') <= 3 OR NOT c.facets && ARRAY(
                     SELECT o.tag || substr(v.written, strpos(v.written, '/'))
                     FROM unnest(CASE WHEN c.own THEN :open_own ELSE :open_others END) AS o (tag))
                 GROUP BY 1, 2, 3 OFFSET 0) AS g
           WHERE split_part(g.written, '/', 1) = ANY (CASE WHEN g.own THEN :tags_own ELSE :tags END)
             AND split_part(g.written, '/', 2) = ANY (:facets)
           GROUP BY 1) AS w) AS counts"""

_TEXTS, _IDS = ARRAY(Text()), ARRAY(Uuid())
_TYPES: dict[str, Any] = {
    "place_id": Uuid(), "member": Uuid(), "belongs": _IDS, "hidden": _IDS, "tags": _TEXTS, "tags_own": _TEXTS, "facets": _TEXTS,
    "without": _TEXTS, "open_own": _TEXTS, "open_others": _TEXTS,
    "limit": Integer(), "place_rank": Integer(), "enough": Integer(), "since": Uuid(), "before": Uuid(),
}  # fmt: skip


_PARAMETER = re.compile(r":(\w+)")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the text of a statement depends on; everything else is a parameter."""

    told: tuple[str, ...]
    words: bool
    member: bool
    restricted: bool
    filters: int
    place: bool = False
    ranked: bool = True
    others: bool = False
    kanji: bool = False
    ladders: tuple[int, ...] = ()
    firsts: bool = False
    without: bool = False
    newest: bool = False
    bounded: bool = False
    sure: bool = False
    within: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A statement without values; SQLAlchemy keeps what it compiled of `select` as long as the text is the same."""

    select: TextualSelect
    parameters: frozenset[str]


@lru_cache(maxsize=256)
def template(shape: Shape) -> Template:
    """Return the statement of a shape. A `restricted` one awaits a CTE by the name of readable, of one column."""
    branches = ("others", "own") if shape.member else ("others",)
    found = [f"found_{branch} AS MATERIALIZED ({_some(shape, branch)})" for branch in branches] if shape.bounded else []
    found = [f"sure AS MATERIALIZED ({_sure(shape)})", *found] if shape.sure else found
    candidates = f"candidates AS ({' UNION ALL '.join(_branch(shape, branch) for branch in branches)})"
    told = ", ".join(_told(shape, name) for name in shape.told)
    # The outer level leaves room for the CTE of `restrict`.
    written = f"answer.* FROM (WITH {', '.join([*found, candidates])} SELECT {told}) AS answer"
    parameters = frozenset(_PARAMETER.findall(written))
    bound = [bindparam(name, type_=_type_of(name)) for name in parameters]
    columns = [column(name, Integer() if name == "total" else JSONB()) for name in shape.told]
    return Template(text(f"SELECT {written}").bindparams(*bound).columns(*columns), parameters)


def _branch(shape: Shape, branch: str) -> str:
    """Return the documents of a branch with their ranks."""
    rank = _rank(shape)
    columns = (
        _COLUMNS.replace("RANK", rank)
        .replace("SOURCE", "found_BRANCH" if shape.bounded else _DOCUMENTS)
        .replace("READ", _READ_ONCE if "r.tokens" in rank else "")
        .replace("FACETS", ", d.facets" if "counts" in shape.told else "")
        .replace("OWN", "true" if branch == "own" else "false")
    )
    return f"{columns} {_ENOUGH if shape.bounded else _conditions(shape, branch)}".replace("BRANCH", branch)


def _some(shape: Shape, branch: str) -> str:
    not_enough = _NOT_ENOUGH if shape.sure and branch == "others" else ""
    return f"{_SOME} {_conditions(shape, branch)} {not_enough} {_LIMIT}".replace("BRANCH", branch)


def _sure(shape: Shape) -> str:
    conditions = _conditions(shape, "others").replace(":matches_BRANCH", ":sure_BRANCH")
    return f"{_SURE} {conditions} {_LIMIT}".replace("BRANCH", "others")


def _conditions(shape: Shape, branch: str) -> str:
    conditions = [_WHERE]
    conditions += [_MATCHES] if shape.words else []
    conditions += [_WITHIN] if shape.within else []
    conditions += [_FILTER.replace("NUMBER", str(number)) for number in range(shape.filters)]
    conditions += [_READABLE] if shape.restricted else []
    if branch == "own":
        conditions.append(_OWN)
    else:
        conditions += [_OTHERS, _NOT_OWN] if shape.member else [_OTHERS]
        conditions += [_WITHOUT] if shape.without else []
    return " ".join(conditions)


def _rank(shape: Shape) -> str:
    if not shape.words or not shape.ranked:
        return "0"
    # What has all that was asked for comes before all that has not, however well that meets the conditions.
    above = sum(shape.ladders[:-1]) if shape.firsts else 0
    last = len(shape.ladders) - 1
    ladders = [_ladder(number, steps, above if number == last else 0) for number, steps in enumerate(shape.ladders)]
    if shape.newest:
        return "0" + "".join(ladders)
    return f"CAST(164493 * ({_EXACT}{_OTHER if shape.others else ''}{_KANJI if shape.kanji else ''}) AS integer)" + "".join(ladders)


def _ladder(number: int, steps: int, above: int) -> str:
    heights = [steps - step + (above if step == 0 else 0) for step in range(steps)]
    met = "WHEN r.tokens @@ CAST(:ladder_{}_{}_BRANCH AS tsquery) THEN {}"
    cases = [met.format(number, step, _STEP * height) for step, height in enumerate(heights)]
    return f" + CASE {' '.join(cases)} ELSE 0 END"


def _told(shape: Shape, name: str) -> str:
    if name == "hits":
        hits = _HITS.replace("FIELDS", _FIELDS if shape.words else "CAST('[]' AS jsonb)")
        return hits.replace("PLACE", _PLACE if shape.place else "")
    if name == "total" and shape.bounded:
        total = _TOTAL_OF_SURE if shape.sure else _TOTAL_OF_SOME
        return total.replace("OWN", _TOTAL_OWN if shape.member else "")
    return {"total": _TOTAL, "counts": _COUNTS}[name]


def _type_of(parameter: str) -> Any:
    if parameter.startswith("filter_"):
        return _TEXTS
    if parameter.endswith(("operands_others", "operands_own")):
        return Integer()
    if parameter.startswith(("matches_", "exact_", "begins_", "others_", "kanji_", "either_", "ladder_", "sure_")):
        # Given as text, it would be read anew for every row as soon as PostgreSQL plans for any value.
        return TSQUERY()
    return _TYPES.get(parameter, Text())
