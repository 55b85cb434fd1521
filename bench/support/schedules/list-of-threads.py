import threading

found = []

def work(name):
    found.append(name)
    found.append(name)

threads = []
for name in ("Ann", "Bob"):
    threads.append(threading.Thread(target=work, args=(name,)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(found))
