"""Leaves in the page's own JavaScript, and in the kernel, what would go on when the program has ended, and hear of the next."""

import time

import timeslice.kernel.kernel as kernel
import timeslice.network.network as network

ended = False


def spin(*arguments):
    until = time.perf_counter() + 3
    while time.perf_counter() < until:
        pass
    print("STILL COMPUTING AFTER THE END")
    return True


def attempt(act):
    try:
        act()
    except Exception:
        pass


host = kernel.host
attempt(lambda: host.setInterval(network.create_proxy(spin), 10))
attempt(lambda: host.parking.then(spin))
attempt(lambda: setattr(host, "wake", spin))
attempt(lambda: host.network.connect(network.create_proxy(spin)))
attempt(lambda: host.ask(network.create_proxy(spin), "main"))
attempt(lambda: host.idleWithout(kernel.main.id, 50))
kernel.on_idle.append(spin)
kernel.MAX_THREADS = 1
print("got []")
