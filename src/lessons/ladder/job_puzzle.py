"""Ada and Ben each look for a job. There is one."""

import threading

jobs = ["sweep"]
done = []


def work():
    if jobs:
        done.append(jobs.pop())


ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(len(done), "done")
