"""Tests of the kernel that run natively, in seconds and without a browser: `python3 -m unittest discover -s src/python/tests -t src/python`."""
