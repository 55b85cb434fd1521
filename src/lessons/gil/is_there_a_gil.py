"""Does this Python have a GIL? Works on every version; free-threaded builds exist since 3.13."""

import sys
import sysconfig

free_threaded = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
gil_enabled = getattr(sys, "_is_gil_enabled", lambda: True)()

print(f"Python {sys.version_info.major}.{sys.version_info.minor}")
print(f"built free-threaded: {'yes' if free_threaded else 'no'}")
print(f"GIL in use now: {'yes' if gil_enabled else 'no'}")
