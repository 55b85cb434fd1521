"""Five philosophers, five forks. All take the left one first: a deadlock."""

import threading

names = ("Hypatia", "Plato", "Simone", "Kant", "Hannah")
forks = [threading.Lock() for _ in names]
seated = threading.Barrier(len(names))


def dine(seat):
    left, right = forks[seat], forks[(seat + 1) % len(names)]
    with left:
        print(f"{names[seat]} has the left fork\n", end="")
        seated.wait()  # so that all have one; without it they might get away with it
        with right:
            print(f"{names[seat]} eats\n", end="")


threads = [
    threading.Thread(target=dine, args=(seat,), name=name)
    for seat, name in enumerate(names)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("All have eaten.")
