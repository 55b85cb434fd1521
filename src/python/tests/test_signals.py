"""Signals, alarms and interval timers."""

from .running import KernelTest


class Signals(KernelTest):
    def test_are_handled_in_the_main_thread_which_then_waits_on(self):
        printed = self.printed("""
            import signal, threading, time
            def handle(number, frame): print(signal.Signals(number).name, threading.current_thread().name)
            def main():
                time.sleep(5)
                print(round(time.monotonic()))
            signal.signal(signal.SIGALRM, handle)
            signal.alarm(2)
            main()
        """)
        self.assertEqual(printed, ["SIGALRM MainThread", "5"])

    def test_of_an_interval_timer_come_again_and_again_until_it_is_unset(self):
        printed = self.printed("""
            import signal, time
            signal.signal(signal.SIGALRM, lambda number, frame: print(round(time.monotonic())))
            print(signal.setitimer(signal.ITIMER_REAL, 10, 20))
            time.sleep(60)
            left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
            print(round(left), interval)
            time.sleep(100)
        """)
        self.assertEqual(printed, ["(0.0, 0.0)", "10", "30", "50", "10 20.0"])

    def test_of_a_timer_of_computing_count_no_sleep(self):
        printed = self.printed("""
            import signal, time
            rung = False
            def handle(number, frame):
                global rung
                rung = True
            signal.signal(signal.SIGVTALRM, handle)
            signal.setitimer(signal.ITIMER_VIRTUAL, 1)
            time.sleep(60)
            print(rung)
            while not rung: pass
            print(60 < time.monotonic() < 63)
        """)
        self.assertEqual(printed, ["False", "True"])
