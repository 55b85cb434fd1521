"""A daemon thread may be cut off within a line that it writes. `--count` tells how often of thirty times."""

import pathlib
import subprocess
import sys
import tempfile

PROGRAM = """
import sys, threading, time
def write():
    with open(sys.argv[1], "w") as file:
        while True:
            file.write("." * 1000)
            file.flush()
            file.write("\\n")
            file.flush()
threading.Thread(target=write, daemon=True).start()
time.sleep(0.1)
"""


def ends_within_a_line(path):
    # What such a thread says of its end is of no matter here.
    subprocess.run([sys.executable, "-c", PROGRAM, path], check=True, stderr=subprocess.DEVNULL)
    return not path.read_text().endswith("\n")


with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder, "lines.txt")
    if "--count" in sys.argv:
        print(sum(ends_within_a_line(path) for _ in range(30)))
    else:
        print("holds" if any(ends_within_a_line(path) for _ in range(30)) else "never")
