"""How many cores does Python see, and how many workers do its pools take if you do not say?"""

import math
import os
import sys
from pathlib import Path


def quota():
    """Cores' worth of time that a container grants (Linux, cgroup v2); None without a limit, or where nobody can tell."""
    try:
        granted, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
    except (OSError, ValueError):
        return None
    return None if granted == "max" else int(granted) / int(period)


def usable():
    """Cores that this process may use, with its container's limit."""
    granted = quota()
    return cores if granted is None else max(1, min(cores, math.ceil(granted)))


machine = os.cpu_count() or 1
cores = (os.process_cpu_count() if sys.version_info >= (3, 13) else machine) or 1
print(f"cores of the machine: {machine}")
print(f"cores that this process may use, as Python counts them: {cores}")
print(f"limit of the container: {'none found' if quota() is None else f'{quota():g} cores'}")
print(f"a pool of threads takes at most {min(32, cores + 4)}, a pool of processes {cores}")
print(f"for work that computes, begin with {usable()}")
