"""One run from its text to its outcome: exceptions, exit codes, and the end, when what the program has is let go of."""

from .running import KernelTest, run


class Outcomes(KernelTest):
    def test_of_an_exception_have_the_line_and_no_frame_of_the_kernel(self):
        ran = run("""
            import threading
            def take(lock): lock.release()
            take(threading.Lock())
        """)
        self.assertEqual(ran.outcome["status"], "failed")
        self.assertEqual((ran.outcome["reason"], ran.outcome["line"]), ("RuntimeError: release unlocked lock", 3))
        self.assertEqual(ran.outcome["traceback"].count("File "), 2)
        self.assertEqual(ran.complaints, ran.outcome["traceback"])

    def test_of_an_exit_have_its_code(self):
        for code, expected in (("3", 3), ("None", 0), ("256", 0), ("'no'", 1)):
            ran = run(f"raise SystemExit({code})")
            self.assertEqual((ran.outcome["status"], ran.outcome["exitCode"]), ("finished", expected))

    def test_of_an_exit_at_once_run_nothing_more(self):
        ran = run("""
            import atexit, os, threading
            atexit.register(print, "at exit")
            threading.Thread(target=threading.Event().wait).start()
            try: os._exit(5)
            finally: print("finally")
        """)
        self.assertEqual((ran.outcome["status"], ran.outcome["exitCode"], ran.printed), ("finished", 5, []))


class Ends(KernelTest):
    def test_come_in_order_threads_then_exit_functions_then_finalizers(self):
        printed = self.printed("""
            import atexit, threading, time
            class Last:
                def __del__(self): print("finalizer")
            last = Last()
            atexit.register(print, "at exit")
            threading.Thread(target=lambda: (time.sleep(1), print("thread"))).start()
            print("main")
        """)
        self.assertEqual(printed, ["main", "thread", "at exit", "finalizer"])

    def test_put_back_what_the_kernel_needs_of_modules_that_the_program_has_spoilt(self):
        ran = run("""
            import builtins, sys, traceback, types
            for module in (traceback, types):
                vars(module).clear()
            sys.modules.clear()
            for name in ("print", "BaseException", "len"):
                delattr(builtins, name)
            undefined
        """)
        self.assertEqual((ran.outcome["status"], ran.outcome["line"]), ("failed", 8))
        self.assertEqual(ran.outcome["reason"], "NameError: name 'undefined' is not defined")
        self.assertTrue(ran.outcome["reusable"])
