"""What a thread keeps in a local goes when the thread ends."""

import gc
import threading
import weakref


class Thing:
    pass


data = threading.local()
kept = []


def work():
    data.thing = Thing()
    kept.append(weakref.ref(data.thing))


thread = threading.Thread(target=work)
thread.start()
thread.join()
del thread
gc.collect()
print(kept[0]() is None, hasattr(data, "thing"))
