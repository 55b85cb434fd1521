import threading
counter = 0
def add():
    global counter
    name = "first"
    value = counter
    value = value + 1
    name = "last"
    counter = value
threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(counter)
