"""PYTHON_GIL: a build that always has the GIL ends when it is told 0, from 3.13 on; a free-threaded one obeys 0 and 1."""

import os
import subprocess
import sys
import sysconfig

ASK = "import sys; print(getattr(sys, '_is_gil_enabled', lambda: True)())"


def ask(value):
    """Whether the GIL is on in a Python that is told so; None where it does not start."""
    environment = {**os.environ, "PYTHON_GIL": value}
    done = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, timeout=60)
    return None if done.returncode else done.stdout.strip()


if sysconfig.get_config_var("Py_GIL_DISABLED"):
    expected = ["False", "True"]
elif sys.version_info >= (3, 13):
    expected = [None, "True"]
else:
    expected = ["True", "True"]
found = [ask("0"), ask("1")]
print("holds" if found == expected else found)
