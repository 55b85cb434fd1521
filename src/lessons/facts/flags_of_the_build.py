"""The two flags of 3.14 for contexts: on in free-threaded builds, off in others, and `-X` decides. A thread follows them."""

import contextvars
import subprocess
import sys
import sysconfig
import threading
import warnings

INSIDE = """
import contextvars, sys, threading
user = contextvars.ContextVar("user", default="nobody")
user.set("Ada")
thread = threading.Thread(target=lambda: print(user.get()))
thread.start()
thread.join()
"""


def user_in_a_thread(*options):
    command = [sys.executable, *options, "-c", INSIDE]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.strip()


def other_thread_has_filter():
    """Whether a filter that `catch_warnings` holds here is seen by a thread with an empty context."""
    seen = []

    def warn():
        try:
            warnings.warn("a word", UserWarning)
        except UserWarning:
            seen.append(True)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        thread = threading.Thread(target=contextvars.Context().run, args=(warn,))
        thread.start()
        thread.join()
    return bool(seen)


warnings.simplefilter("ignore")
free = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
found = [other_thread_has_filter(), user_in_a_thread()]
expected = [True, "nobody"]
if sys.version_info >= (3, 14):
    found += [bool(sys.flags.thread_inherit_context), bool(sys.flags.context_aware_warnings)]
    found += [user_in_a_thread("-X", f"thread_inherit_context={flag}") for flag in (0, 1)]
    expected = [not free, "Ada" if free else "nobody", free, free, "nobody", "Ada"]
print("holds" if found == expected else found)
