"""sys.stdin by the line, by the character, and all that is left."""

import sys

print(repr(input()))
print(repr(sys.stdin.readline()))
print(repr(sys.stdin.readline(3)), repr(sys.stdin.readline(0)), repr(sys.stdin.readline(100)))
print(repr(sys.stdin.read(9)), repr(sys.stdin.read(0)))
print(repr(sys.stdin.read()))
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines())
try:
    input()
except EOFError as error:
    print("EOFError:", error)
