"""Unless somebody joins it."""
import threading

log = []


def work():
    log.append("began")
    log.append("ended")


thread = threading.Thread(target=work, daemon=True)
thread.start()
thread.join()
print(*log)
