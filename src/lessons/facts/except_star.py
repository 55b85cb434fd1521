"""What `except*` refuses: an `except` beside it, and `return`, `break` and `continue` in its block."""

import sys

PLAIN = "    except* OSError: pass\n"
REFUSED = [PLAIN + "    except ValueError: pass\n"]
REFUSED += [f"    except* OSError: {word}\n" for word in ("return", "break", "continue")]


def compiles(handlers):
    try:
        compile("def f():\n  for _ in '1':\n    try: pass\n" + handlers, "<handlers>", "exec")
    except SyntaxError:
        return False
    return True


wrong = [handlers for handlers in REFUSED if compiles(handlers)]
if compiles(PLAIN) != (sys.version_info >= (3, 11)):
    wrong.append(PLAIN)
print(wrong or "holds")
