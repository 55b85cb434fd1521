"""Puts something before what is printed."""
import sys


class Prefixed:
    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        self.stream.write(text if text == "\n" else f"> {text}")

    def flush(self):
        self.stream.flush()


sys.stdout = Prefixed(sys.stdout)
print("hello")
