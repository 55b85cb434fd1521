"""sys.stdout.buffer takes bytes; a character may come in two pieces."""

import sys

print("text", flush=True)
print(sys.stdout.buffer.write(b"bytes\n"), file=sys.stderr)
sys.stdout.buffer.write(bytearray("na\u00efve ".encode()))
euro = memoryview("\u20ac\n".encode())
sys.stdout.buffer.write(euro[:2])
sys.stdout.buffer.write(euro[2:])
sys.stdout.buffer.flush()
try:
    sys.stdout.buffer.write("text")
except TypeError as error:
    print(type(error).__name__)
print(sys.stdout.buffer.writable(), sys.stdout.buffer.readable())
