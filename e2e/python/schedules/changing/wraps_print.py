"""Wraps `print`, in each run anew."""
import builtins

original = builtins.print
builtins.print = lambda *words: original("[log]", *words)
print("hello")
