"""Two people want the last ticket. Both look before either has bought it."""

import threading
import time

tickets = 1


def buy(who):
    global tickets
    if tickets > 0:
        time.sleep(0.1)  # meanwhile the other one looks
        tickets -= 1
        print(f"{who} has a ticket\n", end="")
    else:
        print(f"{who} came too late\n", end="")


threads = [threading.Thread(target=buy, args=(who,)) for who in ("Ada", "Ben")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{tickets} tickets left")
