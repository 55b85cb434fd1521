"""Who runs, who waits, and what ends a run."""

from .running import KernelTest, run


class HandingOver(KernelTest):
    def test_goes_in_the_order_in_which_threads_became_ready(self):
        printed = self.printed("""
            import threading, time
            def work(name):
                for turn in range(3):
                    print(name, turn)
                    time.sleep(0)
            threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
        """)
        for turn in "012":
            self.assertEqual([line for line in printed if line.endswith(turn)], [f"{name} {turn}" for name in "abc"])

    def test_wakes_sleepers_by_their_times(self):
        printed = self.printed("""
            import threading, time
            def sleep(seconds):
                time.sleep(seconds)
                print(seconds)
            threads = [threading.Thread(target=sleep, args=(seconds,)) for seconds in (30, 10, 20)]
            for thread in threads: thread.start()
        """)
        self.assertEqual(printed, ["10", "20", "30"])

    def test_does_not_end_a_wait_by_the_timer_of_an_earlier_one(self):
        printed = self.printed(
            """
            import threading, time
            lock = threading.Lock()
            lock.acquire()
            def release():
                time.sleep(1)
                lock.release()
                # Nobody else runs while two timers ring: that of a sleeper, and that of the wait that has just ended.
                while time.monotonic() < 3: pass
            threading.Thread(target=release).start()
            threading.Thread(target=time.sleep, args=(1.5,)).start()
            print(lock.acquire(timeout=2))
            before = time.monotonic()
            time.sleep(10)
            print(round(time.monotonic() - before))
            """,
            interval_ms=60_000,
        )
        self.assertEqual(printed, ["True", "10"])

    def test_lets_only_the_thread_wait_that_asks_for_input(self):
        printed = self.printed(
            """
            import threading, time
            thread = threading.Thread(target=lambda: print("heard", input()))
            thread.start()
            print("goes on")
            """,
            lines=("hello\n",),
        )
        self.assertEqual(printed, ["goes on", "heard hello"])


COUNTING = """
    import threading
    def count():
        for number in range(400_000): pass
    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
"""


class Preemption(KernelTest):
    def stretches(self, interval_ms):
        """How long each stretch was, in seconds, that ended although its thread could have gone on."""
        ran = run(COUNTING, interval_ms)
        self.assertEqual(ran.outcome["status"], "finished")
        began, found = {}, []
        for at, lane, kind, *_ in ran.events:
            if lane in ("thread-1", "thread-2"):
                if kind == "run":
                    began[lane] = at
                elif kind == "ready" and lane in began:
                    found.append(at - began.pop(lane))
        return found

    def test_comes_when_the_switch_interval_is_over(self):
        short, long = self.stretches(5), self.stretches(10)
        self.assertGreater(len(short), len(long))
        self.assertGreater(len(long), 2)
        # A look at the clock comes about every half millisecond.
        self.assertTrue(all(0.005 <= seconds < 0.007 for seconds in short), short)
        self.assertTrue(all(0.010 <= seconds < 0.012 for seconds in long), long)

    def test_does_not_come_before(self):
        self.assertEqual(self.stretches(60_000), [])


class Deadlocks(KernelTest):
    def test_are_found_and_told_in_words(self):
        ran = run("""
            import threading, time
            one, other = threading.Lock(), threading.Lock()
            def work(first, second):
                with first:
                    time.sleep(1)
                    with second: pass
            threading.Thread(target=work, args=(one, other), name="a").start()
            threading.Thread(target=work, args=(other, one), name="b").start()
        """)
        self.assertEqual(ran.outcome["status"], "deadlock")
        self.assertEqual(
            ran.outcome["words"],
            "MainThread waits for a to end. a waits for other, held by b. b waits for one, held by a.",
        )

    def test_are_none_while_a_timer_or_the_page_can_end_a_wait(self):
        printed = self.printed(
            """
            import threading
            lock = threading.Lock()
            lock.acquire()
            threading.Thread(target=lambda: (input(), lock.release())).start()
            lock.acquire()
            print(lock.acquire(timeout=3600))
            """,
            lines=("now\n",),
        )
        self.assertEqual(printed, ["False"])

    def test_end_every_thread_without_another_word(self):
        ran = run("""
            import threading
            def wait():
                try: threading.Event().wait()
                finally: print("never heard")
            threading.Thread(target=wait).start()
            wait()
        """)
        self.assertEqual((ran.outcome["status"], ran.printed, ran.complaints), ("deadlock", [], ""))
        self.assertEqual([ran.lane(lane)[-1][0] for lane in ("main", "thread-1")], ["end", "end"])


class Stopping(KernelTest):
    def test_ends_a_wait_and_runs_what_tidies_up(self):
        ran = run(
            """
            import time
            try: time.sleep(3600)
            finally: print("tidied up")
            """,
            stop_after=5,
        )
        self.assertEqual(ran.outcome["status"], "stopped")
        self.assertEqual((ran.printed, ran.complaints), (["tidied up"], ""))
        self.assertLess(ran.outcome["elapsedMs"], 10_000)

    def test_ends_all_threads(self):
        ran = run(
            """
            import threading, time
            for _ in range(2):
                threading.Thread(target=time.sleep, args=(3600,)).start()
            """,
            stop_after=5,
        )
        self.assertEqual((ran.outcome["status"], ran.complaints), ("stopped", ""))
        self.assertEqual([ran.lane(lane)[-1][0] for lane in ("main", "thread-1", "thread-2")], ["end"] * 3)
