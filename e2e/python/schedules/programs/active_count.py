"""How many threads there are changes while one asks."""
import threading


def work():
    pass


thread = threading.Thread(target=work)
thread.start()
print(threading.active_count())
thread.join()
