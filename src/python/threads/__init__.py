"""The standard library's threads, locks, signals and event loop, on the kernel."""
