"""What events, semaphores and barriers remember, and what they refuse."""

import threading


def raised(call, *args):
    try:
        call(*args)
    except Exception as error:
        return type(error)
    return None


event = threading.Event()
answers = [event.wait(timeout=0.01)]
event.set()
event.set()
answers += [event.wait(timeout=0.01), event.wait()]
event.clear()
answers.append(event.wait(timeout=0.01))

semaphore = threading.Semaphore(0)
semaphore.release(3)
taken = [semaphore.acquire(blocking=False) for _ in range(4)]
bounded = raised(threading.BoundedSemaphore(1).release)
wider = raised(threading.Semaphore(1).release)

calls = []
barrier = threading.Barrier(2, action=lambda: calls.append(barrier.n_waiting))
places = []


def meet():
    for _ in range(3):
        places.append(barrier.wait())


others = [threading.Thread(target=meet) for _ in range(2)]
for other in others:
    other.start()
for other in others:
    other.join()
lonely = raised(barrier.wait, 0.01)
broken = (barrier.broken, raised(barrier.wait))

found_out = (
    answers == [False, True, True, False]
    and taken == [True, True, True, False]
    and (bounded, wider) == (ValueError, None)
    and len(calls) == 3
    and sorted(places) == [0, 0, 0, 1, 1, 1]
    and lonely is threading.BrokenBarrierError
    and broken == (True, threading.BrokenBarrierError)
)
print("holds" if found_out else (answers, taken, bounded, wider, calls, places, lonely, broken))
