import threading
forks = [threading.Lock() for _ in range(3)]
def eat(n):
    left, right = forks[n], forks[(n + 1) % 3]
    with left:
        with right:
            pass
threads = [threading.Thread(target=eat, args=(n,)) for n in range(3)]
for t in threads: t.start()
for t in threads: t.join()
