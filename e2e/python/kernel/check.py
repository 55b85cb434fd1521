

def check_all(tests):
    """Calls every function whose name begins with `test_`; says which failed, and how."""
    import traceback

    passed, failed = 0, 0
    for name, test in list(tests.items()):
        if not name.startswith("test_"):
            continue
        try:
            test()
            passed += 1
        except Exception:
            failed += 1
            print(f"{name} failed:\n{traceback.format_exc()}")
    print(f"{passed} passed, {failed} failed")


check_all(globals())
