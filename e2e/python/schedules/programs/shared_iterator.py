"""Two threads draw from one iterator: who gets what?"""
import threading

jobs = iter(["wash", "dry"])
done = []


def work(who):
    for job in jobs:
        done.append(f"{who} {job}")


first = threading.Thread(target=work, args=("Ann",))
second = threading.Thread(target=work, args=("Bob",))
first.start()
second.start()
first.join()
second.join()
print(*sorted(done), sep=", ")
