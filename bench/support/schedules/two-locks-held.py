import threading
a = threading.Lock()
b = threading.Lock()
def one():
    with a:
        n = 0
        n = 1
        with b:
            pass
def two():
    with b:
        n = 0
        n = 1
        with a:
            pass
threads = [threading.Thread(target=work) for work in (one, two)]
for thread in threads: thread.start()
for thread in threads: thread.join()
