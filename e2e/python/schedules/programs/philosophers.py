"""Three philosophers take the left fork first."""
import threading

forks = [threading.Lock() for _ in range(3)]


def eat(left, right):
    with left:
        with right:
            pass


threads = [threading.Thread(target=eat, args=(forks[n], forks[(n + 1) % 3])) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have eaten")
