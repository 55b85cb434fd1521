"""Settings of the interpreter and of modules, each a little further than it was."""
import calendar
import decimal
import math
import sys

before = sys.getrecursionlimit(), decimal.getcontext().prec, calendar.firstweekday(), getattr(math, "cache", None)
sys.setrecursionlimit(sys.getrecursionlimit() + 50)
decimal.getcontext().prec -= 5
calendar.setfirstweekday((calendar.firstweekday() + 1) % 7)
math.cache = {}
print(before == (1000, 28, 0, None))
