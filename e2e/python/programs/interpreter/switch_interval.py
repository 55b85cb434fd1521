"""The switch interval can be asked for and set, within reason."""

import sys

print(sys.getswitchinterval())
sys.setswitchinterval(0.01)
print(sys.getswitchinterval())
for wrong in (0, -1):
    try:
        sys.setswitchinterval(wrong)
    except ValueError as error:
        print("ValueError:", error)
try:
    sys.setswitchinterval("soon")
except TypeError:
    print("TypeError")
