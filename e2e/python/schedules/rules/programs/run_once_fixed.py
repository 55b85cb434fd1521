"""The lock covers looking and setting."""
import threading

done = False
runs = 0
lock = threading.Lock()


def run_once():
    global done, runs
    with lock:
        if not done:
            done = True
            runs += 1


first = threading.Thread(target=run_once)
second = threading.Thread(target=run_once)
first.start()
second.start()
first.join()
second.join()
print(runs)
