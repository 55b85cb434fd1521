import threading
buffer = []
room = 1
changed = threading.Condition()
got = []
def produce(n):
    with changed:
        while len(buffer) >= room:
            changed.wait()
        buffer.append(n)
        changed.notify_all()
def consume():
    for _ in range(2):
        with changed:
            while not buffer:
                changed.wait()
            got.append(buffer.pop())
            changed.notify_all()
threads = [threading.Thread(target=produce, args=(n,)) for n in range(2)] + [threading.Thread(target=consume)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(got))
