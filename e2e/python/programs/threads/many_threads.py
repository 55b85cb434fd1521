"""Two hundred threads at once, all waiting, then all done."""

import threading

gate = threading.Event()
done = []


def work(number):
    gate.wait()
    done.append(number)


threads = [threading.Thread(target=work, args=(n,)) for n in range(200)]
for thread in threads:
    thread.start()
print(threading.active_count())
gate.set()
for thread in threads:
    thread.join()
print(len(done), sum(done), threading.active_count())
