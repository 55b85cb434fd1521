"""A Barrier: nobody begins a round before all have ended the last; one of them runs the action."""

import threading

rounds = []
finished = []
barrier = threading.Barrier(3, action=lambda: rounds.append(sorted(finished)), timeout=5)
indexes = []


def work(name):
    for number in range(3):
        finished.append((number, name))
        indexes.append(barrier.wait())


threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([len(seen) for seen in rounds])
print(sorted(indexes))
print(barrier.parties, barrier.n_waiting, barrier.broken)
