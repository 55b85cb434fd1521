"""A signal may come at any instant at which CPython looks for one: also while a thread is about to wait, when there is nobody yet whom it could wake."""

from textwrap import dedent

from .running import KernelTest, run

INSTANT = """
import signal, sys, threading, time
from timeslice.kernel import kernel
from timeslice.threads import signals

class Instant:
    '''Has a signal come after so many others in the kernel's own code, while a wait begins: at the start of a function, after a call of C, or at a jump.'''
    def __init__(self, left, number):
        self.left, self.number, self.came_at = left, number, None
        self.began_at = kernel.clock()
    def __enter__(self):
        events = sys.monitoring.events
        sys.monitoring.use_tool_id(2, "instants")
        for event in (events.PY_START, events.C_RETURN, events.JUMP):
            sys.monitoring.register_callback(2, event, self.pass_one)
        sys.monitoring.set_events(2, events.PY_START | events.CALL | events.JUMP)
        return self
    def __exit__(self, *_):
        sys.monitoring.free_tool_id(2)
    def pass_one(self, code, *_):
        if code.co_filename.startswith(kernel.FOLDER) and "/tests/" not in code.co_filename:
            self.left -= 1
            if self.left == 0 and kernel.clock() < self.began_at + 1:
                self.came_at = kernel.clock()
                # The page tells its event loop as well, which lets somebody look what has happened, if nobody runs.
                kernel.host.call_at(self.came_at, bool)
                signals.come(self.number)
"""


class Signals(KernelTest):
    def test_interrupt_a_wait_at_whatever_instant_they_come(self):
        printed = self.printed(
            INSTANT
            + dedent("""
            locked = threading.Lock()
            locked.acquire()
            sleeper = threading.Thread(target=time.sleep, args=(1_000_000,), daemon=True)
            sleeper.start()
            heard = []
            signal.signal(signal.SIGUSR1, lambda *_: heard.append(time.monotonic()))
            for wait in (time.sleep, lambda seconds: locked.acquire(timeout=seconds), sleeper.join):
                for number in range(1, 1000):
                    heard.clear()
                    with Instant(number, signal.SIGUSR1) as instant:
                        wait(5)
                    if instant.came_at is None:
                        break
                    time.sleep(0.001)
                    if heard[0] - instant.came_at > 1:
                        print(f"instant {number}: {heard[0] - instant.came_at} s late")
                print(number > 15)
            """)
        )
        self.assertEqual(printed, ["True"] * 3)

    def test_end_a_process_at_whatever_instant_they_come(self):
        instants = 0
        for number in range(1, 1000):
            ran = run(
                INSTANT
                + dedent(f"""
                with Instant({number}, signal.SIGTERM) as instant:
                    time.sleep(60)
                sys.exit(instant.came_at is not None)
                """)
            )
            if ran.outcome["exitCode"] == 0:
                break
            instants = number
            self.assertEqual((ran.outcome["exitCode"], ran.outcome["elapsedMs"] < 1000), (-15, True), number)
        self.assertGreater(instants, 15)
