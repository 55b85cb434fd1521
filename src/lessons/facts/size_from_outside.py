"""PYTHON_CPU_COUNT and -X cpu_count overrule how many cores pools count, from 3.13 on."""

import os
import subprocess
import sys

ASK = """
import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
print(os.cpu_count(), ThreadPoolExecutor()._max_workers, ProcessPoolExecutor()._max_workers)
"""


def sizes(*options, **more):
    told = subprocess.run(
        [sys.executable, *options, "-c", ASK], env=os.environ | more, capture_output=True, text=True, check=True
    )
    return tuple(map(int, told.stdout.split()))


if sys.version_info >= (3, 13):
    wrong = [
        found for found in (sizes("-X", "cpu_count=3"), sizes(PYTHON_CPU_COUNT="3")) if found != (3, 7, 3)
    ]
else:
    cores = os.cpu_count()
    wrong = [found for found in (sizes(), sizes(PYTHON_CPU_COUNT="3")) if found != (cores, min(32, cores + 4), cores)]
print("holds" if not wrong else wrong)
