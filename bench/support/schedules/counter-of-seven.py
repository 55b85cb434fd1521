import threading
counter = 0
def add():
    global counter
    first = 1
    second = 2
    value = counter
    value = value + 1
    third = 3
    fourth = 4
    counter = value
threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(counter)
