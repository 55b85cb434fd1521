"""Whoever is fast comes again before the other has noticed that it may go."""
import threading

condition = threading.Condition()
arrived = 0


def barrier():
    global arrived
    with condition:
        arrived += 1
        if arrived == 2:
            arrived = 0
            condition.notify_all()
        while arrived:
            condition.wait()


def work():
    barrier()
    barrier()


first = threading.Thread(target=work)
second = threading.Thread(target=work)
first.start()
second.start()
first.join()
second.join()
print("done")
