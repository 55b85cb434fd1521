"""The main thread is the third."""
import threading

barrier = threading.Barrier(3)

first = threading.Thread(target=barrier.wait)
second = threading.Thread(target=barrier.wait)
first.start()
second.start()
barrier.wait()
print("together")
