"""A barrier breaks by a timeout, by abort(), and by an action that fails; reset() mends it."""

import threading

log = []


def wait(barrier, name):
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        log.append(f"{name}: broken")


def run(barrier, spoil):
    thread = threading.Thread(target=wait, args=(barrier, "other"))
    thread.start()
    while barrier.n_waiting == 0:
        pass
    try:
        spoil()
    except (threading.BrokenBarrierError, ZeroDivisionError) as error:
        log.append(f"main: {type(error).__name__}")
    thread.join()
    log.append(barrier.broken)


waits = threading.Barrier(3)
run(waits, lambda: waits.wait(timeout=0.05))
waits.reset()
log.append(waits.broken)
run(waits, waits.abort)
failing = threading.Barrier(2, action=lambda: 1 // 0)
run(failing, failing.wait)
print(*log, sep="\n")
