"""After join there is only the main thread."""
import threading


def work():
    pass


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(threading.active_count())
