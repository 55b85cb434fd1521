"""Runs CPython's own tests, one at a time, where there is no operating system. Put beside the package `test` that it tests with."""

import importlib
import io
import json
import sys
import unittest
import warnings

MARK = "conformance: "
MOST_WORDS = 1500


def prepare():
    """Says that threads can be started, since the tests' own look at the platform says no; and names what they import."""
    import multiprocessing.util

    from test.support import socket_helper, threading_helper

    threading_helper.can_start_thread = True
    # They would try one while they are loaded.
    socket_helper._bind_nix_socket_error = "there are no sockets"
    # It would end the helpers that `multiprocessing` starts on other systems.
    multiprocessing.util._cleanup_tests = lambda: None


def report(**found):
    """Print one line for the process that started this one."""
    sys.stdout.write("\n" + MARK + json.dumps(found) + "\n")


def walk(suite):
    """The single tests of a suite."""
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from walk(test)
        else:
            yield test


def list_tests(name):
    """Reports the names of all tests in a module, or why it cannot be imported."""
    prepare()
    loader = unittest.TestLoader()
    try:
        suite = loader.loadTestsFromModule(importlib.import_module(name))
    except unittest.SkipTest as reason:
        report(skipped=str(reason))
        return
    report(tests=[test.id() for test in walk(suite)])


def run_test(name):
    """Reports what becomes of one test: passed, failed or skipped, with the words that go with it."""
    prepare()
    warnings.simplefilter("default")
    output = io.StringIO()
    test = unittest.defaultTestLoader.loadTestsFromName(name)
    result = unittest.TextTestRunner(output, verbosity=0).run(test)
    if result.failures or result.errors or result.unexpectedSuccesses:
        report(status="failed", words=output.getvalue()[-MOST_WORDS:])
    elif result.skipped:
        report(status="skipped", words=result.skipped[0][1])
    else:
        report(status="passed")
