"""A schedule as a test: Ada has her hand on the switch when Ben comes in."""

import threading


class Office:
    def __init__(self):
        self.lock, self.inside, self.light = threading.Lock(), 0, False

    def switch(self, on):
        self.light = on

    def enter(self):
        with self.lock:
            self.inside += 1
            self.switch(True)

    def leave(self):
        with self.lock:
            self.inside -= 1
            last = self.inside == 0
        if last:
            self.switch(False)


def ben_has_light(office, limit=0.5):
    """What Ben finds if Ada waits, with her hand on the switch, until he is in or the limit is over."""
    hand_on_switch, ben_is_in = threading.Event(), threading.Event()
    switch = office.switch

    def switch_slowly(on):
        if not on:
            hand_on_switch.set()
            ben_is_in.wait(limit)
        switch(on)

    office.enter()
    office.switch = switch_slowly
    ada = threading.Thread(target=office.leave, name="Ada")
    ada.start()
    assert hand_on_switch.wait(limit), "Ada never came to the switch"
    office.enter()
    ben_is_in.set()
    ada.join()
    return office.light


print("Ben has light, in five runs:", [ben_has_light(Office()) for _ in range(5)])
