"""After join it does not."""
import threading


def work():
    pass


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(thread.is_alive())
