"""With the GIL, a key loses updates where its hash is written in Python, and only there."""

import sys
import threading
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from ipaddress import ip_address
from pathlib import Path

ROUNDS = 50_000


@dataclass(frozen=True)
class Size:
    letter: str


Color = Enum("Color", "RED")
in_python = [Size("M"), Color.RED, Path("a"), ip_address("10.0.0.1"), Fraction(1, 3)]
plain = ["M", 1, ("M", 1), date(2026, 1, 1), Decimal("1.5")]


def lost(key):
    counts = {key: 0}

    def work():
        for _ in range(ROUNDS):
            counts[key] += 1

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return 2 * ROUNDS - counts[key]


sys.setswitchinterval(1e-5)
safe = [key for key in in_python if not any(lost(key) for _ in range(40))]
unsafe = [key for key in plain if any(lost(key) for _ in range(5))]
print("holds" if not safe and not unsafe else f"lost nothing: {safe}; lost: {unsafe}")
