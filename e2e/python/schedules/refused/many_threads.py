"""More threads than a search can follow."""
import threading

for _ in range(50):
    threading.Thread(target=print).start()
