"""sys.stdin as an iterable of lines, and what is left of it as a list."""

import sys

for number, line in enumerate(sys.stdin, start=1):
    print(number, line.rstrip())
    if line == "stop\n":
        break
print([int(word) for line in sys.stdin.readlines() for word in line.split()])
print(list(sys.stdin))
