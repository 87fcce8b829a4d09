"""What may be changed at one place of a predicate: for a node of its syntax tree, everything that could stand there by mistake."""

import ast
from collections.abc import Generator, Iterable
from typing import TypeAlias

# What is put in the place of a node, and, where that says more than both texts, in words what was done.
Change: TypeAlias = tuple[ast.expr, str]

JOINED = {"and_": "or_", "or_": "and_"}
COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
METHODS = {
    "is_": ("is_not",),
    "is_not": ("is_",),
    "is_distinct_from": ("is_not_distinct_from", "__ne__"),
    "in_": ("not_in",),
    "not_in": ("in_",),
}
NAMES = {"any_": "all_", "min": "max", "max": "min", "TOKYO": "UTC", "UTC": "TOKYO"}
STRINGS = {
    "approved": "applied",
    "awaiting": "declined",
    "confirmed": "awaiting",
    "declined": "awaiting",
    "company": "colleagues",
    "owner": "company_contact",
    "operator": "company_contact",
    "deputy": "company_contact",
    "company_contact": "deputy",
    "steward": "operator",
}
# Columns and attributes that could be taken for each other, by whose they are.
SIBLINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "viewer": {
        "groups": ("operates",),
        "operates": ("groups",),
        "companies": ("alumni_of",),
        "alumni_of": ("companies",),
    },
    "actor": {"groups": ("operates",), "operates": ("groups",), "companies": ("alumni_of",)},
    "block": {"blocker_id": ("blocked_id",), "blocked_id": ("blocker_id",)},
    "connection": {"member_id": ("other_id",), "other_id": ("member_id",)},
    "exclusion": {"member_id": ("other_id",), "other_id": ("member_id",)},
    "Opportunity": {"closed_at": ("hidden_at",), "hidden_at": ("closed_at",)},
    "opportunity": {"closed_at": ("hidden_at",), "hidden_at": ("closed_at",)},
    "Report": {
        "about_member_id": ("reporter_id",),
        "reporter_id": ("about_member_id", "decided_by"),
        "decided_at": ("filed_at",),
        "filed_at": ("decided_at",),
    },
    "Profile": {"listed_level": ("availability_level",), "availability_level": ("listed_level",)},
    "ConfirmationRequest": {"ended_at": ("expires_at",), "expires_at": ("at",)},
    "Level": {
        "ANYONE": ("SIGNED_IN",),
        "SIGNED_IN": ("ANYONE", "VERIFIED"),
        "VERIFIED": ("SIGNED_IN", "CHOSEN_GROUPS"),
        "CHOSEN_GROUPS": ("VERIFIED", "OWN_GROUPS"),
        "OWN_GROUPS": ("CHOSEN_GROUPS", "CONNECTIONS"),
        "CONNECTIONS": ("OWN_GROUPS", "ONLY_ME"),
        "ONLY_ME": ("CONNECTIONS",),
    },
}
TRUE, FALSE = ast.parse("true()", mode="eval").body, ast.parse("false()", mode="eval").body


def called(node: ast.AST) -> str:
    """The name of the function or the method that a node calls; empty: it calls nothing by name."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""


def negated(node: ast.expr) -> ast.Call:
    """A condition of a statement, the other way round."""
    return ast.Call(ast.Name("not_", ast.Load()), [node], [])


def changes(node: ast.AST) -> Generator[Change]:
    """Everything that may stand in the place of a node. The node itself is left as it is."""
    if isinstance(node, ast.Call):
        yield from _of_call(node)
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for operator in COMPARED.get(type(node.ops[0]), ()):
            yield ast.Compare(node.left, [operator()], node.comparators), ""
    elif isinstance(node, ast.BoolOp):
        yield from _of_words(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand, ""
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse), ""
    elif isinstance(node, (ast.Attribute, ast.Name, ast.Constant)):
        yield from _of_word(node)


def _of_call(node: ast.Call) -> Generator[Change]:
    name = called(node)
    if name in JOINED:
        yield ast.Call(ast.Name(JOINED[name], ast.Load()), node.args, []), f"{name}({said(node.args[0])}, …) → {JOINED[name]}"
        yield from _of_conditions(node, node.args, within=name)
    elif name == "where":
        yield from _of_where(node)
    elif name in {"not_", "aliased"}:
        yield node.args[0], ""
    elif name == "case":
        yield from _of_case(node)
    elif isinstance(node.func, ast.Attribute):
        yield from _of_method(node, node.func)
    elif name not in NAMES and len({*map(type, node.args)}) < len(node.args) == 2:
        yield ast.Call(node.func, [node.args[1], node.args[0]], []), ""


def _of_method(node: ast.Call, method: ast.Attribute) -> Generator[Change]:
    for other in METHODS.get(method.attr, ()):
        yield ast.Call(ast.Attribute(method.value, other, ast.Load()), node.args, []), ""
    if method.attr == "correlate_except":
        yield method.value, f"without .correlate_except({', '.join(map(said, node.args))})"
    elif method.attr in {"astimezone", "alias"}:
        yield method.value, ""


def _of_where(node: ast.Call) -> Generator[Change]:
    yield from _of_conditions(node, node.args, within="where")
    alone = len(node.args) == 1 and not isinstance(node.args[0], ast.Starred)
    if alone and isinstance(node.func, ast.Attribute) and called(node.func.value) == "select":
        yield node.func.value, f"without .where({said(node.args[0])})"


def _of_conditions(node: ast.Call, conditions: list[ast.expr], within: str) -> Generator[Change]:
    """Each condition left out, settled, and, where nothing in it is changed otherwise, the other way round."""
    settled = TRUE if within == "or_" else FALSE
    for at, condition in enumerate(conditions):
        if isinstance(condition, ast.Starred):
            continue
        before, after = conditions[:at], conditions[at + 1 :]
        text = said(condition)
        if len(conditions) > 1:
            yield ast.Call(node.func, [*before, *after], node.keywords), f"{within} without {text}"
        elif within == "where":
            # Nothing would be left to look into: a statement that no database runs.
            continue
        yield ast.Call(node.func, [*before, settled, *after], node.keywords), f"{within}: {text} → {said(settled)}"
        if _is_whole(condition):
            yield ast.Call(node.func, [*before, negated(condition), *after], node.keywords), f"{within}: {text} → not_"


def listed(node: ast.Tuple) -> Generator[Change]:
    """The same of conditions that stand in a tuple, for `where`."""
    for at, condition in enumerate(node.elts):
        before, after = node.elts[:at], node.elts[at + 1 :]
        yield ast.Tuple([*before, *after], ast.Load()), f"where without {said(condition)}"
        yield ast.Tuple([*before, FALSE, *after], ast.Load()), f"where: {said(condition)} → {said(FALSE)}"


def without_each(items: list[ast.expr]) -> Iterable[tuple[ast.expr, list[ast.expr]]]:
    """Each item, and the rest without it."""
    return [(item, [*items[:at], *items[at + 1 :]]) for at, item in enumerate(items)]


def _is_whole(condition: ast.expr) -> bool:
    """Whether a condition is a value or another predicate's answer: nothing in it would be turned round."""
    if isinstance(condition, (ast.Name, ast.Attribute)):
        return True
    return isinstance(condition, ast.Call) and called(condition) not in {*JOINED, *METHODS, "not_"}


def _of_case(node: ast.Call) -> Generator[Change]:
    for at, pair in enumerate(node.args):
        assert isinstance(pair, ast.Tuple)
        condition, value = pair.elts
        before, after = node.args[:at], node.args[at + 1 :]
        if len(node.args) > 1:
            yield ast.Call(node.func, [*before, *after], node.keywords), f"case without {said(condition)}"
        if after:
            yield ast.Call(node.func, [*before, after[0], pair, *after[1:]], node.keywords), f"case: {said(condition)} asked one later"
        for settled in (TRUE, FALSE):
            turned = ast.Tuple([settled, value], ast.Load())
            yield ast.Call(node.func, [*before, turned, *after], node.keywords), f"case: {said(condition)} → {said(settled)}"
    otherwise = next(keyword.value for keyword in node.keywords if keyword.arg == "else_")
    for settled in (TRUE, FALSE):
        # In the place of null or of an array, neither would be of the type of the rest.
        if called(otherwise) not in {"null", "array", called(settled)}:
            ended = [ast.keyword("else_", settled)]
            yield ast.Call(node.func, node.args, ended), f"case: else {said(otherwise)} → {said(settled)}"


def _of_words(node: ast.BoolOp) -> Generator[Change]:
    name, other = ("and", ast.Or()) if isinstance(node.op, ast.And) else ("or", ast.And())
    yield ast.BoolOp(other, node.values), ""
    for value, rest in without_each(node.values):
        yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest), f"{name} without {said(value)}"
        if isinstance(value, (ast.Name, ast.Attribute, ast.Call)):
            turned = [ast.UnaryOp(ast.Not(), each) if each is value else each for each in node.values]
            yield ast.BoolOp(node.op, turned), f"{name}: {said(value)} → not"


def _of_word(node: ast.Attribute | ast.Name | ast.Constant) -> Generator[Change]:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        for other in SIBLINGS.get(node.value.id, {}).get(node.attr, ()):
            yield ast.Attribute(node.value, other, ast.Load()), ""
    elif isinstance(node, ast.Name) and node.id in NAMES:
        yield ast.Name(NAMES[node.id], ast.Load()), ""
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value), ""
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield ast.Constant(node.value + 1), ""
        yield ast.Constant(node.value - 1), ""
    elif isinstance(node, ast.Constant) and node.value in STRINGS:
        yield ast.Constant(STRINGS[str(node.value)]), ""


def said(node: ast.AST) -> str:
    """A node's text on one line."""
    return " ".join(ast.unparse(node).split())
