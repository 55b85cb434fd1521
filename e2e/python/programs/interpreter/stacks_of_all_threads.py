"""Where every thread stands, blocked ones too."""

import sys
import threading
import time
import traceback

release = threading.Event()
ready = threading.Barrier(3)


def wait_for_reply():
    ready.wait()
    release.wait()


def fetch_page():
    wait_for_reply()


def save_page():
    wait_for_reply()


threads = [threading.Thread(target=fetch_page, name="loader"), threading.Thread(target=save_page, name="saver")]
for t in threads:
    t.start()
ready.wait()
names = {t.ident: t.name for t in threading.enumerate()}
time.sleep(0.1)
frames = {names[i]: [s.name for s in traceback.extract_stack(f)] for i, f in sys._current_frames().items() if i in names}
for name in ("loader", "saver"):
    own = [s for s in frames[name] if s in ("fetch_page", "save_page", "wait_for_reply")]
    print(f"{name}: {' > '.join(own)}")
print("main is in its module:", "<module>" in frames["MainThread"])
release.set()
for t in threads:
    t.join()
print("left:", [t.name for t in threading.enumerate()])
