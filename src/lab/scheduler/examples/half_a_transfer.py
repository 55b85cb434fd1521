"""An audit counts the money in the middle of a transfer.

No update is lost, and the sum is right at the end. But a
CPython without a GIL lets the audit see 90, or even 110.
"""

import threading

accounts = {"Ada": 50, "Bob": 50}


def transfer():
    accounts["Ada"] -= 10
    accounts["Bob"] += 10


def audit():
    total = accounts["Ada"] + accounts["Bob"]
    print("the audit finds", total)


threads = [threading.Thread(target=transfer), threading.Thread(target=audit)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(accounts.values()), "in the end")
