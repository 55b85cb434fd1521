"""Each cook needs both pans, and puts one back if the other is taken."""

import threading

copper = threading.Lock()
iron = threading.Lock()
cooked = []


def cook(first, second):
    for _ in range(2):
        with first:
            if second.acquire(blocking=False):
                cooked.append("soup")
                second.release()
                break


ada = threading.Thread(target=cook, args=(copper, iron), name="Ada")
ben = threading.Thread(target=cook, args=(iron, copper), name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(len(cooked), "cooked")
