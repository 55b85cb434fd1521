"""Who comes first is anybody's guess: both orders are right."""

import threading

winner = []


def run(name):
    winner.append(name)


threads = [threading.Thread(target=run, args=(name,)) for name in ("hare", "tortoise")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("and the winner is:", winner[0])
print(sorted(winner))
