"""Nobody waits for a daemon."""
import threading

log = []


def work():
    log.append("began")
    log.append("ended")


threading.Thread(target=work, daemon=True).start()
print(*log)
