"""A flag is looked at, then set; nothing is called between."""
import threading

done = False
runs = 0


def run_once():
    global done, runs
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
