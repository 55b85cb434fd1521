"""Compares programs two by two, as CPython parses them: JSON with pairs of texts in, JSON with the numbers that differ in each out.

A pair that differs in anything but its whole numbers has null, and so has one of which a text is no Python.
"""

import ast
import json
import sys


def differing(before: ast.AST | object, after: ast.AST | object) -> list[tuple[float, float]] | None:
    """The constants that differ between two trees; None where anything else does."""
    if type(before) is not type(after) and not (isinstance(before, float) and isinstance(after, int)):
        return None
    if isinstance(before, ast.AST):
        pairs = [(getattr(before, name, None), getattr(after, name, None)) for name in before._fields]
    elif isinstance(before, list):
        if len(before) != len(after):
            return None
        pairs = list(zip(before, after))
    elif before == after:
        return []
    else:
        return [(before, after)] if isinstance(before, (int, float)) and not isinstance(before, bool) else None
    found = [differing(*pair) for pair in pairs]
    return None if None in found else [one for some in found for one in some]


def compare(before: str, after: str) -> list[tuple[float, float]] | None:
    try:
        return differing(ast.parse(before), ast.parse(after))
    except SyntaxError:
        return None


json.dump([compare(*pair) for pair in json.load(sys.stdin)], sys.stdout)
