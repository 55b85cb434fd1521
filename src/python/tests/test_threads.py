"""Threads: their beginnings and ends, and what each has of its own."""

from .running import KernelTest, run


class Joining(KernelTest):
    def test_waits_for_the_end_or_for_a_timeout(self):
        printed = self.printed("""
            import threading, time
            thread = threading.Thread(target=time.sleep, args=(10,))
            thread.start()
            thread.join(timeout=2)
            print(thread.is_alive(), round(time.monotonic()))
            thread.join()
            print(thread.is_alive(), round(time.monotonic()))
            try: threading.current_thread().join()
            except RuntimeError as error: print(error)
        """)
        self.assertEqual(printed[:2], ["True 2", "False 10"])
        self.assertEqual(printed[2].lower(), "cannot join current thread")

    def test_is_done_at_the_end_of_the_program_but_not_of_daemons(self):
        ran = run("""
            import threading, time
            def end(seconds):
                time.sleep(seconds)
                print(seconds)
            threading.Thread(target=end, args=(3600,), daemon=True).start()
            threading.Thread(target=end, args=(5,)).start()
            print("main ends")
        """)
        self.assertEqual((ran.outcome["status"], ran.printed), ("finished", ["main ends", "5"]))
        self.assertEqual(ran.lane("thread-1")[-1][0], "end")


class Ending(KernelTest):
    def test_by_an_exception_is_told_and_ends_nobody_else(self):
        ran = run("""
            import threading
            def fail(): raise ValueError("no")
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
            print("goes on")
        """)
        self.assertEqual((ran.outcome["status"], ran.printed), ("finished", ["goes on"]))
        self.assertIn("Exception in thread Thread-1 (fail):", ran.complaints)
        self.assertNotIn("timeslice", ran.complaints)
        self.assertEqual(ran.lane("thread-1")[-1], ("end", "ValueError: no"))

    def test_of_a_raw_thread_by_an_exception_goes_to_the_hook_for_such(self):
        ran = run("""
            import _thread, time
            def fail(): raise ValueError("no")
            _thread.start_new_thread(fail, ())
            time.sleep(1)
        """)
        self.assertIn("Exception ignored in thread started by", ran.complaints)

    def test_by_system_exit_is_silent(self):
        printed = self.printed("""
            import sys, threading
            thread = threading.Thread(target=sys.exit, args=(3,))
            thread.start()
            thread.join()
            print(thread.is_alive())
        """)
        self.assertEqual(printed, ["False"])


class ThreadLocals(KernelTest):
    def test_are_apart_and_made_anew_in_each_thread(self):
        printed = self.printed("""
            import threading
            class Own(threading.local):
                def __init__(self, start): self.count = start
            own, plain = Own(7), threading.local()
            own.count += 1
            plain.value = "main"
            def look():
                print(own.count, hasattr(plain, "value"))
                own.count = plain.value = "thread"
            thread = threading.Thread(target=look)
            thread.start()
            thread.join()
            print(own.count, plain.value)
        """)
        self.assertEqual(printed, ["7 False", "8 main"])

    def test_go_with_their_thread(self):
        printed = self.printed("""
            import threading
            class Gone:
                def __del__(self): print("gone in", threading.current_thread().name)
            own = threading.local()
            def keep(): own.value = Gone()
            thread = threading.Thread(target=keep, name="keeper")
            thread.start()
            thread.join()
            print("joined")
        """)
        self.assertEqual(printed[0].split()[0], "gone")
        self.assertEqual(printed[1], "joined")
