"""The program's own hook runs in the thread that failed, which lives until it has."""
import threading

log = []


def hook(args):
    log.append(args.exc_type.__name__)


threading.excepthook = hook
thread = threading.Thread(target=int, args=("one",))
thread.start()
log.append(thread.is_alive())
thread.join()
print(log)
