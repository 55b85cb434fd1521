"""Each waits for the end of its own round."""
import threading

condition = threading.Condition()
arrived = rounds = 0


def barrier():
    global arrived, rounds
    with condition:
        mine = rounds
        arrived += 1
        if arrived == 2:
            arrived = 0
            rounds += 1
            condition.notify_all()
        while rounds == mine:
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
