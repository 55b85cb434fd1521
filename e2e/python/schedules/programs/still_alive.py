"""Whether a thread lives still is a question of the moment."""
import threading


def work():
    pass


thread = threading.Thread(target=work)
thread.start()
print(thread.is_alive())
thread.join()
