"""Ada and Ben take jobs from a queue until it is empty."""

import queue
import threading

jobs = queue.SimpleQueue()
jobs.put("cook")
jobs.put("sweep")
done = []


def work():
    while True:
        try:
            done.append(jobs.get_nowait())
        except queue.Empty:
            return


ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
done.sort()
print(*done)
