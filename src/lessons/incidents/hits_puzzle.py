"""Two workers of a web service count the pages that they serve."""

import threading

hits = {"home": 0, "shop": 0}


def serve(pages):
    for page in pages:
        hits[page] += 1  # one statement, so it needs no lock


ada = threading.Thread(target=serve, args=(["home", "shop"],), name="Worker 1")
ben = threading.Thread(target=serve, args=(["shop", "home"],), name="Worker 2")
ada.start()
ben.start()
ada.join()
ben.join()
print("hits:", hits["home"], hits["shop"])
