import threading


def work(which):
    total = 0
    for n in range(800):
        total += n
        last = which


threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
