"""faulthandler writes down where every thread stands: when asked, after a time, and when a signal comes."""

import faulthandler
import os
import re
import signal
import tempfile
import threading
import time

go_on = threading.Event()


def waits():
    go_on.wait()


def read(file):
    file.seek(0)
    text = re.sub(r" \[.*\]", "", file.read())
    file.seek(0)
    file.truncate()
    return [line.split(" in ")[-1].split("0x")[0].strip() for line in text.splitlines() if " in " not in line or line.endswith(("waits", "<module>"))]


worker = threading.Thread(target=waits)
worker.start()
with tempfile.TemporaryFile("w+") as file:
    faulthandler.dump_traceback(file)
    print(read(file))
    faulthandler.dump_traceback(file, all_threads=False)
    print(read(file))
    faulthandler.dump_traceback_later(0.05, file=file)
    time.sleep(0.15)
    print(read(file))
    faulthandler.register(signal.SIGUSR1, file, all_threads=False)
    os.kill(os.getpid(), signal.SIGUSR1)
    print(read(file), faulthandler.unregister(signal.SIGUSR1))
go_on.set()
worker.join()
faulthandler.enable()
print(faulthandler.is_enabled())
