"""What a thread kept for itself is finalized when it is not alive any more, and before it can be joined."""
import threading

log = []
local = threading.local()


class Noisy:
    def __del__(self):
        log.append("gone")


def keep():
    local.noisy = Noisy()


thread = threading.Thread(target=keep)
thread.start()
alive = thread.is_alive()
log.append(alive)
thread.join()
print(log)
