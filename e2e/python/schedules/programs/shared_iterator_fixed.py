"""Each has one of its own."""
import threading

done = []


def work(who, jobs):
    for job in jobs:
        done.append(f"{who} {job}")


first = threading.Thread(target=work, args=("Ann", ["wash"]))
second = threading.Thread(target=work, args=("Bob", ["dry"]))
first.start()
second.start()
first.join()
second.join()
print(*sorted(done), sep=", ")
