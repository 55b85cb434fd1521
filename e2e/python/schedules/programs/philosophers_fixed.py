"""One of them takes the right fork first."""
import threading

forks = [threading.Lock() for _ in range(3)]


def eat(one, other):
    with one:
        with other:
            pass


pairs = [(forks[0], forks[1]), (forks[1], forks[2]), (forks[0], forks[2])]
threads = [threading.Thread(target=eat, args=pair) for pair in pairs]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have eaten")
