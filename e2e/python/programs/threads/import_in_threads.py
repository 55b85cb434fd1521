"""Several threads import the same module: it is loaded once, and all get the same."""

import sys
import threading

sys.modules.pop("colorsys", None)
found = []
barrier = threading.Barrier(4)


def work():
    barrier.wait()
    import colorsys

    found.append(colorsys)


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(found), len({id(module) for module in found}), found[0].__name__)
