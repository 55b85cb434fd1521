"""A forced order that a mended program makes impossible: the limit of the wait ends it, and all is well."""

import threading
import time

lock, inside, light = threading.Lock(), 0, False
hand_on_switch, ben_is_in = threading.Event(), threading.Event()
came_in_time = []


def switch(on):
    global light
    if not on:
        hand_on_switch.set()
        came_in_time.append(ben_is_in.wait(0.5))
    light = on


def enter():
    global inside
    with lock:
        inside += 1
        switch(True)


def leave():
    global inside
    with lock:
        inside -= 1
        if inside == 0:
            switch(False)


enter()
start = time.perf_counter()
ada = threading.Thread(target=leave)
ada.start()
hand_on_switch.wait()
enter()
ben_is_in.set()
ada.join()
took = time.perf_counter() - start
print("holds" if light and came_in_time == [False] and took >= 0.45 else (light, came_in_time, took))
