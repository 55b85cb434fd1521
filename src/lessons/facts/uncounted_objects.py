"""Since 3.12 nobody counts the references to None; before, everybody did."""

import sys

before = sys.getrefcount(None)
many = [None] * 1000
grown = sys.getrefcount(None) - before
expected = 0 if sys.version_info >= (3, 12) else 1000
print("holds" if abs(grown - expected) < 10 else grown)
