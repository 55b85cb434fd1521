"""What belongs together is put as one."""
import queue
import threading

letters = queue.Queue()


def produce(who):
    letters.put((f"{who}1", f"{who}2"))


first = threading.Thread(target=produce, args=("a",))
second = threading.Thread(target=produce, args=("b",))
first.start()
second.start()
first.join()
second.join()
print(*letters.get(), *letters.get())
