"""What time.sleep takes, and what it refuses."""

import time
from decimal import Decimal

start = time.perf_counter()
time.sleep(0)
time.sleep(True / 100)
time.sleep(0.05)
print(f"{time.perf_counter() - start:.1f}")
for wrong in (-1, float("nan"), "1", None, [], Decimal("0.1")):
    try:
        time.sleep(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
time.sleep(0.01)
print("end")
